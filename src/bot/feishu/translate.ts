// From the platform's events to what a person did. Null or an empty list: nothing that concerns us.
import type { Act } from '../../cards/card.ts';
import type { FormValue, Incoming } from '../incoming.ts';
import { ChatEvent, FileContent, ImageContent, instant, MenuEvent, type MessageEvent, type PressEvent, TextContent } from './events.ts';
import { flattenPost, isMentioned, withoutMentions } from './plain-text.ts';

/** What is stored and worked on later; a press is answered at once. */
export type Taken = Exclude<Incoming, { kind: 'press' }>;

/** A press. */
export type Press = Extract<Incoming, { kind: 'press' }>;

const COMMAND = 'command:';

/** A message as the things in it: a text, a file, or a text and the images of a post, each with a key of its own. */
export function messageOf({ sender, message }: MessageEvent, botId: string | null, now: Date): readonly Taken[] {
  const account = sender.sender_id?.open_id;
  const mentions = message.mentions ?? [];
  const isGroup = message.chat_type !== 'p2p';
  // Other bots are not answered: two polite bots would never stop.
  if (sender.sender_type !== 'user' || !account) return [];
  if (isGroup && (botId === null || !isMentioned(mentions, botId))) return [];
  const common = {
    key: `feishu:${message.message_id}`,
    platform: 'feishu' as const,
    account,
    at: instant(message.create_time, now),
    chat: message.chat_id,
    isGroup,
    message: message.message_id,
    parent: message.parent_id || null,
    root: message.root_id || null,
  };
  const say = (text: string): Taken => ({ ...common, kind: 'text', text: withoutMentions(text, mentions, botId) });
  const show = (file: string, key: string): Taken => ({ ...common, key, kind: 'file', file, fileName: 'image', isImage: true });
  const content = parsed(message.content);

  switch (message.message_type) {
    case 'text': {
      const text = TextContent.safeParse(content);
      return [say(text.success ? text.data.text : '')];
    }
    case 'post': {
      const { text, images } = flattenPost(content);
      const shown = images.map((image, i) => show(image, `${common.key}:${i + 1}`));
      return text === '' && shown.length > 0 ? shown : [say(text), ...shown];
    }
    case 'image': {
      const image = ImageContent.safeParse(content);
      return [image.success ? show(image.data.image_key, common.key) : say('')];
    }
    case 'file': {
      const file = FileContent.safeParse(content);
      if (!file.success) return [say('')];
      return [{ ...common, kind: 'file', file: file.data.file_key, fileName: file.data.file_name || 'file', isImage: false }];
    }
    default:
      return [say('')];
  }
}

/** A menu item; its `event_key` in the developer console is `command:` and the command. */
export function menuOf(event: unknown, now: Date): Taken | null {
  const { event_id, event_key, timestamp, operator } = MenuEvent.parse(event);
  if (!event_key.startsWith(COMMAND)) return null;
  const command = event_key.slice(COMMAND.length).trim();
  return { ...about(event_id, operator.operator_id.open_id, instant(timestamp, now)), kind: 'menu', command };
}

/** Somebody opened the private chat. Sent at every opening. */
export function enteredOf(event: unknown, now: Date): Taken {
  const { event_id, operator_id, create_time, chat_id } = ChatEvent.parse(event);
  return { ...about(event_id, operator_id.open_id, instant(create_time, now)), kind: 'entered', chat: chat_id };
}

/** The bot was taken into a group. */
export function joinedOf(event: unknown, now: Date): Taken {
  const { event_id, operator_id, create_time, chat_id, name } = ChatEvent.parse(event);
  return { ...about(event_id, operator_id.open_id, instant(create_time, now)), kind: 'joined', chat: chat_id, name: name ?? '' };
}

/** A press whose act has been decoded already. */
export function pressOf(event: PressEvent, act: Act, now: Date): Press {
  return {
    ...about(event.event_id, event.operator.open_id, instant(event.create_time, now)),
    kind: 'press',
    chat: event.context.open_chat_id,
    message: event.context.open_message_id,
    act,
    form: formOf(event.action.form_value ?? {}),
  };
}

function about(eventId: string, account: string, at: Date) {
  return { key: `feishu:${eventId}`, platform: 'feishu' as const, account, at };
}

/** The filled fields under the names a card can have; whatever else a client makes up is left behind. */
function formOf(values: Readonly<Record<string, unknown>>): Readonly<Record<string, FormValue>> {
  const fields = Object.entries(values).flatMap(([name, value]): [string, FormValue][] => {
    if (!/^[A-Za-z]\w{0,99}$/.test(name)) return [];
    if (typeof value === 'string') return [[name, dayIn(value) ?? value]];
    if (typeof value === 'boolean') return [[name, value]];
    if (typeof value === 'number') return [[name, String(value)]];
    return Array.isArray(value) ? [[name, value.filter((each): each is string => typeof each === 'string')]] : [];
  });
  return Object.fromEntries(fields);
}

/** A date picker sends the zone of the person's device behind the day; the day is what was picked. */
function dayIn(value: string): string | null {
  return /^(\d{4}-\d\d-\d\d) [+-]\d{4}$/.exec(value)?.[1] ?? null;
}

function parsed(content: string | null | undefined): unknown {
  try {
    return JSON.parse(content ?? '');
  } catch {
    return null;
  }
}
