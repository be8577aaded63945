// The door at the stand-in platform, with the real renderer: what people see and do in their chats, there and back.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Platform, PlatformOptions } from '../../../sandbox/platform.ts';
import type { ActionAnswer, MessageView } from '../../../sandbox/shapes.ts';
import { checkFeishu } from '../../../src/bot/feishu/doctor.ts';
import { type FeishuDoor, type FeishuMode, openFeishuDoor } from '../../../src/bot/feishu/door.ts';
import { readAct } from '../../../src/cards/act-name.ts';
import type { Card } from '../../../src/cards/card.ts';
import { renderFeishu } from '../../../src/cards/feishu.ts';
import { account, ask, platform, privateChat, until } from '../../sandbox/support.ts';
import { keepLog, QUICK, type TestDesk, testDesk } from '../../support/feishu-bench.ts';

const WANG = 'P002';

const FORM: Card = {
  title: '检查发现',
  preview: '检查发现',
  state: { word: '检查中', tone: 'doing' },
  blocks: [
    { kind: 'text', text: '**别** <at id=all></at> [x](http://e)' },
    {
      kind: 'form',
      name: 'findings',
      fields: [
        { kind: 'text', name: 'words', label: '说明', required: true, lines: 3, max: 500 },
        { kind: 'day', name: 'due', label: '期限', required: false },
        { kind: 'tick', name: 'onsite', label: '本人已到现场' },
      ],
      submit: { label: '提交', look: 'main', act: { do: 'submit-findings', about: 'A1', v: 2 } },
    },
  ],
};

interface Stand {
  readonly running: Platform;
  readonly door: FeishuDoor;
  readonly desk: TestDesk;
}

async function stand(options: PlatformOptions = {}, mode: FeishuMode = { mode: 'ws' }): Promise<Stand> {
  const running = await platform(options);
  const desk = testDesk();
  const door = openFeishuDoor({
    ...mode,
    ...running.app,
    baseUrl: running.url,
    render: renderFeishu,
    decodeAct: readAct,
    log: keepLog(),
    now: () => new Date(),
    times: QUICK,
  });
  onTestFinished(() => door.stop());
  await door.start(desk);
  if (mode.mode === 'ws') await until(() => running.state.connections.isConnected() && door.state().isConnected);
  return { running, door, desk };
}

async function sees(running: Platform, as: string): Promise<MessageView[]> {
  return ask<MessageView[]>(running, `/chats/${await privateChat(running, as)}/messages?as=${as}`);
}

test('a person writes, is sent a form, fills it in, and the card changes in place', async () => {
  const { running, door, desk } = await stand();
  await ask(running, '/messages', { as: WANG, chat: await privateChat(running, WANG), text: '/检查' });
  await until(() => desk.taken.some((each) => each.kind === 'text' && each.text === '/检查'));
  const sent = await door.send({ kind: 'account', account: account(WANG) }, { kind: 'card', card: FORM }, 'u1');
  expect(sent.kind).toBe('sent');
  const [shown] = (await sees(running, WANG)).filter((message) => message.kind === 'card');
  desk.onPress = async () => ({ toast: { look: 'success', text: '已提交' }, card: { title: '已提交', preview: '已提交', blocks: [] } });
  const form = { words: '消防通道堵塞', due: '2026-03-16 +0800', onsite: true };
  const answer = await ask<ActionAnswer>(running, '/actions', { as: WANG, message: shown?.id, button: '提交', form });
  expect(answer).toMatchObject({ toast: { type: 'success', content: '已提交' }, card: { header: { title: { content: '已提交' } } } });
  expect(desk.presses).toMatchObject([
    {
      account: account(WANG),
      message: shown?.id,
      act: { do: 'submit-findings', about: 'A1', v: 2 },
      form: { words: '消防通道堵塞', due: '2026-03-16', onsite: true },
    },
  ]);
});

test('a desk that is too slow: the person sees that it was received, and then the card', async () => {
  const { running, door, desk } = await stand();
  await door.send({ kind: 'account', account: account(WANG) }, { kind: 'card', card: FORM }, 'u1');
  const [shown] = (await sees(running, WANG)).filter((message) => message.kind === 'card');
  desk.onPress = () => new Promise((resolve) => setTimeout(resolve, 200, { card: { title: '迟到', preview: '迟到', blocks: [] } }));
  const answer = await ask<ActionAnswer>(running, '/actions', { as: WANG, message: shown?.id, button: '提交', form: { words: '雨' } });
  expect(answer).toEqual({ toast: { type: 'info', content: '操作已收到，正在处理' } });
  await until(() => JSON.stringify(running.state.world.message(shown?.id ?? '')).includes('迟到'));
});

