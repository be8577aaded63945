// Sending, replying, updating, recalling and reading messages: `im/v1/messages` as the platform's documents limit it.
import { z } from 'zod';
import { type Answer, done, refused } from './answers.ts';
import { BOT, TENANT_KEY } from './bot.ts';
import { isObject } from './card-tree.ts';
import { readContent } from './content.ts';
import { memberByPlatformId } from './people.ts';
import type { PlatformState } from './platform-state.ts';
import type { JsonObject } from './shapes.ts';
import type { Chat, Message } from './world.ts';

/** A card can be pressed and updated this long. */
export const CARD_LIFE_MS = 14 * 86_400_000;

const UUID_WINDOW_MS = 3_600_000;
const PER_RECEIVER = 5;

const Sending = z.object({
  receive_id: z.string().min(1),
  msg_type: z.string(),
  content: z.string(),
  uuid: z.string().max(50).optional(),
});
const Replying = z.object({
  msg_type: z.string(),
  content: z.string(),
  reply_in_thread: z.boolean().optional(),
  uuid: z.string().max(50).optional(),
});

/** `POST im/v1/messages?receive_id_type=…`. */
export function send(state: PlatformState, receiveIdType: unknown, body: unknown): Answer {
  const asked = Sending.safeParse(body);
  if (!asked.success) return badParameter(asked.error);
  const chat = receiver(state, receiveIdType, asked.data.receive_id);
  return 'status' in chat ? chat : deliver(state, chat, null, asked.data);
}

/** `POST im/v1/messages/:id/reply`. */
export function reply(state: PlatformState, messageId: string, body: unknown): Answer {
  const asked = Replying.safeParse(body);
  if (!asked.success) return badParameter(asked.error);
  const parent = state.world.message(messageId);
  if (parent === undefined)
    return refused(230001, `Your request contains an invalid request parameter, ext=invalid message_id ${messageId}`);
  if (parent.isRecalled) return refused(230011, 'The message was withdrawn.');
  const chat = state.world.chat(parent.chat);
  if (chat === undefined || !chat.hasBot) return botIsOutside();
  return deliver(state, chat, parent, asked.data);
}

/** `PATCH im/v1/messages/:id`: a whole new card, silently. */
export function update(state: PlatformState, messageId: string, body: unknown): Answer {
  const asked = z.object({ content: z.string() }).safeParse(body);
  if (!asked.success) return badParameter(asked.error);
  const message = own(state, messageId);
  if ('status' in message) return message;
  if (message.card === null) return refused(230001, 'Your request contains an invalid request parameter, ext=This message is NOT a card.');
  if (state.clock.now() - message.at > CARD_LIFE_MS)
    return refused(230031, 'The message is expired, cards can only be updated within 14 days.');
  if (state.limits.take(`update ${messageId}`, PER_RECEIVER, 1000) > 0) return tooOften();
  const content = readContent(state, 'interactive', asked.data.content);
  if (content.kind === 'refused') return content.answer;
  if (!isShared(message.card) || !isShared(content.card)) {
    return refused(230001, 'Your request contains an invalid request parameter, ext=update_multi must be true before and after the update');
  }
  state.change({ ...message, content: asked.data.content, card: content.card, updatedAt: state.clock.now() });
  return done({});
}

/** `DELETE im/v1/messages/:id`. */
export function recall(state: PlatformState, messageId: string): Answer {
  const message = own(state, messageId);
  if ('status' in message) return message;
  state.change({ ...message, isRecalled: true, updatedAt: state.clock.now() });
  return done({});
}

/** `GET im/v1/messages/:id`. */
export function read(state: PlatformState, messageId: string): Answer {
  const message = state.world.message(messageId);
  if (message === undefined)
    return refused(230001, `Your request contains an invalid request parameter, ext=invalid message_id ${messageId}`);
  if (!state.world.chat(message.chat)?.hasBot) return botIsOutside();
  return done({ items: [platformView(state, message)] });
}

