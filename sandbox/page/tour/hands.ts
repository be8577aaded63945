// “替我做”: does a step through the same calls that a person's presses go through.
import { api, toBase64 } from '../api.ts';
import { openedUrls } from '../face-of.ts';
import { nowOf, type Store } from '../store.ts';
import { nextMorning } from '../time.ts';
import { toast } from '../toast.ts';
import { fillFields } from './buttons.ts';
import type { Answers, Hands, Where } from './parts.ts';
import { type Look, look } from './world.ts';

const PATIENCE_MS = 8000;
const PAUSE_MS = 250;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The bot answers in its own time: looks again until the thing is there, or says what was waited for in vain. */
async function waitFor<T>(lookNow: () => Promise<Look>, find: (seen: Look) => T | undefined, what: string): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const found = find(await lookNow());
    if (found !== undefined) return found;
    await pause(PAUSE_MS);
  }
  throw new Error(`没有等到${what}。前面的步骤都做了吗？`);
}

/** Hands for this window. */
export function createHands(store: Store): Hands {
  const lookNow = (): Promise<Look> => look(store.get().people);
  const at = async (name: string, where: Where): Promise<{ readonly as: string; readonly chat: string }> => {
    const seen = await lookNow();
    const [person, chat] = [seen.person(name), seen.chat(name, where)];
    if (!person || !chat) throw new Error(`${name}没有这个会话`);
    return { as: person.id, chat: chat.id };
  };
  const press = async (name: string, where: Where, verb: string, answers: Answers = {}): Promise<void> => {
    const { as } = await at(name, where);
    const found = await waitFor(lookNow, (seen) => seen.buttons(name, where).find((one) => one.verb === verb), `${name}的卡片`);
    const form = fillFields(found.fields, answers, new Date(nowOf(store.get())));
    const answer = await api.press({ as, message: found.message, button: found.button, form });
    if (answer.error) throw new Error(answer.error.text);
    if (answer.toast) toast(answer.toast.type, answer.toast.content);
    if (answer.toast?.type === 'error' || answer.toast?.type === 'warning') throw new Error(answer.toast.content);
  };
  return {
    press,
    say: async (name, where, text) => {
      const { as, chat } = await at(name, where);
      await api.sendText(as, chat, text);
    },
    sendSample: async (name, word) => {
      const sample = (await api.samples()).find((one) => one.includes(word));
      if (!sample) throw new Error(`没有名字里带“${word}”的示例文件`);
      const { as, chat } = await at(name, 'bot');
      await api.sendFile(as, chat, { name: sample, base64: toBase64(await api.sample(sample)) });
    },
    addBot: async (name) => {
      const { as, chat } = await at(name, 'group');
      await api.addBot(as, chat);
    },
    nextMorning: async () => {
      store.set({ clockLead: (await api.moveClock({ at: nextMorning(nowOf(store.get())) })).offsetMs });
    },
    open: (path) => {
      openedUrls.push(path);
      open(path, '_blank', 'noopener');
      return Promise.resolve();
    },
    world: async () => (await lookNow()).world,
  };
}
