// What a person sees of chats and messages.
import { BOT } from './bot.ts';
import type { ChatView, MessageView } from './shapes.ts';
import { type Chat, type Message, nameOf, type World } from './world.ts';

/** A message as a reader sees it; a recalled one keeps only who and when. */
export function viewOfMessage(message: Message): MessageView {
  const shell = {
    id: message.id,
    from: { id: message.from, name: nameOf(message.from), isBot: message.from === BOT.id },
    at: new Date(message.at).toISOString(),
    updatedAt: new Date(message.updatedAt).toISOString(),
    kind: kindOf(message),
    ...(message.parent === null ? {} : { parent: message.parent }),
    isRecalled: message.isRecalled,
  };
  if (message.isRecalled) return shell;
  return {
    ...shell,
    ...(message.text === null ? {} : { text: message.text }),
    ...(message.card === null ? {} : { card: message.card }),
    ...(message.file === null ? {} : { file: message.file }),
  };
}

/** A row of `person`'s chat list. */
export function viewOfChat(world: World, chat: Chat, person: string): ChatView {
  const messages = world.messagesOf(chat.id);
  const last = messages.at(-1);
  const seen = chat.readUpTo[person] ?? 0;
  return {
    id: chat.id,
    kind: chat.kind,
    name: chat.name,
    hasBot: chat.hasBot,
    unread: messages.filter((message) => message.number > seen && message.from !== person && !message.isRecalled).length,
    last: last === undefined ? null : { text: summaryOf(last), at: new Date(last.at).toISOString() },
  };
}

const kindOf = (message: Message): MessageView['kind'] =>
  message.type === 'interactive' ? 'card' : message.type === 'post' ? 'text' : message.type;

function summaryOf(message: Message): string {
  if (message.isRecalled) return '（已撤回）';
  if (message.file !== null) return message.type === 'image' ? '[图片]' : `[文件] ${message.file.name}`;
  if (message.card !== null) return cardSummary(message.card);
  return message.text ?? '';
}

interface Summarised {
  readonly config?: { readonly summary?: { readonly content?: string } };
  readonly header?: { readonly title?: { readonly content?: string } };
}

const cardSummary = (card: Summarised): string => card.config?.summary?.content ?? card.header?.title?.content ?? '[卡片]';