/** `PATCH im/v1/messages/:id/urgent_app`. */
export function urge(state: PlatformState, messageId: string, userIdType: unknown, body: unknown): Answer {
  const asked = z.object({ user_id_list: z.array(z.string()).min(1).max(200) }).safeParse(body);
  if (!asked.success) return badParameter(asked.error);
  const message = own(state, messageId);
  if ('status' in message) return message;
  const type = z.enum(['open_id', 'user_id', 'union_id']).safeParse(userIdType);
  if (!type.success) return refused(230001, 'Your request contains an invalid request parameter, ext=user_id_type');
  const members = state.world.chat(message.chat)?.members ?? [];
  const invalid = asked.data.user_id_list.filter((id) => !members.includes(memberByPlatformId(type.data, id)?.id ?? ''));
  return done({ invalid_user_id_list: invalid });
}

function deliver(
  state: PlatformState,
  chat: Chat,
  parent: Message | null,
  asked: { readonly msg_type: string; readonly content: string; readonly uuid?: string | undefined },
): Answer {
  const now = state.clock.now();
  const before = asked.uuid === undefined ? undefined : state.world.messageByUuid(asked.uuid, now - UUID_WINDOW_MS);
  if (before !== undefined) return done(platformView(state, before));
  if (state.limits.take(`chat ${chat.id}`, PER_RECEIVER, 1000) > 0) return tooOften();
  const content = readContent(state, asked.msg_type, asked.content);
  if (content.kind === 'refused') return content.answer;
  const message = state.say(chat, {
    from: BOT.id,
    type: content.type,
    content: asked.content,
    text: content.text,
    card: content.card,
    file: content.file,
    parent: parent?.id ?? null,
    root: parent === null ? null : (parent.root ?? parent.id),
    uuid: asked.uuid ?? null,
    isRecalled: false,
  });
  return done(platformView(state, message));
}

function receiver(state: PlatformState, type: unknown, id: string): Chat | Answer {
  const idType = z.enum(['open_id', 'user_id', 'union_id', 'email', 'chat_id']).safeParse(type);
  if (!idType.success)
    return refused(
      99992402,
      'field validation failed: receive_id_type is required and must be one of open_id, user_id, union_id, email, chat_id',
    );
  if (idType.data === 'chat_id') {
    const chat = state.world.chat(id);
    return chat?.hasBot ? chat : botIsOutside();
  }
  const member = memberByPlatformId(idType.data, id);
  if (member === undefined)
    return idType.data === 'open_id'
      ? refused(99992351, 'not a valid {open_id}, id may not exist')
      : refused(230034, 'The receive_id is invalid.');
  if (state.unavailable.has(member.id)) return refused(230013, 'Bot has NO availability to this user.');
  return state.world.privateChatOf(member.id);
}

/** Only a card declared as shared, before and after, can be updated for everybody. */
function isShared(card: JsonObject | null): boolean {
  const config = card?.['config'];
  return isObject(config) && config['update_multi'] === true;
}

function own(state: PlatformState, messageId: string): Message | Answer {
  const message = state.world.message(messageId);
  if (message === undefined)
    return refused(230001, `Your request contains an invalid request parameter, ext=invalid message_id ${messageId}`);
  if (message.from !== BOT.id) return refused(230027, 'Lack of necessary permissions, ext=the message is not sent by this app');
  if (message.isRecalled) return refused(230011, 'The message was withdrawn.');
  if (!state.world.chat(message.chat)?.hasBot) return botIsOutside();
  return message;
}

function platformView(state: PlatformState, message: Message): object {
  const isBot = message.from === BOT.id;
  const sender = isBot
    ? { id: state.app.appId, id_type: 'app_id', sender_type: 'app', tenant_key: TENANT_KEY }
    : { id: `ou_${message.from.padStart(32, '0')}`, id_type: 'open_id', sender_type: 'user', tenant_key: TENANT_KEY };
  return {
    message_id: message.id,
    ...(message.root === null ? {} : { root_id: message.root, parent_id: message.parent }),
    msg_type: message.type,
    create_time: String(message.at),
    update_time: String(message.updatedAt),
    deleted: message.isRecalled,
    updated: message.updatedAt !== message.at,
    chat_id: message.chat,
    sender,
    body: { content: message.isRecalled ? '' : message.content },
  };
}

const botIsOutside = (): Answer => refused(230002, 'The bot can not be outside the group.');
const tooOften = (): Answer => refused(230020, 'This operation triggers the frequency limit.');
const badParameter = (error: z.ZodError): Answer =>
  refused(
    230001,
    `Your request contains an invalid request parameter, ext=${error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
  );
