// What goes out, through the real SDK, to a peer that refuses, delays and counts like the platform.
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { openLimiter } from '../../../src/bot/feishu/limiter.ts';
import { outcomeOf } from '../../../src/bot/feishu/outcome.ts';
import { type Bench, CARD, openBench } from '../../support/feishu-bench.ts';
import { APP_SECRET, type PeerAnswer } from '../../support/feishu-peer.ts';

let bench: Bench;
afterEach(() => bench.close());

const card = { kind: 'card', card: CARD } as const;
const li = { kind: 'account', account: 'ou_li' } as const;
const MESSAGES = '/open-apis/im/v1/messages';
const TOKEN = '/open-apis/auth/v3/tenant_access_token/internal';

async function open(): Promise<Bench> {
  bench = await openBench({ connect: false });
  return bench;
}

/** Answers calls under a path with this, so many times, then as usual. */
function answering(path: string | RegExp, answer: PeerAnswer, times = Number.POSITIVE_INFINITY): void {
  let left = times;
  bench.peer.hook = (call) => ((typeof path === 'string' ? call.path === path : path.test(call.path)) && left-- > 0 ? answer : undefined);
}

describe('sending', () => {
  test('a card goes to an account, to a chat and as a reply, with its uuid', async () => {
    const { door, peer } = await open();
    expect(await door.send(li, card, 'u1')).toEqual({ kind: 'sent', message: expect.stringMatching(/^om_/) as string });
    await door.send({ kind: 'chat', chat: 'oc_g' }, card, 'u2');
    await door.send({ kind: 'reply', message: 'om_1/../x' }, card, 'x'.repeat(80));
    const content = JSON.stringify({
      schema: '2.0',
      body: { elements: [] },
      header: { title: { tag: 'plain_text', content: '示例卡片' } },
    });
    const [toLi, toGroup] = peer.of(MESSAGES);
    expect([toLi?.query, toLi?.body]).toEqual([
      { receive_id_type: 'open_id' },
      { receive_id: 'ou_li', msg_type: 'interactive', content, uuid: 'u1' },
    ]);
    expect([toGroup?.query, toGroup?.body['receive_id']]).toEqual([{ receive_id_type: 'chat_id' }, 'oc_g']);
    const [reply] = peer.of(`${MESSAGES}/om_1%2F..%2Fx/reply`);
    expect(reply?.body).toMatchObject({ msg_type: 'interactive', uuid: expect.stringMatching(/^[0-9a-f]{50}$/) as string });
    expect(peer.of(TOKEN)).toHaveLength(1);
  });

  test('a text goes out as a text, which no PATCH of a card can touch', async () => {
    const { door, peer } = await open();
    const what = { kind: 'text', text: '示例公告\n第二行' } as const;
    expect(await door.send({ kind: 'chat', chat: 'oc_g' }, what, 'u1')).toMatchObject({ kind: 'sent' });
    const content = JSON.stringify({ text: '示例公告\n第二行' });
    expect(peer.of(MESSAGES)[0]?.body).toEqual({ receive_id: 'oc_g', msg_type: 'text', content, uuid: 'u1' });
  });

  test('a card is replaced by PATCH, and a card too old for it is told apart', async () => {
    const { door, peer } = await open();
    expect(await door.update('om_1', CARD)).toEqual({ kind: 'sent', message: 'om_1' });
    expect(peer.of(`${MESSAGES}/om_1`)[0]?.method).toBe('PATCH');
    answering(/om_1$/, { status: 400, body: { code: 230031, msg: 'too old' } });
    expect(await door.update('om_1', CARD)).toEqual({ kind: 'never', why: 'card-too-old 230031' });
    answering(/om_1$/, { status: 400, body: { code: 230011, msg: 'recalled' } });
    expect(await door.update('om_1', CARD)).toEqual({ kind: 'never', why: 'message-gone 230011' });
  });

  test.each<[string, PeerAnswer, object]>([
    [
      'outside the availability scope',
      { status: 400, body: { code: 230013, msg: 'no availability' } },
      { kind: 'never', why: 'not-available 230013' },
    ],
    ['refused with HTTP 200', { body: { code: 230002, msg: 'bot not in chat' } }, { kind: 'never', why: 'bot-not-in-chat 230002' }],
    [
      'a card the platform does not like',
      { status: 400, body: { code: 230099, msg: 'Failed, ext=ErrCode: 200861; ErrMsg: tag; ErrPath: ROOT' } },
      { kind: 'never', why: 'card-refused 230099/200861' },
    ],
    ['a code nobody knows', { status: 400, body: { code: 123456, msg: '?' } }, { kind: 'never', why: 'refused 123456' }],
    ['a missing scope', { status: 400, body: { code: 99991672, msg: 'scopes' } }, { kind: 'never', why: 'scope-missing 99991672' }],
    [
      'a server that is down',
      { status: 502, raw: Buffer.from('<html>bad gateway') },
      { kind: 'again', afterMs: 5000, why: 'server-error 502' },
    ],
    [
      'too many at once, with a waiting time',
      { status: 429, headers: { 'x-ogw-ratelimit-reset': '7' }, body: { code: 99991400, msg: 'limited' } },
      { kind: 'again', afterMs: 7000, why: 'too-frequent 99991400' },
    ],
    [
      'a free tenant whose month is spent',
      { status: 429, body: { code: 99991403, msg: 'quota' } },
      { kind: 'again', afterMs: 86_400_000, why: 'monthly-quota-spent 99991403' },
    ],
    [
      'a receiver too busy',
      { status: 400, body: { code: 230020, msg: 'limited' } },
      { kind: 'again', afterMs: expect.any(Number) as number, why: 'receiver-too-busy 230020' },
    ],
    [
      'still sending',
      { status: 400, body: { code: 230049, msg: 'sending' } },
      { kind: 'again', afterMs: 3000, why: 'still-sending 230049' },
    ],
    ['no answer at all', 'hang', { kind: 'again', afterMs: 5000, why: 'unreachable ECONNABORTED' }],
  ])('%s', async (_name, answer, outcome) => {
    const { door } = await open();
    answering(MESSAGES, answer);
    expect(await door.send(li, card, 'u')).toEqual(outcome);
  });

  test('a card that cannot be rendered is parked, whether new or an update', async () => {
    bench = await openBench({
      connect: false,
      render: () => {
        throw new Error('face broken');
      },
    });
    const never = { kind: 'never', why: 'card-not-rendered' };
    expect([await bench.door.send(li, card, 'u'), await bench.door.update('om_1', CARD)]).toEqual([never, never]);
  });

  test('a platform that is not there is worth another try', async () => {
    bench = await openBench({ connect: false, baseUrl: 'http://127.0.0.1:1' });
    expect(await bench.door.send(li, card, 'u')).toEqual({ kind: 'again', afterMs: 5000, why: 'unreachable ECONNREFUSED' });
  });

  test('the wait before a busy receiver is tried again lies between one and five seconds', () => {
    const refusal = { path: '/', status: 400, code: 230020, msg: '', logId: null, resetMs: null };
    const after = (chance: number) => outcomeOf({ kind: 'refused', refusal }, '', () => chance);
    expect([after(0), after(0.9999)]).toMatchObject([{ afterMs: 1000 }, { afterMs: 4999 }]);
  });
});

