// Listens to the platform's live line and brings what it tells into the store.
import type { MessageView, StreamEvent } from '../shapes.ts';
import { announce } from './announce.ts';
import { api } from './api.ts';
import type { Refresh } from './refresh.ts';
import type { Store } from './store.ts';

let line: EventSource | undefined;

/** Every wire entry as it comes; the panel hangs itself in here. */
export const wireListeners: (() => void)[] = [];

function upsert(store: Store, message: MessageView): void {
  const { messages } = store.get();
  const isKnown = messages.some((one) => one.id === message.id);
  store.set({ messages: isKnown ? messages.map((one) => (one.id === message.id ? message : one)) : [...messages, message] });
}

function hear(store: Store, refresh: Refresh, event: StreamEvent): void {
  switch (event.kind) {
    case 'message':
    case 'update': {
      const { as, chat } = store.get();
      if (event.chat === chat) upsert(store, event.message);
      if (event.kind === 'message' && event.message.from.id !== as) announce(`${event.message.from.name}：${spoken(event.message)}`);
      // Reading is what takes the dot away, so a message that came into the open chat is read at once.
      if (event.chat === chat && as) void api.messages(as, chat).then(refresh.chatsSoon, () => undefined);
      else refresh.chatsSoon();
      refresh.unreadSoon();
      break;
    }
    case 'chats':
      refresh.chatsSoon();
      break;
    case 'clock':
      store.set({ clockLead: event.offsetMs });
      break;
    case 'wire':
      for (const listener of wireListeners) listener();
      refresh.unreadSoon();
      break;
    case 'connection':
      store.set({ isConnected: event.isBotConnected });
      break;
  }
}

function spoken(message: MessageView): string {
  if (message.kind === 'text') return message.text ?? '';
  return message.kind === 'card' ? '新卡片' : '新文件';
}

/** Opens the line of one person; the former one closes. */
export function listen(store: Store, refresh: Refresh, as: string): void {
  line?.close();
  line = new EventSource(`/sandbox/events?as=${encodeURIComponent(as)}`);
  line.addEventListener('message', (event) => hear(store, refresh, JSON.parse(String(event.data)) as StreamEvent));
  let wasOpen = false;
  line.addEventListener('open', () => {
    if (wasOpen) void refresh.all();
    wasOpen = true;
  });
  api.state().then(
    ({ isBotConnected }) => store.set({ isConnected: isBotConnected }),
    () => undefined,
  );
}
