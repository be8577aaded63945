// Fetches what the page shows, never twice at a time, and never into a window that has moved on meanwhile.
import { api } from './api.ts';
import { go } from './route.ts';
import type { Store } from './store.ts';
import { toastError } from './toast.ts';

export interface Refresh {
  readonly all: () => Promise<void>;
  /** Soon, however often it is asked. */
  readonly chatsSoon: () => void;
  readonly unreadSoon: () => void;
}

function soon(wait: number, task: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      task().catch(() => undefined);
    }, wait);
  };
}

/** The page's fetcher. */
export function createRefresh(store: Store): Refresh {
  const chats = async (): Promise<void> => {
    const { as } = store.get();
    if (!as) return;
    const list = await api.chats(as);
    if (store.get().as !== as) return;
    const sum = list.reduce((count, chat) => count + (chat.id === store.get().chat ? 0 : chat.unread), 0);
    store.set({ chats: list, unread: { ...store.get().unread, [as]: sum } });
  };
  const messages = async (): Promise<void> => {
    const { as, chat } = store.get();
    if (!as || !chat) return;
    const list = await api.messages(as, chat);
    if (store.get().as === as && store.get().chat === chat) store.set({ messages: list });
  };
  const unread = async (): Promise<void> => {
    const counts: Record<string, number> = {};
    for (const { id } of store.get().people) {
      if (id !== store.get().as) counts[id] = (await api.chats(id)).reduce((count, chat) => count + chat.unread, 0);
    }
    store.set({ unread: { ...store.get().unread, ...counts } });
  };
  const unreadSoon = soon(700, unread);
  return {
    all: async () => {
      try {
        await chats();
        openOnly(store);
        await messages();
      } catch (error) {
        toastError(error);
      }
      unreadSoon();
    },
    chatsSoon: soon(150, chats),
    unreadSoon,
  };
}

/** On a wide screen a person without an open chat gets the first one. */
function openOnly(store: Store): void {
  const { as, chat, chats } = store.get();
  if (as && !chat && chats[0] && !matchMedia('(max-width: 640px)').matches) go(as, chats[0].id, true);
}
