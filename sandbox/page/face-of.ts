// What cards and messages get of the page: names, files, and a press that goes to the platform and shows its answer.
import { api } from './api.ts';
import type { Face } from './card/face.ts';
import type { Store } from './store.ts';
import { toast, toastError } from './toast.ts';

/** Addresses opened from cards in this window; the tour looks here. */
export const openedUrls: string[] = [];

async function press(store: Store, message: string, pressed: Parameters<Face['press']>[0]): Promise<void> {
  const { as } = store.get();
  if (!as) return;
  try {
    const answer = await api.press({ as, message, ...pressed });
    if (answer.toast) toast(answer.toast.type, answer.toast.content);
    if (answer.error)
      toast(
        'error',
        answer.error.code > 0 && !answer.error.text.includes(String(answer.error.code))
          ? `${answer.error.text} code: ${answer.error.code}`
          : answer.error.text,
      );
    const { card } = answer;
    if (card) store.set({ messages: store.get().messages.map((one) => (one.id === message ? { ...one, card } : one)) });
  } catch (error) {
    toastError(error);
  }
}

/** The face that the card of one message sees. */
export function faceOf(store: Store, message: string): Face {
  return {
    nameOf: (account) => store.get().people.find((person) => person.account === account || person.id === account)?.name ?? '用户',
    imageUrl: (key) => api.fileUrl(key, store.get().as ?? ''),
    press: (pressed) => press(store, message, pressed),
    opened: (url) => {
      openedUrls.push(url);
    },
  };
}
