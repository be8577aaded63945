// What the page knows, in one place; whoever shows it listens.
import type { ChatView, MessageView, PersonView } from '../shapes.ts';

export interface State {
  readonly people: readonly PersonView[];
  /** Who sits at this window, and which chat is open; both come from the address. */
  readonly as: string | null;
  readonly chat: string | null;
  readonly chats: readonly ChatView[];
  readonly messages: readonly MessageView[];
  /** How many messages each person has not read. */
  readonly unread: Readonly<Record<string, number>>;
  /** Simulated time minus this machine's, in ms. */
  readonly clockLead: number;
  readonly replyTo: string | null;
  readonly isConnected: boolean;
}

export interface Store {
  readonly get: () => State;
  readonly set: (patch: Partial<State>) => void;
  readonly on: (listener: (state: State) => void) => void;
}

/** A store that tells its listeners of every change. */
export function createStore(): Store {
  let state: State = {
    people: [],
    as: null,
    chat: null,
    chats: [],
    messages: [],
    unread: {},
    clockLead: 0,
    replyTo: null,
    isConnected: true,
  };
  const listeners: ((state: State) => void)[] = [];
  return {
    get: () => state,
    set: (patch) => {
      state = { ...state, ...patch };
      for (const listener of listeners) listener(state);
    },
    on: (listener) => {
      listeners.push(listener);
    },
  };
}

/** The person at this window. */
export const me = (state: State): PersonView | undefined => state.people.find((p) => p.id === state.as);

/** The chat that is open. */
export const openChat = (state: State): ChatView | undefined => state.chats.find((c) => c.id === state.chat);

/** The time in the stand-in's world. */
export const nowOf = (state: State): number => Date.now() + state.clockLead;
