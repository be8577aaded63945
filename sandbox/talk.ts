// What people do in chats: write, send files, open a chat, add the bot. The bot hears what the platform would let it hear.
import { BOT } from './bot.ts';
import { mentioned } from './events.ts';
import type { Member } from './people.ts';
import type { PlatformState } from './platform-state.ts';
import type { Chat, Message } from './world.ts';

/** What somebody sends: either text or file is null. */
export interface Written {
  readonly text: string | null;
  readonly file: { readonly name: string; readonly bytes: Buffer; readonly isImage: boolean } | null;
  readonly parent: Message | null;
}

/** Puts the message into the chat; a group's message reaches the bot only if it is mentioned. */
export function write(state: PlatformState, by: Member, chat: Chat, written: Written): Message {
  const stored =
    written.file === null
      ? null
      : state.world.addFile({ name: written.file.name, by: by.id, isImage: written.file.isImage }, written.file.bytes);
  const text = written.text ?? '';
  const message = state.say(chat, {
    from: by.id,
    type: stored === null ? 'text' : stored.isImage ? 'image' : 'file',
    content: JSON.stringify(
      stored === null
        ? { text: mentioned(text) }
        : stored.isImage
          ? { image_key: stored.key }
          : { file_key: stored.key, file_name: stored.name },
    ),
    text: written.text,
    card: null,
    file: stored === null ? null : { key: stored.key, name: stored.name, bytes: stored.bytes },
    parent: written.parent?.id ?? null,
    root: written.parent === null ? null : (written.parent.root ?? written.parent.id),
    uuid: null,
    isRecalled: false,
  });
  const isHeard = chat.kind === 'private' || (chat.hasBot && text.includes(`@${BOT.name}`));
  if (isHeard) state.delivery.post(state.envelopes.message(by, chat, message));
  return message;
}

/** Marks everything in the chat as read by `by`. */
export function markRead(state: PlatformState, by: Member, chat: Chat): void {
  const last = state.world.messagesOf(chat.id).at(-1)?.number ?? 0;
  if ((chat.readUpTo[by.id] ?? 0) < last) state.world.putChat({ ...chat, readUpTo: { ...chat.readUpTo, [by.id]: last } });
}

/** Somebody opens the private chat with the bot: an event every time. */
export function enter(state: PlatformState, by: Member, chat: Chat): void {
  if (chat.kind === 'private') state.delivery.post(state.envelopes.entered(by, chat, state.world.messagesOf(chat.id).at(-1)));
}

/** Adds the bot to a group; nothing happens if it is there already. */
export function addBot(state: PlatformState, by: Member, chat: Chat): void {
  if (chat.hasBot) return;
  const joined = { ...chat, hasBot: true };
  state.world.putChat(joined);
  state.streams.tell(chat.members, { kind: 'chats' });
  state.delivery.post(state.envelopes.joined(by, joined));
}
