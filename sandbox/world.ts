// The stand-in's chats, messages and files: what the platform remembers, kept in the journal.
import { randomBytes } from 'node:crypto';
import { BOT } from './bot.ts';
import type { Journal } from './journal.ts';
import { memberById, OUTSIDER, PEOPLE } from './people.ts';
import type { JsonObject } from './shapes.ts';

/** A chat; `readUpTo` is the number of the last message each member has seen. */
export interface Chat {
  readonly id: string;
  readonly kind: 'private' | 'group';
  readonly name: string;
  readonly members: readonly string[];
  readonly hasBot: boolean;
  readonly readUpTo: Readonly<Record<string, number>>;
}

/** A message. `content` is what the platform's own API calls content: a JSON text; `number` counts all messages. */
export interface Message {
  readonly id: string;
  readonly number: number;
  readonly chat: string;
  readonly from: string;
  readonly at: number;
  readonly updatedAt: number;
  readonly type: 'text' | 'interactive' | 'file' | 'image' | 'post';
  readonly content: string;
  /** What a reader sees of a text. */
  readonly text: string | null;
  readonly card: JsonObject | null;
  readonly file: { readonly key: string; readonly name: string; readonly bytes: number } | null;
  readonly parent: string | null;
  readonly root: string | null;
  readonly uuid: string | null;
  readonly isRecalled: boolean;
}

/** An uploaded file or image; its bytes are base64 so that the journal can hold them. */
export interface StoredFile {
  readonly key: string;
  readonly name: string;
  readonly by: string;
  readonly isImage: boolean;
  readonly bytes: number;
  readonly base64: string;
}

/** The state of the platform. */
export interface World {
  chats(): readonly Chat[];
  chat(id: string): Chat | undefined;
  privateChatOf(person: string): Chat;
  putChat(chat: Chat): void;
  messagesOf(chat: string): readonly Message[];
  message(id: string): Message | undefined;
  messageByUuid(uuid: string, after: number): Message | undefined;
  addMessage(message: Omit<Message, 'id' | 'number'>): Message;
  putMessage(message: Message): void;
  file(key: string): StoredFile | undefined;
  addFile(file: Omit<StoredFile, 'key' | 'bytes' | 'base64'>, bytes: Buffer): StoredFile;
}

/** The id of the public drawing group. */
export const GROUP_ID = `oc_${'G001'.padStart(32, '0')}`;

/** A new id with the platform's prefix. */
export const newId = (prefix: string): string => `${prefix}${randomBytes(16).toString('hex')}`;

/** Everything in the journal, or a fresh tenant: a private chat with the bot for everybody, and one group. */
export function openWorld(journal: Journal): World {
  const chats = new Map(freshChats().map((chat) => [chat.id, chat]));
  for (const chat of journal.rows('chat') as readonly Chat[]) chats.set(chat.id, chat);
  const messages = new Map((journal.rows('message') as readonly Message[]).map((message) => [message.id, message]));
  const files = new Map((journal.rows('file') as readonly StoredFile[]).map((file) => [file.key, file]));
  const putMessage = (message: Message): void => {
    messages.set(message.id, message);
    journal.put('message', message.id, message);
  };
  return {
    chats: () => [...chats.values()],
    chat: (id) => chats.get(id),
    privateChatOf(person) {
      const chat = [...chats.values()].find((one) => one.kind === 'private' && one.members.includes(person));
      if (chat === undefined) throw new Error(`${person} has no private chat`);
      return chat;
    },
    putChat(chat) {
      chats.set(chat.id, chat);
      journal.put('chat', chat.id, chat);
    },
    messagesOf: (chat) => [...messages.values()].filter((message) => message.chat === chat),
    message: (id) => messages.get(id),
    messageByUuid: (uuid, after) => [...messages.values()].find((message) => message.uuid === uuid && message.at > after),
    addMessage(message) {
      const full = { ...message, id: newId('om_'), number: messages.size + 1 };
      putMessage(full);
      return full;
    },
    putMessage,
    file: (key) => files.get(key),
    addFile(file, bytes) {
      const key = newId(file.isImage ? 'img_v3_' : 'file_v3_');
      const stored = { ...file, key, bytes: bytes.length, base64: bytes.toString('base64') };
      files.set(key, stored);
      journal.put('file', key, stored);
      return stored;
    },
  };
}

/** The name of a member or of the bot. */
export const nameOf = (id: string): string => (id === BOT.id ? BOT.name : (memberById(id)?.name ?? id));

function freshChats(): Chat[] {
  const chat = (id: string, kind: Chat['kind'], name: string, members: readonly string[]): Chat => ({
    id: `oc_${id.padStart(32, '0')}`,
    kind,
    name,
    members,
    hasBot: kind === 'private',
    readUpTo: {},
  });
  const everybody = PEOPLE.map((person) => person.id);
  return [
    ...everybody.map((id) => chat(id, 'private', BOT.name, [id])),
    chat(
      'G001',
      'group',
      '双随机抽签公示群（示例）',
      everybody.filter((id) => id !== OUTSIDER),
    ),
  ];
}
