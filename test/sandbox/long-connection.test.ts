// The long connection as the real SDK lives through it.
import { expect, test } from 'vitest';
import type { ActionAnswer, MessageView, StateView } from '../../sandbox/shapes.ts';
import { GROUP_ID } from '../../sandbox/world.ts';
import { account, ask, button, card, client, connect, plain, platform, privateChat, send, until } from './support.ts';

interface Heard {
  readonly event_id: string;
  readonly message: { readonly message_id: string; readonly content: string; readonly chat_type: string; readonly mentions?: unknown[] };
}

test('a private message reaches the bot and its answer reaches the page', async () => {
  const running = await platform();
  const heard: Heard[] = [];
  await connect(running, { 'im.message.receive_v1': (data: Heard) => void heard.push(data) });
  const chat = await privateChat(running, 'P002');
  const { id } = await ask<{ id: string }>(running, '/messages', { as: 'P002', chat, text: '/帮助' });
  await until(() => heard.length === 1);
  expect(heard[0]?.message).toMatchObject({ message_id: id, content: '{"text":"/帮助"}', chat_type: 'p2p' });
  await send(client(running), 'P002', 'text', { text: '你好' });
  const messages = await ask<MessageView[]>(running, `/chats/${chat}/messages?as=P002`);
  expect(messages.map((message) => [message.from.name, message.text])).toEqual([
    ['王经办', '/帮助'],
    ['明签', '你好'],
  ]);
  expect(await ask<StateView>(running, '/state')).toEqual({ isBotConnected: true, pendingEvents: 0 });
});

test('a long message arrives whole although it travels in parts', async () => {
  const running = await platform({ partBytes: 100 });
  const heard: Heard[] = [];
  await connect(running, { 'im.message.receive_v1': (data: Heard) => void heard.push(data) });
  const text = '抽查'.repeat(3000);
  await ask(running, '/messages', { as: 'P002', chat: await privateChat(running, 'P002'), text });
  await until(() => heard.length === 1);
  expect(JSON.parse(heard[0]?.message.content ?? '')).toEqual({ text });
});

test('a group message reaches the bot only when the bot is there and mentioned', async () => {
  const running = await platform();
  const heard: Heard[] = [];
  const joined: unknown[] = [];
  await connect(running, {
    'im.message.receive_v1': (data: Heard) => void heard.push(data),
    'im.chat.member.bot.added_v1': (data: unknown) => void joined.push(data),
  });
  const say = (text: string) => ask(running, '/messages', { as: 'P003', chat: GROUP_ID, text });
  await say('@明签 早了');
  await ask(running, `/groups/${GROUP_ID}/bot`, { as: 'P001' });
  await until(() => joined.length === 1);
  await say('大家好');
  await say('@明签 /待办');
  await until(() => heard.length === 1);
  expect(heard[0]?.message).toMatchObject({
    content: '{"text":"@_user_1 /待办"}',
    chat_type: 'group',
    mentions: [{ key: '@_user_1', name: '明签' }],
  });
  expect(joined[0]).toMatchObject({ chat_id: GROUP_ID, name: '双随机抽签公示群（示例）', operator_id: { open_id: account('P001') } });
});

test('a press carries the form as Feishu sends it and the answer replaces the card', async () => {
  const running = await platform();
  const pressed: unknown[] = [];
  const next = card({ tag: 'div', text: plain('已提交') });
  await connect(running, {
    'card.action.trigger': (data: unknown) => {
      pressed.push(data);
      return { toast: { type: 'success', content: '好了' }, card: { type: 'raw', data: next } };
    },
  });
  const form = {
    tag: 'form',
    name: 'f',
    elements: [
      { tag: 'input', name: 'remark', required: true },
      { tag: 'date_picker', name: 'day', placeholder: plain('日期') },
      { tag: 'checker', name: 'onsite', text: plain('到场') },
      {
        tag: 'multi_select_static',
        name: 'kinds',
        options: [
          { text: plain('甲'), value: 'a' },
          { text: plain('乙'), value: 'b' },
        ],
      },
      button('提交', { do: 'submit' }, { name: 'go', form_action_type: 'submit' }),
    ],
  };
  const sent = await send(client(running), 'P011', 'interactive', card(form));
  const message = sent.data?.message_id ?? '';
  const press = (filled: object) => ask<ActionAnswer>(running, '/actions', { as: 'P011', message, button: 'go', form: filled });
  expect(await press({})).toEqual({ error: { code: 0, text: '有必填项未填写' } });
  expect(pressed).toEqual([]);
  expect(await press({ remark: '无异常', day: '2026-03-16', kinds: ['b'] })).toEqual({
    toast: { type: 'success', content: '好了' },
    card: next,
  });
  expect(pressed[0]).toMatchObject({
    create_time: expect.stringMatching(/^\d{16}$/) as string,
    operator: { open_id: account('P011') },
    host: 'im_message',
    context: { open_message_id: message },
    action: {
      tag: 'button',
      name: 'go',
      value: { do: 'submit' },
      form_value: { remark: '无异常', day: '2026-03-16 +0800', onsite: false, kinds: ['b'] },
    },
  });
  const messages = await ask<MessageView[]>(running, `/chats/${await privateChat(running, 'P011')}/messages?as=P011`);
  expect(messages[0]?.card).toEqual(next);
});

test('a menu item reaches the bot with its key', async () => {
  const running = await platform();
  const chosen: unknown[] = [];
  await connect(running, { 'application.bot.menu_v6': (data: unknown) => void chosen.push(data) });
  await ask(running, '/menu', { as: 'P002', key: 'command:/待办' });
  await until(() => chosen.length === 1);
  expect(chosen[0]).toMatchObject({ event_key: 'command:/待办', operator: { operator_id: { open_id: account('P002') } } });
});
