// What comes in by long connection, through the real SDK, from a peer that writes the platform's frames.
import { afterEach, describe, expect, test } from 'vitest';
import { type Bench, CARD, openBench } from '../../support/feishu-bench.ts';
import { envelope, groupText, message, press } from '../../support/feishu-events.ts';
import { until } from '../../support/feishu-peer.ts';

let bench: Bench;

function breaking(): never {
  throw new Error('face broken');
}

afterEach(() => bench.close());

describe('messages', () => {
  test('a private text is taken, in parts that arrive in the wrong order too', async () => {
    bench = await openBench();
    const ack = await bench.peer.push(message('text', { text: ' /抽签 2026-03 ' }, { parent_id: 'om_card', root_id: 'om_root' }), 3);
    expect(ack.code).toBe(200);
    expect(bench.desk.taken).toEqual([
      {
        kind: 'text',
        key: expect.stringMatching(/^feishu:om_\d+$/) as string,
        platform: 'feishu',
        account: 'ou_wang',
        at: new Date(1774000000123),
        chat: 'oc_private',
        isGroup: false,
        message: expect.stringMatching(/^om_\d+$/) as string,
        parent: 'om_card',
        root: 'om_root',
        text: '/抽签 2026-03',
      },
    ]);
    expect(bench.door.state().lastEventAt).not.toBeNull();
  });

  test('a message is acknowledged only when it has been stored', async () => {
    bench = await openBench();
    const storing: (() => void)[] = [];
    bench.desk.onTake = () => new Promise((resolve) => storing.push(resolve));
    let isAcknowledged = false;
    const ack = bench.peer.push(message('text', { text: '待办' })).then((each) => {
      isAcknowledged = true;
      return each;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isAcknowledged).toBe(false);
    storing[0]?.();
    expect((await ack).code).toBe(200);
  });

  test('a message that could not be stored is refused, pushed again, and has the same key', async () => {
    bench = await openBench();
    const event = message('text', { text: '身份证 410000' });
    bench.desk.onTake = () => Promise.reject(new Error('disk full while storing 身份证 410000'));
    expect((await bench.peer.push(event)).code).toBe(500);
    expect(bench.desk.taken).toHaveLength(0);
    expect(bench.log.has('feishu-event-not-stored')).toBe(true);
    expect(JSON.stringify(bench.log.lines)).not.toContain('410000');
    bench.desk.onTake = async () => undefined;
    await bench.peer.push(event);
    await bench.peer.push(event);
    expect(bench.desk.taken).toHaveLength(2);
    expect(new Set(bench.desk.taken.map((each) => each.key)).size).toBe(1);
  });

  test('in a group the bot hears only what mentions it, and its own mention is taken out', async () => {
    bench = await openBench();
    const li = { key: '@_user_10', id: { open_id: 'ou_li' }, name: '检查员李' };
    await bench.peer.push(groupText('@_user_1 /递补 @_user_10 T1', [li]));
    await bench.peer.push(groupText('/抽签 @_user_12026', [{ ...li, name: '@_user_1' }]));
    await bench.peer.push(groupText('@_user_10 与 @_user_1 同行', [{ ...li, name: '@_user_1' }]));
    await bench.peer.push(message('text', { text: '@_user_10 你好' }, { chat_type: 'group', mentions: [li] }));
    await bench.peer.push(message('text', { text: '@_all 开会' }, { chat_type: 'group', mentions: [{ key: '@_all', name: '所有人' }] }));
    await bench.peer.push(message('text', { text: '没有提到谁' }, { chat_type: 'group' }));
    expect(bench.desk.taken.map((each) => each.kind === 'text' && [each.text, each.isGroup])).toEqual([
      ['/递补 @检查员李 T1', true],
      ['/抽签 2026', true],
      ['@@_user_1 与 同行', true],
    ]);
    expect(bench.peer.of('/open-apis/bot/v3/info')).toHaveLength(1);
  });

  test('as long as the platform does not say who we are, a mention in a group is pushed again', async () => {
    bench = await openBench();
    bench.peer.hook = (call) => (call.path.endsWith('/bot/v3/info') ? { status: 503, body: {} } : undefined);
    expect((await bench.peer.push(groupText('@_user_1 帮助'))).code).toBe(500);
    bench.peer.hook = () => undefined;
    expect((await bench.peer.push(groupText('@_user_1 帮助'))).code).toBe(200);
    expect(bench.desk.taken).toHaveLength(1);
  });

  test('bots, other apps and events nobody registered are acknowledged and not taken', async () => {
    bench = await openBench();
    expect((await bench.peer.push(message('text', { text: '你好' }, {}, { sender_type: 'app' }))).code).toBe(200);
    expect((await bench.peer.push(envelope('application.bot.menu_v6', {}, { app_id: 'cli_other' }))).code).toBe(200);
    expect((await bench.peer.push(envelope('drive.file.edit_v1', {}))).code).toBe(200);
    expect(bench.desk.taken).toEqual([]);
    expect(bench.log.has('feishu-event-ignored')).toBe(true);
  });

  test('a file, an image and a post with images are taken one by one', async () => {
    bench = await openBench();
    await bench.peer.push(message('file', { file_key: 'file_1', file_name: '名录 示例.xlsx' }));
    await bench.peer.push(message('image', { image_key: 'img_1' }));
    const post = [
      [
        { tag: 'text', text: '消防通道 ' },
        { tag: 'a', text: '堵塞', href: 'https://x' },
      ],
      [{ tag: 'img', image_key: 'img_2' }],
    ];
    await bench.peer.push(message('post', { title: '现场', content: post }));
    expect(
      bench.desk.taken.map((each) => (each.kind === 'file' ? [each.file, each.fileName, each.isImage] : each.kind === 'text' && each.text)),
    ).toEqual([['file_1', '名录 示例.xlsx', false], ['img_1', 'image', true], '现场\n消防通道 堵塞', ['img_2', 'image', true]]);
    expect(new Set(bench.desk.taken.map((each) => each.key)).size).toBe(4);
  });

  test('what cannot be read becomes an empty text, so that the person is answered', async () => {
    bench = await openBench();
    for (const [type, content] of [
      ['audio', { file_key: 'f', duration: 1000 }],
      ['sticker', {}],
      ['text', 'not json'],
      ['text', '{"text":{"$gt":""}}'],
      ['text', ''],
      ['file', {}],
      ['post', { zh_cn: { content: 'no list' } }],
    ] as const) {
      expect((await bench.peer.push(message(type, content))).code).toBe(200);
    }
    expect(bench.desk.taken.map((each) => each.kind === 'text' && each.text)).toEqual(['', '', '', '', '', '', '']);
  });

  test('a malformed event is logged by its name, acknowledged and not asked for again', async () => {
    bench = await openBench();
    for (const event of [{}, { message: null }, { sender: {}, message: { message_id: 7 } }, { sender: 'x', message: [] }]) {
      expect((await bench.peer.push(envelope('im.message.receive_v1', event))).code).toBe(200);
    }
    expect((await bench.peer.push(envelope('application.bot.menu_v6', { event_key: 5 }))).code).toBe(200);
    expect(bench.desk.taken).toEqual([]);
    expect(bench.log.lines.filter((line) => line.event === 'feishu-event-malformed')).toHaveLength(5);
  });
});

describe('menu and chats', () => {
  test('a menu item, an opened chat and a new group are taken under the key of their event', async () => {
    bench = await openBench();
    const operator_id = { open_id: 'ou_wang' };
    const menu = { operator: { operator_id }, timestamp: 1774000000 };
    await bench.peer.push(envelope('application.bot.menu_v6', { ...menu, event_key: 'command:帮助' }, { event_id: 'e1' }));
    await bench.peer.push(envelope('application.bot.menu_v6', { ...menu, event_key: 'something_else' }));
    await bench.peer.push(envelope('im.chat.access_event.bot_p2p_chat_entered_v1', { chat_id: 'oc_p', operator_id }, { event_id: 'e2' }));
    await bench.peer.push(envelope('im.chat.member.bot.added_v1', { chat_id: 'oc_g', operator_id, name: '公示群' }, { event_id: 'e3' }));
    const common = { platform: 'feishu', account: 'ou_wang', at: new Date(1774000000000) };
    expect(bench.desk.taken).toEqual([
      { ...common, kind: 'menu', key: 'feishu:e1', command: '帮助' },
      { ...common, kind: 'entered', key: 'feishu:e2', chat: 'oc_p' },
      { ...common, kind: 'joined', key: 'feishu:e3', chat: 'oc_g', name: '公示群' },
    ]);
  });
});

describe('presses', () => {
  test('a press is answered with the toast and the card inside the callback', async () => {
    bench = await openBench();
    bench.desk.onPress = async () => ({ toast: { look: 'success', text: '已开签' }, card: CARD });
    const ack = await bench.peer.push(press());
    expect(ack).toEqual({
      code: 200,
      data: {
        toast: { type: 'success', content: '已开签' },
        card: {
          type: 'raw',
          data: { schema: '2.0', body: { elements: [] }, header: { title: { tag: 'plain_text', content: '示例卡片' } } },
        },
      },
    });
    expect(bench.desk.presses[0]).toMatchObject({
      key: expect.stringMatching(/^feishu:ev_/) as string,
      account: 'ou_wang',
      message: 'om_card',
      chat: 'oc_private',
      at: new Date(1774000000000),
      act: { do: 'confirm', about: 'T1', v: 3 },
      form: {},
    });
  });

  test('an answer without anything in it is still an object on the wire', async () => {
    bench = await openBench();
    bench.desk.onPress = async () => ({});
    expect(await bench.peer.push(press())).toEqual({ code: 200, data: {} });
  });

  test('a form comes with days without their zone, and without what no field could send', async () => {
    bench = await openBench();
    const form_value = JSON.parse(
      '{"day":"2026-03-16 +0800","words":"雨","tick":true,"many":["a",3,"b"],"count":7,"o":{"x":1},"no":null,"__proto__":{"isAdmin":true},"a b":"x"}',
    ) as object;
    await bench.peer.push(press({ value: undefined, name: '{"do":"contribute","about":"D1"}', form_value }));
    const [taken] = bench.desk.presses;
    expect(taken?.act).toEqual({ do: 'contribute', about: 'D1' });
    expect(taken?.form).toEqual({ day: '2026-03-16', words: '雨', tick: true, many: ['a', 'b'], count: '7' });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('a desk that thinks too long: first the toast, then the card is replaced', async () => {
    bench = await openBench();
    bench.desk.onPress = () => new Promise((resolve) => setTimeout(resolve, 250, { card: CARD }));
    const started = performance.now();
    const ack = await bench.peer.push(press());
    expect(performance.now() - started).toBeLessThan(200);
    expect(ack.data).toEqual({ toast: { type: 'info', content: '操作已收到，正在处理' } });
    expect(bench.peer.of(/messages\/om_card$/)).toHaveLength(0);
    await until(() => bench.peer.of(/messages\/om_card$/).length === 1);
    expect(bench.peer.of(/messages\/om_card$/)[0]?.method).toBe('PATCH');
  });

  test('a late refusal is said in words as well, for the toast that would have said it is over', async () => {
    bench = await openBench();
    const toast = { look: 'error', text: '这张卡片旧了' } as const;
    bench.desk.onPress = () => new Promise((resolve) => setTimeout(resolve, 120, { card: CARD, toast }));
    await bench.peer.push(press());
    await until(() => bench.peer.of('/open-apis/im/v1/messages').length === 1);
    const [said] = bench.peer.of('/open-apis/im/v1/messages');
    expect(said?.body).toMatchObject({ receive_id: 'ou_wang' });
    expect(String(said?.body['content'])).toContain('这张卡片旧了');
    expect(bench.peer.of(/messages\/om_card$/)).toHaveLength(1);
  });

  test('a late card that the platform has no time for is tried again', async () => {
    bench = await openBench();
    let busy = 1;
    bench.peer.hook = (call) =>
      call.method === 'PATCH' && busy-- > 0
        ? { status: 429, headers: { 'x-ogw-ratelimit-reset': '0.05' }, body: { code: 99991400, msg: 'limited' } }
        : undefined;
    bench.desk.onPress = () => new Promise((resolve) => setTimeout(resolve, 120, { card: CARD }));
    await bench.peer.push(press());
    await until(() => bench.peer.of(/messages\/om_card$/).length === 2);
  });

  test('a late answer whose card can no longer be replaced, or that is words only, is sent as a message', async () => {
    bench = await openBench();
    bench.peer.hook = (call) => (call.method === 'PATCH' ? { status: 400, body: { code: 230031, msg: 'too old' } } : undefined);
    bench.desk.onPress = () => new Promise((resolve) => setTimeout(resolve, 120, { card: CARD }));
    await bench.peer.push(press());
    await until(() => bench.peer.of('/open-apis/im/v1/messages').length === 1);
    bench.desk.onPress = () => new Promise((_, reject) => setTimeout(reject, 120, new Error('内容机密')));
    await bench.peer.push(press());
    await until(() => bench.peer.of('/open-apis/im/v1/messages').length === 2);
    const [first, second] = bench.peer.of('/open-apis/im/v1/messages');
    expect(first?.body).toMatchObject({ receive_id: 'oc_private', msg_type: 'interactive' });
    expect(second?.body).toMatchObject({ receive_id: 'ou_wang' });
    expect(String(second?.body['content'])).toContain('系统出错，已记录，请稍后再试');
    expect(JSON.stringify(bench.log.lines)).not.toContain('机密');
  });

  test('a desk that breaks, a card that cannot be rendered and a press nobody understands get a polite error', async () => {
    bench = await openBench({ render: breaking });
    const failed = { code: 200, data: { toast: { type: 'error', content: '系统出错，已记录，请稍后再试' } } };
    bench.desk.onPress = () => Promise.reject(new Error('bug'));
    expect(await bench.peer.push(press())).toEqual(failed);
    bench.desk.onPress = async () => ({ card: CARD });
    expect(await bench.peer.push(press())).toEqual(failed);
    expect(await bench.peer.push(press({ value: { unknown: 1 }, name: null }))).toEqual(failed);
    expect(await bench.peer.push(press({}, { operator: {} }))).toEqual(failed);
    expect(await bench.peer.push(press({ value: '<script>', name: 'x', form_value: 'no object' }))).toEqual(failed);
  });
});
