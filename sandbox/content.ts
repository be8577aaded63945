// What a message's content may be: a JSON text fit for its type, within the platform's sizes, every key known.
import { type Answer, refused } from './answers.ts';
import { lintCard } from './card-lint.ts';
import { PEOPLE } from './people.ts';
import type { PlatformState } from './platform-state.ts';
import type { JsonObject } from './shapes.ts';
import type { Message } from './world.ts';

/** Content that was understood, or the refusal. */
export type Content =
  | ({ readonly kind: 'fine' } & Pick<Message, 'type' | 'text' | 'card' | 'file'>)
  | { readonly kind: 'refused'; readonly answer: Answer };

const TEXT_BYTES = 150 * 1024;
const CARD_BYTES = 30 * 1024;

/** Reads the content of a message that the bot wants to send. */
export function readContent(state: PlatformState, type: string, content: string): Content {
  const limit = type === 'text' ? TEXT_BYTES : CARD_BYTES;
  if (Buffer.byteLength(content) > limit) return no(230025, 'The length of the message content reaches its limit.');
  const value = parseObject(content);
  if (value === null) return no(230001, 'Your request contains an invalid request parameter, ext=content is not a string in json format');
  switch (type) {
    case 'text':
      return readText(state, value);
    case 'interactive':
      return readCard(state, value, content);
    case 'file':
    case 'image':
      return readFile(state, type, value);
    default:
      return no(230001, `Your request contains an invalid request parameter, ext=invalid msg_type ${type}`);
  }
}

/** A card checked as the platform would; the first problem is the one it names. */
export function readCard(state: PlatformState, card: JsonObject, content: string): Content {
  if (Buffer.byteLength(content) > CARD_BYTES) return no(230025, 'The length of the message content reaches its limit.');
  const problem = lintCard(card, {
    hasImage: (key) => state.world.file(key)?.isImage === true,
    hasPerson: (id) => PEOPLE.some((person) => person.account === id || person.userId === id || person.unionId === id),
    mayMentionAll: state.mayMentionAll,
  })[0];
  if (problem !== undefined) {
    return no(230099, `Failed to create card content, ext=ErrCode: ${problem.code}; ErrMsg: ${problem.text}; ErrPath: ${problem.path}; `);
  }
  return { kind: 'fine', type: 'interactive', text: null, card, file: null };
}

function readText(state: PlatformState, value: JsonObject): Content {
  const text = value['text'];
  if (typeof text !== 'string' || text === '') return no(230001, 'Your request contains an invalid request parameter, ext=text is empty');
  const names = new Map(PEOPLE.map((person) => [person.account, person.name]));
  for (const [, id] of text.matchAll(/<at user_id="([^"]*)">/g)) {
    if (id === 'all' && !state.mayMentionAll) return no(230027, 'Lack of necessary permissions, ext=no permission to at all');
    if (id !== 'all' && !names.has(id ?? ''))
      return no(230001, `Your request contains an invalid request parameter, ext=invalid at user_id ${id}`);
  }
  const shown = text.replace(/<at user_id="([^"]*)">.*?<\/at>/g, (_, id: string) => `@${names.get(id) ?? '所有人'}`);
  return { kind: 'fine', type: 'text', text: shown, card: null, file: null };
}

function readFile(state: PlatformState, type: 'file' | 'image', value: JsonObject): Content {
  const key = value[type === 'file' ? 'file_key' : 'image_key'];
  const file = typeof key === 'string' ? state.world.file(key) : undefined;
  if (file === undefined || file.isImage !== (type === 'image'))
    return no(230001, 'Your request contains an invalid request parameter, ext=invalid file key');
  return { kind: 'fine', type, text: null, card: null, file: { key: file.key, name: file.name, bytes: file.bytes } };
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

const no = (code: number, message: string): Content => ({ kind: 'refused', answer: refused(code, message) });
