// The open API through the real SDK: tokens, sending once, limits, updates, files.
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { MessageView, WireEntry } from '../../sandbox/shapes.ts';
import { GROUP_ID } from '../../sandbox/world.ts';
import { account, ask, button, card, client, plain, platform, privateChat, refusal, send } from './support.ts';

const DAY_MS = 86_400_000;
const shown = card({ tag: 'div', text: plain('一') });
const content = JSON.stringify(card({ tag: 'div', text: plain('二') }));

test('a wrong secret gets no token', async () => {
  const running = await platform();
  await expect(send(client(running, 'wrong'), 'P002', 'text', { text: 'x' })).rejects.toThrow();
  const entry = (await ask<WireEntry[]>(running, '/wire?since=0'))[0];
  expect(entry).toMatchObject({ what: '取令牌', code: 10014, verdict: '拒绝：app secret invalid', body: { app_secret: '***' } });
});

test('one token serves many calls, and a bad one is refused with 99991663', async () => {
  const running = await platform();
  const sdk = client(running);
  await send(sdk, 'P002', 'text', { text: '一' });
  await send(sdk, 'P003', 'text', { text: '二' });
  expect((await ask<WireEntry[]>(running, '/wire')).filter((entry) => entry.what === '取令牌')).toHaveLength(1);
  running.state.tokens.revoke();
  expect(await refusal(send(sdk, 'P002', 'text', { text: '三' }))).toMatchObject({ status: 400, code: 99991663 });
});

test('a token expires', async () => {
  const running = await platform({ tokenLifeSeconds: 0 });
  expect(await refusal(send(client(running), 'P002', 'text', { text: '一' }))).toMatchObject({ code: 99991663 });
});

test('a call without a token is refused in the real shape, with a log id', async () => {
  const running = await platform();
  const response = await fetch(`${running.url}/open-apis/bot/v3/info`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    code: 99991661,
    error: { log_id: expect.stringMatching(/^[0-9A-F]{32}$/) as string, troubleshooter: expect.stringContaining('log_id=') as string },
  });
});

test('two sends with one uuid within the hour are one message; after the hour they are two', async () => {
  const running = await platform();
  const sdk = client(running);
  const first = await send(sdk, 'P002', 'text', { text: '一' }, 'outbox-1');
  const second = await send(sdk, 'P002', 'text', { text: '一' }, 'outbox-1');
  expect(second.data?.message_id).toBe(first.data?.message_id);
  running.state.clock.advance(3_600_001);
  const third = await send(sdk, 'P002', 'text', { text: '一' }, 'outbox-1');
  expect(third.data?.message_id).not.toBe(first.data?.message_id);
  expect(running.state.world.messagesOf(await privateChat(running, 'P002'))).toHaveLength(2);
});

test('whoever cannot be reached is named by the code', async () => {
  const running = await platform({ unavailable: ['P900'] });
  const sdk = client(running);
  const to = (type: 'open_id' | 'chat_id' | 'email', id: string) =>
    refusal(
      sdk.im.v1.message.create({
        params: { receive_id_type: type },
        data: { receive_id: id, msg_type: 'text', content: '{"text":"x"}' },
      }),
    );
  expect(await to('open_id', account('P900'))).toMatchObject({ code: 230013 });
  expect(await to('open_id', 'ou_nobody')).toMatchObject({ code: 99992351 });
  expect(await to('email', 'nobody@example.com')).toMatchObject({ code: 230034 });
  expect(await to('chat_id', GROUP_ID)).toMatchObject({ code: 230002 });
  expect(await to('chat_id', 'oc_nowhere')).toMatchObject({ code: 230002 });
  expect(await to('email', 'p002@example.com')).toBeNull();
  expect(await to('phone' as 'email', '1')).toMatchObject({ code: 99992402 });
});

test('content must be JSON text fit for its type and size', async () => {
  const running = await platform();
  const sdk = client(running);
  const raw = (type: string, text: string) =>
    refusal(
      sdk.im.v1.message.create({
        params: { receive_id_type: 'open_id' },
        data: { receive_id: account('P002'), msg_type: type, content: text },
      }),
    );
  expect(await raw('text', 'hello')).toMatchObject({ code: 230001 });
  expect(await raw('text', '{"text":""}')).toMatchObject({ code: 230001 });
  expect(await raw('text', JSON.stringify({ text: '长'.repeat(51_200) }))).toMatchObject({ code: 230025 });
  expect(await raw('file', '{"file_key":"file_v3_no"}')).toMatchObject({ code: 230001 });
  expect(await refusal(send(sdk, 'P003', 'sticker', {}))).toMatchObject({ code: 230001 });
});