describe('the token', () => {
  test('ten first calls fetch one token', async () => {
    const { door, peer } = await open();
    await Promise.all(Array.from({ length: 10 }, (_, i) => door.send({ kind: 'account', account: `ou_${i}` }, card, `u${i}`)));
    expect(peer.of(TOKEN)).toHaveLength(1);
  });

  test('a token that the platform no longer takes is replaced once, for all calls that failed with it', async () => {
    const { door, peer } = await open();
    await door.send(li, card, 'u');
    peer.hook = (call) =>
      call.path === MESSAGES && call.headers.authorization === 'Bearer t-token-1'
        ? { status: 400, body: { code: 99991663, msg: 'invalid' } }
        : undefined;
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, i) => door.send({ kind: 'account', account: `ou_${i}` }, card, `u${i}`)),
    );
    expect(outcomes.map((each) => each.kind)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(peer.of(TOKEN)).toHaveLength(2);
  });

  test('a token refused twice, and a secret refused at all, are not tried for ever', async () => {
    const { door, peer } = await open();
    answering(MESSAGES, { status: 400, body: { code: 99991663, msg: 'invalid' } });
    expect(await door.send(li, card, 'u')).toEqual({ kind: 'again', afterMs: 60_000, why: 'credentials-refused 99991663' });
    expect(peer.of(MESSAGES)).toHaveLength(2);
    bench = (await bench.close(), await openBench({ connect: false }));
    answering(TOKEN, { body: { code: 10014, msg: 'app secret invalid' } });
    expect(await bench.door.send(li, card, 'u')).toEqual({ kind: 'again', afterMs: 60_000, why: 'credentials-refused 10014' });
  });
});

