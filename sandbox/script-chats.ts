// The routes of /sandbox that people use in a chat: read, write, press, menu, adding the bot.
import type { Router } from 'express';
import { z } from 'zod';
import { MENU } from './bot.ts';
import { imageEnding } from './open-files.ts';
import { PEOPLE } from './people.ts';
import type { PlatformState } from './platform-state.ts';
import { press } from './press.ts';
import { As, asked, askedBy, fine, inChat, refuse } from './script-route.ts';
import { addBot, enter, markRead, type Written, write } from './talk.ts';
import { viewOfChat, viewOfMessage } from './views.ts';

const InChat = As.extend({ chat: z.string() });
/** `peek`: a look that marks nothing as read, for the tour, which watches everybody. */
const Reading = InChat.extend({ peek: z.literal('1').optional() });
const Writing = InChat.extend({
  text: z.string().min(1).max(20_000).optional(),
  file: z.object({ name: z.string().min(1).max(200), base64: z.base64() }).optional(),
  parent: z.string().optional(),
}).refine((one) => (one.text === undefined) !== (one.file === undefined), 'text 与 file 须有且只有一个');
const Pressing = As.extend({
  message: z.string(),
  button: z.string(),
  form: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])).optional(),
});

/** Adds the routes. */
export function chatRoutes(state: PlatformState, router: Router): void {
  router.get(
    '/sandbox/people',
    asked(z.object({}), () =>
      fine(PEOPLE.map(({ id, name, role, avatar, account, mobile }) => ({ id, name, role, avatar, account, mobile }))),
    ),
  );
  router.get(
    '/sandbox/chats',
    askedBy(As, (_, by) => {
      const chats = state.world.chats().filter((chat) => chat.members.includes(by.id));
      return fine(chats.map((chat) => viewOfChat(state.world, chat, by.id)));
    }),
  );
  router.get(
    '/sandbox/chats/:chat/messages',
    askedBy(Reading, ({ chat: id, peek }, by) =>
      inChat(state, by, id, (chat) => {
        if (peek === undefined) markRead(state, by, chat);
        return fine(state.world.messagesOf(chat.id).map(viewOfMessage));
      }),
    ),
  );
  router.post(
    '/sandbox/chats/:chat/enter',
    askedBy(InChat, ({ chat: id }, by) =>
      inChat(state, by, id, (chat) => {
        enter(state, by, chat);
        return fine({});
      }),
    ),
  );
  router.post(
    '/sandbox/groups/:chat/bot',
    askedBy(InChat, ({ chat: id }, by) =>
      inChat(state, by, id, (chat) => {
        if (chat.kind !== 'group') return refuse(400, '这不是群');
        addBot(state, by, chat);
        return fine({});
      }),
    ),
  );
  router.post(
    '/sandbox/messages',
    askedBy(Writing, (writing, by) =>
      inChat(state, by, writing.chat, (chat) => {
        const parent = writing.parent === undefined ? null : (state.world.message(writing.parent) ?? null);
        if (writing.parent !== undefined && parent?.chat !== chat.id) return refuse(404, '要回复的消息不在这个会话里');
        const file = fileOf(writing.file);
        if (file?.bytes.length === 0) return refuse(400, '文件是空的');
        return fine({ id: write(state, by, chat, { text: writing.text ?? null, file, parent }).id });
      }),
    ),
  );
  router.post(
    '/sandbox/actions',
    askedBy(Pressing, (pressing, by) => {
      const message = state.world.message(pressing.message);
      if (message === undefined) return refuse(404, '没有这条消息');
      return inChat(state, by, message.chat, async () => fine(await press(state, by, message, pressing)));
    }),
  );
  router.get(
    '/sandbox/menu',
    asked(z.object({}), () => fine(MENU)),
  );
  router.post(
    '/sandbox/menu',
    askedBy(As.extend({ key: z.string() }), ({ key }, by) => {
      if (!MENU.some((item) => item.key === key)) return refuse(404, '菜单里没有这一项');
      state.delivery.post(state.envelopes.menu(by, key));
      return fine({});
    }),
  );
}

function fileOf(file: { readonly name: string; readonly base64: string } | undefined): Written['file'] {
  if (file === undefined) return null;
  const bytes = Buffer.from(file.base64, 'base64');
  return { name: file.name, bytes, isImage: imageEnding(bytes) !== null };
}