test('the sixth message a second to one receiver is refused with 230020, while another receiver is free', async () => {
  let now = 0;
  const running = await platform({ ticks: () => now });
  const sdk = client(running);
  for (let n = 0; n < 5; n += 1) await send(sdk, 'P002', 'text', { text: `${n}` });
  expect(await refusal(send(sdk, 'P002', 'text', { text: '5' }))).toMatchObject({ status: 400, code: 230020 });
  expect(await send(sdk, 'P003', 'text', { text: '5' })).toMatchObject({ code: 0 });
  now = 1001;
  expect(await send(sdk, 'P002', 'text', { text: '6' })).toMatchObject({ code: 0 });
});

test('the fifty-first call a second is refused with 429 and says how long to wait', async () => {
  const running = await platform({ ticks: () => 0 });
  const token = await client(running).tokenManager.getTenantAccessToken();
  const call = () => fetch(`${running.url}/open-apis/im/v1/messages/om_x`, { headers: { authorization: `Bearer ${token}` } });
  const responses = await Promise.all(Array.from({ length: 51 }, call));
  const refused = responses.filter((response) => response.status === 429);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.headers.get('x-ogw-ratelimit-reset')).toBe('1');
  expect(await refused[0]?.json()).toMatchObject({ code: 99991400 });
});

test('a card is updated silently, by its sender only, within fourteen days, five times a second', async () => {
  const running = await platform({ ticks: () => 0 });
  const sdk = client(running);
  const chat = await privateChat(running, 'P002');
  const id = (await send(sdk, 'P002', 'interactive', shown)).data?.message_id ?? '';
  const patch = (message: string, text = content) =>
    refusal(sdk.im.v1.message.patch({ path: { message_id: message }, data: { content: text } }));
  await ask(running, `/chats/${chat}/messages?as=P002`);
  expect(await patch(id)).toBeNull();
  const [after] = await ask<MessageView[]>(running, `/chats/${chat}/messages?as=P002`);
  expect(JSON.stringify(after?.card)).toBe(content);
  expect(await patch(id, JSON.stringify({ ...shown, config: {} }))).toMatchObject({ code: 230001 });
  const { id: theirs } = await ask<{ id: string }>(running, '/messages', { as: 'P002', chat, text: 'x' });
  expect(await patch(theirs)).toMatchObject({ code: 230027 });
  expect([await patch(id), await patch(id), await patch(id)]).toEqual([null, null, null]);
  expect(await patch(id)).toMatchObject({ code: 230020 });
  running.state.clock.advance(14 * DAY_MS + 1000);
  expect(await patch(id)).toMatchObject({ code: 230031 });
});

test('a recalled message cannot be updated, answered or read', async () => {
  const running = await platform();
  const sdk = client(running);
  const id = (await send(sdk, 'P002', 'interactive', shown)).data?.message_id ?? '';
  await sdk.im.v1.message.delete({ path: { message_id: id } });
  expect(await refusal(sdk.im.v1.message.patch({ path: { message_id: id }, data: { content } }))).toMatchObject({ code: 230011 });
  expect(
    await refusal(sdk.im.v1.message.reply({ path: { message_id: id }, data: { msg_type: 'text', content: '{"text":"x"}' } })),
  ).toMatchObject({ code: 230011 });
  const [view] = await ask<MessageView[]>(running, `/chats/${await privateChat(running, 'P002')}/messages?as=P002`);
  expect(view).toMatchObject({ isRecalled: true });
  expect(view).not.toHaveProperty('card');
});

test('a reply stands under what it answers', async () => {
  const running = await platform();
  const chat = await privateChat(running, 'P002');
  const { id } = await ask<{ id: string }>(running, '/messages', { as: 'P002', chat, text: '/帮助' });
  await client(running).im.v1.message.reply({ path: { message_id: id }, data: { msg_type: 'text', content: '{"text":"好"}' } });
  const messages = await ask<MessageView[]>(running, `/chats/${chat}/messages?as=P002`);
  expect(messages[1]).toMatchObject({ text: '好', parent: id });
});

test('a file goes up and comes down byte by byte, in both directions', async () => {
  const running = await platform();
  const sdk = client(running);
  const chat = await privateChat(running, 'P002');
  const bytes = randomBytes(300_000);
  const up = await sdk.im.v1.file.create({ data: { file_type: 'stream', file_name: '名录（示例）.xlsx', file: bytes } });
  await send(sdk, 'P002', 'file', { file_key: up?.file_key });
  const [sent] = await ask<MessageView[]>(running, `/chats/${chat}/messages?as=P002`);
  expect(sent?.file).toEqual({ key: up?.file_key, name: '名录（示例）.xlsx', bytes: 300_000 });
  const page = await fetch(`${running.url}/sandbox/files/${up?.file_key}?as=P002`);
  expect(Buffer.from(await page.arrayBuffer()).equals(bytes)).toBe(true);
  expect((await fetch(`${running.url}/sandbox/files/${up?.file_key}?as=P003`)).status).toBe(404);

  const file = { name: 'a.bin', base64: bytes.toString('base64') };
  const { id } = await ask<{ id: string }>(running, '/messages', { as: 'P002', chat, file });
  const theirs = (await ask<MessageView[]>(running, `/chats/${chat}/messages?as=P002`))[1]?.file?.key ?? '';
  const down = await sdk.im.v1.messageResource.get({ path: { message_id: id, file_key: theirs }, params: { type: 'file' } });
  expect((await buffer(down.getReadableStream())).equals(bytes)).toBe(true);
  const download = (message: string, key: string, type: string) =>
    refusal(sdk.im.v1.messageResource.get({ path: { message_id: message, file_key: key }, params: { type } }));
  expect(await download(id, theirs, 'image')).toMatchObject({ status: 400 });
  expect(await download(id, up?.file_key ?? '', 'file')).toMatchObject({ status: 400 });
});

