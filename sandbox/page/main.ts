// Starts the page: reads the address, listens to the platform, and puts each column in its place.

import { announce } from './announce.ts';
import { api } from './api.ts';
import { mountChatList } from './chat-list.ts';
import { mountChat } from './chat-view.ts';
import { listen } from './live.ts';
import { mountPanel } from './panel.ts';
import { mountRail } from './rail.ts';
import { createRefresh } from './refresh.ts';
import { go, readRoute } from './route.ts';
import { createStore, type Store } from './store.ts';
import { toast, toastError } from './toast.ts';
import { mountTour } from './tour/tour.ts';

function follow(store: Store, refresh: ReturnType<typeof createRefresh>): void {
  const arrive = (): void => {
    const { as, chat } = readRoute();
    const { people, as: was } = store.get();
    const known = people.find((person) => person.id === as);
    document.body.dataset['column'] = known ? (chat ? 'chat' : 'chats') : 'rail';
    if (!known) {
      if (people[0] && !matchMedia('(max-width: 640px)').matches) go(people[0].id, null, true);
      return;
    }
    store.set({ as: known.id, chat, messages: [], replyTo: null, ...(was === known.id ? {} : { chats: [] }) });
    document.title = `${known.name} · 明签示例聊天`;
    if (was !== known.id) listen(store, refresh, known.id);
    void refresh.all();
    // The client tells the platform whenever somebody opens a chat; a chat that is none of the bot's is refused, and rightly.
    if (chat) api.enter(known.id, chat).catch(() => undefined);
  };
  addEventListener('hashchange', arrive);
  arrive();
}

const at = (id: string): HTMLElement => document.querySelector<HTMLElement>(`#${id}`) ?? document.body;

async function start(): Promise<void> {
  const store = createStore();
  const refresh = createRefresh(store);
  mountRail(store, at('rail'));
  mountChatList(store, at('chats'));
  mountChat(store, at('chat'), refresh);
  mountPanel(store, at('panel'));
  mountTour(store, at('tour'));
  try {
    store.set({ people: await api.people(), clockLead: (await api.clock()).offsetMs });
  } catch (error) {
    toastError(error);
    announce('示例平台没有答复');
    setTimeout(() => location.reload(), 3000);
    return;
  }
  follow(store, refresh);
}

addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  toastError(event.reason);
});
addEventListener('offline', () => toast('warning', '网络断开了'));
void start();