test('a file goes to a person and another comes back, byte for byte', async () => {
  const { running, door, desk } = await stand();
  const bytes = randomBytes(100_000);
  expect(await door.send({ kind: 'account', account: account(WANG) }, { kind: 'file', fileName: '通知书.pdf', bytes }, 'u1')).toMatchObject(
    { kind: 'sent' },
  );
  expect((await sees(running, WANG)).find((message) => message.kind === 'file')?.file).toMatchObject({
    name: '通知书.pdf',
    bytes: 100_000,
  });
  const file = { name: '名录.xlsx', base64: bytes.toString('base64') };
  await ask(running, '/messages', { as: WANG, chat: await privateChat(running, WANG), file });
  await until(() => desk.taken.some((each) => each.kind === 'file'));
  const taken = desk.taken.find((each) => each.kind === 'file');
  expect(taken).toMatchObject({ fileName: '名录.xlsx', isImage: false });
  const back = taken?.kind === 'file' ? await door.download(taken.message, taken.file, taken.isImage, 200_000) : null;
  expect(Buffer.from(back ?? []).equals(bytes)).toBe(true);
});

test('the same send twice arrives once, a person outside the scope never, and a 429 is worth another try', async () => {
  const { running, door } = await stand({ unavailable: ['P900'] });
  const card = { kind: 'card', card: FORM } as const;
  const to = { kind: 'account', account: account(WANG) } as const;
  const before = (await sees(running, WANG)).length;
  await door.send(to, card, 'same');
  await door.send(to, card, 'same');
  expect((await sees(running, WANG)).length).toBe(before + 1);
  expect(await door.send({ kind: 'account', account: account('P900') }, card, 'u2')).toEqual({
    kind: 'never',
    why: 'not-available 230013',
  });
  await ask(running, '/faults', { kind: '429', count: 1 });
  expect(await door.send(to, card, 'u3')).toMatchObject({ kind: 'again', why: 'too-frequent 99991400' });
});

test('what could not be stored is pushed again; a duplicate carries the same key', async () => {
  const { running, desk } = await stand();
  let refusals = 0;
  desk.onTake = async () => {
    if (refusals++ === 0) throw new Error('disk full');
  };
  const chat = await privateChat(running, WANG);
  await ask(running, '/messages', { as: WANG, chat, text: '待办' });
  const pushes = () => running.state.wire.since(0).filter((entry) => entry.direction === 'out').length;
  await until(() => refusals === 1 && pushes() === 1);
  running.state.clock.advance(15_000);
  await until(() => desk.taken.length === 1);
  await ask(running, '/faults', { kind: 'duplicates', count: 1 });
  await ask(running, '/messages', { as: WANG, chat, text: '统计' });
  await until(() => desk.taken.length === 3);
  expect(new Set(desk.taken.map((each) => each.key)).size).toBe(2);
});

test('a dropped connection is found, and what was said meanwhile arrives', async () => {
  const { running, desk } = await stand({ answerLimitMs: 300 });
  const chat = await privateChat(running, WANG);
  await ask(running, '/faults', { kind: 'dropped-connection', count: 1 });
  await ask(running, '/messages', { as: WANG, chat, text: '断线' });
  // The first push may meet the dying socket or one that nobody listens to yet; one of the later ones arrives.
  while (!desk.taken.some((each) => each.kind === 'text' && each.text === '断线')) {
    running.state.clock.advance(15_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

test('by webhook the same things arrive, and a press is answered', async () => {
  const keys = { encryptKey: 'k1', verificationToken: 'v1' };
  const server = createServer((request, response) => void answering.door?.webhook()(request, response));
  const answering: { door: FeishuDoor | null } = { door: null };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/webhook`;
  const { running, door, desk } = await stand({ webhook: { url, ...keys } }, { mode: 'webhook', ...keys });
  answering.door = door;
  await ask(running, '/messages', { as: WANG, chat: await privateChat(running, WANG), text: '你好，抽签' });
  await until(() => desk.taken.some((each) => each.kind === 'text' && each.text === '你好，抽签'));
  await door.send({ kind: 'account', account: account(WANG) }, { kind: 'card', card: FORM }, 'u1');
  const [shown] = (await sees(running, WANG)).filter((message) => message.kind === 'card');
  const answer = await ask<ActionAnswer>(running, '/actions', { as: WANG, message: shown?.id, button: '提交', form: { words: '雨' } });
  expect(answer.toast).toEqual({ type: 'success', content: '已确认' });
});

test('people are found by their mobile numbers, and the doctor is content', async () => {
  const { running, door } = await stand();
  const found = await door.lookUp(['19900000002', '19900000404']);
  expect([...found]).toEqual([['19900000002', account(WANG)]]);
  const checks = await checkFeishu({ ...running.app, baseUrl: running.url, log: keepLog(), now: () => new Date() });
  expect(checks.filter((check) => !check.ok)).toEqual([]);
});