test('empty files, files that are no images and unknown types are refused', async () => {
  const running = await platform();
  const sdk = client(running);
  const file = (type: 'stream', bytes: Buffer) =>
    refusal(sdk.im.v1.file.create({ data: { file_type: type, file_name: 'a', file: bytes } }));
  expect(await file('stream', Buffer.alloc(0))).toMatchObject({ code: 234010 });
  expect(await file('zip' as 'stream', Buffer.from('a'))).toMatchObject({ code: 234001 });
  expect(await file('stream', Buffer.alloc(30 * 1024 * 1024 + 1))).toMatchObject({ code: 234006 });
  expect(await refusal(sdk.im.v1.image.create({ data: { image_type: 'message', image: Buffer.from('x') } }))).toMatchObject({
    code: 234011,
  });
});

test('people are found by mobile number; a number of nobody comes back bare', async () => {
  const running = await platform();
  const found = await client(running).contact.v3.user.batchGetId({
    params: { user_id_type: 'open_id' },
    data: { mobiles: ['19900000011', '13000000000'] },
  });
  expect(found.data?.user_list).toEqual([{ mobile: '19900000011', user_id: account('P011') }, { mobile: '13000000000' }]);
  const user = await client(running).contact.v3.user.get({ path: { user_id: account('P011') }, params: { user_id_type: 'open_id' } });
  expect(user.data?.user?.name).toBe('李检查');
});

test('the app may ask who it is, how many of it are online and what it may do', async () => {
  const running = await platform();
  const sdk = client(running);
  const get = (url: string) => sdk.request<object>({ method: 'GET', url });
  expect(await get('/open-apis/bot/v3/info')).toMatchObject({ code: 0, bot: { app_name: '明签' } });
  expect(await get('/open-apis/event/v1/connection')).toMatchObject({ data: { online_instance_cnt: 0 } });
  expect(await get('/open-apis/application/v6/applications/me?lang=zh_cn')).toMatchObject({ data: { app: { app_id: running.app.appId } } });
  expect(await refusal(get('/open-apis/im/v9/nothing'))).toMatchObject({ status: 404 });
});

test('a callback token updates the card later, twice and no more', async () => {
  const running = await platform();
  const sdk = client(running);
  const id = (await send(sdk, 'P002', 'interactive', card(button('x', {})))).data?.message_id ?? '';
  running.state.cardTokens.set('c-1', { message: id, until: Number.POSITIVE_INFINITY, uses: 0 });
  const later = () =>
    refusal(sdk.request({ method: 'POST', url: '/open-apis/interactive/v1/card/update', data: { token: 'c-1', card: shown } }));
  expect([await later(), await later()]).toEqual([null, null]);
  expect(await later()).toMatchObject({ code: 300040 });
});

test('neither secret nor token is ever on the wire log', async () => {
  const running = await platform();
  const sdk = client(running);
  await send(sdk, 'P002', 'text', { text: '一' });
  const token = await sdk.tokenManager.getTenantAccessToken();
  const wire = JSON.stringify(await ask<WireEntry[]>(running, '/wire'));
  expect(wire).toContain('发送消息');
  expect(wire).not.toContain(running.app.appSecret);
  expect(wire).not.toContain(token);
});

test('faults: a 429 answer, and an answer lost although the message was sent', async () => {
  const running = await platform();
  const sdk = client(running);
  await ask(running, '/faults', { kind: '429', count: 1 });
  expect(await refusal(send(sdk, 'P002', 'text', { text: '一' }))).toMatchObject({ status: 429, code: 99991400 });
  await ask(running, '/faults', { kind: 'lost-answer', count: 1 });
  await expect(send(sdk, 'P002', 'text', { text: '二' }, 'u-2')).rejects.toThrow(/socket hang up|ECONNRESET/);
  expect(await send(sdk, 'P002', 'text', { text: '二' }, 'u-2')).toMatchObject({ code: 0 });
  expect(running.state.world.messagesOf(await privateChat(running, 'P002')).map((message) => message.text)).toEqual(['二']);
});
