// The stand-in's HTTP interface as the page sees it: one function a call; the shapes are the stand-in's own.
import type {
  ActionAnswer,
  ActionRequest,
  ChatView,
  ClockView,
  FaultView,
  MenuItem,
  MessageView,
  PersonView,
  StateView,
  WireEntry,
} from '../shapes.ts';

/** What a form sends for one field. */
export type FormValue = string | boolean | readonly string[];

export type ClockMove =
  | { readonly at: string }
  | { readonly advance: { readonly ms?: number; readonly days?: number; readonly workdays?: number } };

async function answerOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const said = (body as { readonly error?: { readonly text?: string } } | null)?.error?.text;
  throw new Error(said ?? `平台答复 ${response.status}`);
}

async function get<T>(path: string): Promise<T> {
  return (await answerOf(await fetch(`/sandbox/${path}`))) as T;
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await answerOf(await fetch(`/sandbox/${path}`, init))) as T;
}

const part = encodeURIComponent;

/** Every call the page makes; each throws an Error with a Chinese sentence when the platform refuses. */
export const api = {
  people: () => get<readonly PersonView[]>('people'),
  chats: (as: string) => get<readonly ChatView[]>(`chats?as=${part(as)}`),
  messages: (as: string, chat: string) => get<readonly MessageView[]>(`chats/${part(chat)}/messages?as=${part(as)}`),
  /** The messages without marking them as read. */
  peek: (as: string, chat: string) => get<readonly MessageView[]>(`chats/${part(chat)}/messages?as=${part(as)}&peek=1`),
  enter: (as: string, chat: string) => post<unknown>(`chats/${part(chat)}/enter`, { as }),
  sendText: (as: string, chat: string, text: string, parent?: string) =>
    post<{ readonly id: string }>('messages', { as, chat, text, parent }),
  sendFile: (as: string, chat: string, file: { readonly name: string; readonly base64: string }, parent?: string) =>
    post<{ readonly id: string }>('messages', { as, chat, file, parent }),
  press: (press: ActionRequest) => post<ActionAnswer>('actions', press),
  clock: () => get<ClockView>('clock'),
  moveClock: (move: ClockMove) => post<ClockView>('clock', move),
  faults: () => get<readonly FaultView[]>('faults'),
  fault: (kind: string, count: number) => post<unknown>('faults', { kind, count }),
  wire: (since: number) => get<readonly WireEntry[]>(`wire?since=${since}`),
  samples: () => get<readonly string[]>('samples'),
  sample: async (name: string) => new Uint8Array(await (await fetch(`/sandbox/samples/${part(name)}`)).arrayBuffer()),
  addBot: (as: string, chat: string) => post<unknown>(`groups/${part(chat)}/bot`, { as }),
  menu: () => get<readonly MenuItem[]>('menu'),
  pressMenu: (as: string, key: string) => post<unknown>('menu', { as, key }),
  state: () => get<StateView>('state'),
  fileUrl: (key: string, as: string) => `/sandbox/files/${part(key)}?as=${part(as)}`,
};

/** Bytes as base64, in slices a call's arguments can hold. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
