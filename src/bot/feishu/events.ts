// The shapes of the events we listen to, as we rely on them: extra fields pass, what may be missing may be missing.
import { z } from 'zod';

const id = z.string().min(1).max(200);
const maybe = z.string().nullish();
const time = z.union([z.string(), z.number()]).nullish();
const person = z.object({ open_id: maybe }).nullish();

/** What the SDK's dispatcher puts in front of every event (it flattens header and event into one). */
export const Header = z.object({ event_type: maybe, event_id: maybe, app_id: maybe, create_time: time });

/** `im.message.receive_v1`. */
export const MessageEvent = z.object({
  sender: z.object({ sender_id: person, sender_type: maybe }),
  message: z.object({
    message_id: id,
    parent_id: maybe,
    root_id: maybe,
    create_time: time,
    chat_id: id,
    chat_type: maybe,
    message_type: z.string(),
    content: maybe,
    mentions: z.array(z.object({ key: z.string(), id: person, name: maybe })).nullish(),
  }),
});
/** A checked message event. */
export type MessageEvent = z.infer<typeof MessageEvent>;

/** `card.action.trigger`. A submit button may come without its `value`. */
export const PressEvent = z.object({
  event_id: id,
  create_time: time,
  operator: z.object({ open_id: id }),
  action: z.object({ value: z.unknown().optional(), name: maybe, form_value: z.record(z.string(), z.unknown()).nullish() }),
  context: z.object({ open_message_id: id, open_chat_id: id }),
});
/** A checked press. */
export type PressEvent = z.infer<typeof PressEvent>;

/** `application.bot.menu_v6`. */
export const MenuEvent = z.object({
  event_id: id,
  event_key: z.string(),
  timestamp: time,
  operator: z.object({ operator_id: z.object({ open_id: id }) }),
});

/** `im.chat.access_event.bot_p2p_chat_entered_v1` and `im.chat.member.bot.added_v1`. */
export const ChatEvent = z.object({ event_id: id, create_time: time, chat_id: id, operator_id: z.object({ open_id: id }), name: maybe });

/** A text message's content; a post's is walked by hand, since its shape varies. */
export const TextContent = z.object({ text: z.string() });
/** A file message's content. */
export const FileContent = z.object({ file_key: id, file_name: maybe });
/** An image message's content. */
export const ImageContent = z.object({ image_key: id });

/** Whether an error means that an event had not the shape we rely on. */
export function isMalformed(error: unknown): boolean {
  return error instanceof z.ZodError;
}

/** The platform's times as a Date: messages are in ms, cards in µs, menus in s, all of them sometimes as text. */
export function instant(value: string | number | null | undefined, otherwise: Date): Date {
  const number = Number(value ?? Number.NaN);
  if (!Number.isFinite(number) || number <= 0) return otherwise;
  const ms = number >= 1e15 ? number / 1000 : number >= 1e12 ? number : number * 1000;
  return new Date(Math.floor(ms));
}
