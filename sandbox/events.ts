// The envelopes the platform pushes (schema 2.0), shaped as its documents show them.
import { randomBytes, randomUUID } from 'node:crypto';
import { BOT, TENANT_KEY } from './bot.ts';
import type { Member } from './people.ts';
import type { JsonObject } from './shapes.ts';
import type { Chat, Message } from './world.ts';

/** One event or callback. */
export interface Envelope {
  readonly schema: '2.0';
  readonly header: {
    readonly event_id: string;
    readonly event_type: string;
    readonly create_time: string;
    readonly token: string;
    readonly app_id: string;
    readonly tenant_key: string;
  };
  readonly event: JsonObject;
}

/** Makes envelopes for one app. */
export type Envelopes = ReturnType<typeof envelopesFor>;

/** `now`:  the stand-in's time in ms. */
export function envelopesFor(appId: string, verificationToken: string, now: () => number) {
  const envelope = (type: string, createTime: string, event: JsonObject): Envelope => ({
    schema: '2.0',
    header: {
      event_id: randomBytes(16).toString('hex'),
      event_type: type,
      create_time: createTime,
      token: verificationToken,
      app_id: appId,
      tenant_key: TENANT_KEY,
    },
    event,
  });
  const inMs = (): string => String(now());
  return {
    /** Somebody wrote to the bot. */
    message: (from: Member, chat: Chat, message: Message): Envelope =>
      envelope('im.message.receive_v1', inMs(), {
        sender: { sender_id: idsOf(from), sender_type: 'user', tenant_key: TENANT_KEY },
        message: {
          message_id: message.id,
          ...(message.root === null ? {} : { root_id: message.root, parent_id: message.parent }),
          create_time: String(message.at),
          update_time: String(message.updatedAt),
          chat_id: chat.id,
          chat_type: chat.kind === 'private' ? 'p2p' : 'group',
          message_type: message.type,
          content: message.content,
          ...(mentionsOf(message).length === 0 ? {} : { mentions: mentionsOf(message) }),
          user_agent: 'Mozilla/5.0 Lark/7.50 示例',
        },
      }),
    /** Somebody pressed a card; times in microseconds, as the platform has it. */
    press: (by: Member, message: Message, token: string, action: JsonObject): Envelope =>
      envelope('card.action.trigger', `${now()}000`, {
        operator: { tenant_key: TENANT_KEY, open_id: by.account, union_id: by.unionId },
        token,
        action,
        host: 'im_message',
        context: { open_message_id: message.id, open_chat_id: message.chat },
      }),
    /** Somebody chose an item of the bot's menu; the time is in seconds. */
    menu: (by: Member, key: string): Envelope =>
      envelope('application.bot.menu_v6', inMs(), {
        operator: { operator_name: by.name, operator_id: idsOf(by) },
        event_key: key,
        timestamp: Math.floor(now() / 1000),
      }),
    /** Somebody opened the private chat with the bot. */
    entered: (by: Member, chat: Chat, last: Message | undefined): Envelope =>
      envelope('im.chat.access_event.bot_p2p_chat_entered_v1', inMs(), {
        chat_id: chat.id,
        operator_id: idsOf(by),
        last_message_id: last?.id ?? '',
        last_message_create_time: last === undefined ? '' : String(last.at),
      }),
    /** Somebody added the bot to a group. */
    joined: (by: Member, chat: Chat): Envelope =>
      envelope('im.chat.member.bot.added_v1', inMs(), {
        chat_id: chat.id,
        operator_id: idsOf(by),
        external: false,
        operator_tenant_key: TENANT_KEY,
        name: chat.name,
        i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
      }),
  };
}

/** The same event under another id, as the platform sometimes pushes a message twice. */
export const again = (envelope: Envelope): Envelope => ({
  ...envelope,
  header: { ...envelope.header, event_id: randomUUID().replaceAll('-', '') },
});

/** Text as the bot receives it: a mention of the bot becomes a key that `mentions` explains. */
export function mentioned(text: string): string {
  return text.replaceAll(`@${BOT.name}`, '@_user_1');
}

// user_id is left out: it needs the sensitive scope contact:user.employee_id:readonly.
const idsOf = (person: Member): JsonObject => ({ open_id: person.account, union_id: person.unionId });

function mentionsOf(message: Message): readonly JsonObject[] {
  if (message.type !== 'text' || !message.content.includes('@_user_1')) return [];
  return [
    {
      key: '@_user_1',
      id: { open_id: BOT.openId, union_id: BOT.unionId },
      mentioned_type: 'bot',
      name: BOT.name,
      tenant_key: TENANT_KEY,
    },
  ];
}