describe('files', () => {
  test('bytes go up unchanged under a name and a known length, and are sent', async () => {
    const { door, peer } = await open();
    const bytes = randomBytes(5 * 1024 * 1024 + 3);
    expect(await door.send(li, { kind: 'file', fileName: '检查通知书 "示例".PDF', bytes }, 'u')).toMatchObject({ kind: 'sent' });
    const [upload] = peer.of('/open-apis/im/v1/files');
    expect(upload?.body).toEqual({ file_type: 'pdf', file_name: '检查通知书 "示例".PDF' });
    expect(upload?.files['file']?.name).toBe('file.pdf');
    expect(upload?.files['file']?.bytes.equals(bytes)).toBe(true);
    expect(upload?.headers['content-length']).toBeDefined();
    expect(peer.of(MESSAGES)[0]?.body).toEqual({ receive_id: 'ou_li', msg_type: 'file', content: '{"file_key":"file_1"}', uuid: 'u' });
  });

  test('a picture goes as an image, a sheet as a sheet, anything else as a stream', async () => {
    const { door, peer } = await open();
    const bytes = new Uint8Array([137, 80, 78, 71]);
    await door.send(li, { kind: 'file', fileName: '现场.png', bytes }, 'u1');
    await door.send(li, { kind: 'file', fileName: '名录.xlsx', bytes }, 'u2');
    await door.send(li, { kind: 'file', fileName: 'record.json', bytes }, 'u3');
    expect(peer.of('/open-apis/im/v1/images')[0]).toMatchObject({
      body: { image_type: 'message' },
      files: { image: { name: 'file.png' } },
    });
    expect(peer.of('/open-apis/im/v1/files').map((call) => call.body['file_type'])).toEqual(['xls', 'stream']);
    expect(peer.of(MESSAGES).map((call) => [call.body['msg_type'], call.body['content']])).toEqual([
      ['image', '{"image_key":"img_1"}'],
      ['file', '{"file_key":"file_1"}'],
      ['file', '{"file_key":"file_1"}'],
    ]);
  });

  test('an upload with a stale token is sent again from the first byte; one that is refused is not followed by a message', async () => {
    const { door, peer } = await open();
    answering('/open-apis/im/v1/files', { status: 400, body: { code: 99991663, msg: 'invalid' } }, 1);
    const bytes = randomBytes(200_000);
    expect(await door.send(li, { kind: 'file', fileName: 'a.pdf', bytes }, 'u')).toMatchObject({ kind: 'sent' });
    expect(peer.of('/open-apis/im/v1/files')[1]?.files['file']?.bytes.equals(bytes)).toBe(true);
    answering('/open-apis/im/v1/files', { status: 400, body: { code: 234006, msg: 'too large' } });
    expect(await door.send(li, { kind: 'file', fileName: 'a.pdf', bytes }, 'u2')).toEqual({ kind: 'never', why: 'refused 234006' });
    expect(peer.of(MESSAGES)).toHaveLength(1);
  });

  test('an empty file and one over 30 MB are not even tried', async () => {
    const { door, peer } = await open();
    const send = (size: number) => door.send(li, { kind: 'file', fileName: 'a.pdf', bytes: new Uint8Array(size) }, 'u');
    expect([await send(0), await send(31 * 1024 * 1024)]).toEqual([
      { kind: 'never', why: 'file-empty' },
      { kind: 'never', why: 'file-too-large' },
    ]);
    expect(peer.calls).toEqual([]);
  });

  test('a file comes down unchanged, and null when it is larger than the limit, refused or broken off', async () => {
    const { door, peer } = await open();
    const bytes = randomBytes(300_000);
    const file = {
      raw: bytes,
      headers: { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="../../etc/passwd"' },
    };
    const path = `${MESSAGES}/om_1/resources/file_1`;
    answering(path, file);
    expect(Buffer.from((await door.download('om_1', 'file_1', false, 300_000)) ?? []).equals(bytes)).toBe(true);
    expect(peer.of(path)[0]?.query).toEqual({ type: 'file' });
    expect(await door.download('om_1', 'file_1', true, 299_999)).toBeNull();
    answering(path, { ...file, headers: { ...file.headers, 'content-length': '400000' } });
    expect(await door.download('om_1', 'file_1', true, 299_999)).toBeNull();
    answering(path, { status: 400, body: { code: 234003, msg: 'not in chat' } });
    expect(await door.download('om_1', 'file_1', false, 300_000)).toBeNull();
    answering(path, { body: { code: 234003, msg: 'not in chat' } });
    expect(await door.download('om_1', 'file_1', false, 300_000)).toBeNull();
    answering(path, { status: 400, body: { code: 99991663, msg: 'invalid' } }, 1);
    expect(await door.download('om_1', 'file_1', false, 300_000)).toBeNull();
  });
});

describe('look-up', () => {
  test('mobiles are asked for fifty at a time, and those nobody has are absent', async () => {
    const { door, peer } = await open();
    peer.hook = ({ path, body }) => {
      if (!path.endsWith('/batch_get_id')) return undefined;
      const mobiles = body['mobiles'] as string[];
      const users = mobiles.map((mobile, i) => (i % 2 === 0 ? { mobile, user_id: `ou_${mobile}` } : { mobile }));
      return { body: { code: 0, data: { user_list: [...users, { mobile: '999', user_id: 'ou_stranger' }, null] } } };
    };
    const mobiles = Array.from({ length: 120 }, (_, i) => `1380000${String(i).padStart(4, '0')}`);
    const found = await door.lookUp([...mobiles, mobiles[0] ?? '']);
    expect(found.size).toBe(60);
    expect(found.get('13800000000')).toBe('ou_13800000000');
    expect(found.has('13800000001')).toBe(false);
    const calls = peer.of(/batch_get_id$/);
    expect(calls.map((call) => (call.body['mobiles'] as string[]).length)).toEqual([50, 50, 20]);
    expect(calls[0]?.query).toEqual({ user_id_type: 'open_id' });
  });

  test('a look-up that fails says so instead of saying that nobody has the number', async () => {
    const { door } = await open();
    answering(/batch_get_id$/, { status: 400, body: { code: 99991672, msg: 'scope' } });
    await expect(door.lookUp(['13800000000'])).rejects.toThrow('99991672');
  });
});

describe('the pace', () => {
  test('one receiver hears four a second and in order, another does not wait for him', async () => {
    const { door, peer } = await open();
    const toLi = Array.from({ length: 6 }, (_, i) => door.send(li, card, `li${i}`));
    await door.send({ kind: 'account', account: 'ou_wang' }, card, 'wang');
    await Promise.all(toLi);
    const calls = peer.of(MESSAGES);
    const at = calls.filter((call) => call.body['receive_id'] === 'ou_li').map((call) => call.at);
    expect((at[4] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(950);
    expect((at[3] ?? 0) - (at[0] ?? 0)).toBeLessThan(900);
    expect(calls.map((call) => call.body['uuid']).filter((uuid) => String(uuid).startsWith('li'))).toEqual([
      'li0',
      'li1',
      'li2',
      'li3',
      'li4',
      'li5',
    ]);
    expect(calls.findIndex((call) => call.body['uuid'] === 'wang')).toBeLessThan(5);
  });

  test('two updates of one message never overlap, and the last one wins', async () => {
    const { door, peer } = await open();
    let underWay = 0;
    let most = 0;
    const titles: (string | undefined)[] = [];
    peer.hook = async ({ method, body }) => {
      if (method !== 'PATCH') return undefined;
      most = Math.max(most, ++underWay);
      titles.push(/[一二三]/.exec(String(body['content']))?.[0]);
      await new Promise((resolve) => setTimeout(resolve, 30));
      underWay -= 1;
      return undefined;
    };
    await Promise.all(['一', '二', '三'].map((title) => door.update('om_1', { ...CARD, title })));
    expect(titles).toEqual(['一', '二', '三']);
    expect(most).toBe(1);
  });

  test('the app keeps its own limit over all receivers, and a pause holds everybody back', async () => {
    bench = await openBench({ connect: false });
    const limiter = openLimiter({ receiver: { count: 100, span: 200 }, app: [{ count: 3, span: 200 }] });
    const passes: number[] = [];
    const go = (key: string) => limiter.inTurn(key, async () => void passes.push(performance.now()));
    await Promise.all(Array.from({ length: 9 }, (_, i) => go(`r${i}`)));
    for (let i = 3; i < passes.length; i++) expect((passes[i] ?? 0) - (passes[i - 3] ?? 0)).toBeGreaterThanOrEqual(195);
    limiter.pause(150);
    const before = performance.now();
    await go('r1');
    expect(performance.now() - before).toBeGreaterThan(145);
  });

  test('a work that fails does not stop those behind it', async () => {
    bench = await openBench({ connect: false });
    const limiter = openLimiter({ receiver: { count: 100, span: 10 }, app: [] });
    const failing = limiter.inTurn('a', () => Promise.reject(new Error('no')));
    const next = limiter.inTurn('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});

describe('secrets', () => {
  test('whatever fails, no secret, token, number or content is logged', async () => {
    bench = await openBench();
    const { door, peer, log } = bench;
    const attempts = async () => {
      await door.send(li, { kind: 'card', card: { ...CARD, title: '举报人姓名' } }, 'u');
      await door.send(li, { kind: 'file', fileName: '举报信.pdf', bytes: new Uint8Array([1]) }, 'u');
      await door.update('om_1', { ...CARD, title: '举报人姓名' });
      await door.download('om_1', 'file_1', false, 10);
      await door.lookUp(['13812345678']).catch(() => undefined);
    };
    const failures: PeerAnswer[] = [
      { status: 400, body: { code: 1, msg: 'bad' } },
      { status: 500, raw: Buffer.from('oops') },
      { body: { code: 230013, msg: 'no' } },
      'cut',
    ];
    for (const failure of failures) {
      peer.hook = (call) => (call.path === TOKEN || call.path.startsWith('/callback') ? undefined : failure);
      await attempts();
    }
    for (const failure of failures) {
      peer.hook = (call) =>
        call.path === MESSAGES ? { status: 400, body: { code: 99991663, msg: 'stale' } } : call.path === TOKEN ? failure : undefined;
      await attempts();
    }
    peer.hook = ({ path }) => (path === MESSAGES ? 'hang' : undefined);
    await door.send(li, card, 'u');
    for (const ws of peer.sockets) ws.send(Buffer.from('garbage 举报'));
    // The SDK logs the parser's error, which quotes what it could not parse.
    void peer.push(Buffer.from('举报人 13812345678'));
    await peer.push({ schema: '2.0', header: { event_type: 'none', event_id: 'e' }, event: { text: '举报' } });
    expect(log.lines.length).toBeGreaterThan(20);
    const text = JSON.stringify(log.lines);
    for (const secret of [APP_SECRET, 't-token', 'ticket', '举报', '13812345678', 'Bearer', 'ou_li']) expect(text).not.toContain(secret);
  }, 60_000);
});
