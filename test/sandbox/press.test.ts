// Pressing cards: what the client refuses by itself, and what a bot's answer shows.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Platform, PlatformOptions } from '../../sandbox/platform.ts';
import type { ActionAnswer } from '../../sandbox/shapes.ts';
import { ask, button, card, client, connect, plain, platform, send } from './support.ts';

/** A platform with one card in P002's chat, and what the bot got of the presses. */
async function scene(shown: object, reply: () => unknown = () => ({}), options: PlatformOptions = {}) {
  const running = await platform(options);
  const actions: unknown[] = [];
  await connect(running, {
    'card.action.trigger': (data: { action: unknown }) => {
      actions.push(data.action);
      return reply();
    },
  });
  const message = (await send(client(running), 'P002', 'interactive', shown)).data?.message_id ?? '';
  const press = (wanted: string, form?: object, as = 'P002') =>
    ask<ActionAnswer>(running, '/actions', { as, message, button: wanted, ...(form === undefined ? {} : { form }) });
  return { running, actions, message, press };
}

const withForm = (...fields: object[]): object =>
  card({ tag: 'form', name: 'f', elements: [...fields, button('提交', { do: 'x' }, { name: 'go', form_action_type: 'submit' })] });
const choice = {
  tag: 'select_static',
  name: 'result',
  label: undefined,
  options: [
    { text: plain('合格'), value: 'pass' },
    { text: plain('不合格'), value: 'fail' },
  ],
};

test('a button is found by name, by index path and by its text', async () => {
  const { actions, press } = await scene(
    card(button('一', { n: 1 }, { name: 'first' }), {
      tag: 'column_set',
      columns: [{ tag: 'column', elements: [button('二', { n: 2 })] }],
    }),
  );
  expect([await press('first'), await press('1.0.0'), await press('二')]).toEqual([{}, {}, {}]);
  expect(actions).toMatchObject([{ value: { n: 1 }, name: 'first' }, { value: { n: 2 } }, { value: { n: 2 } }]);
});

test('two buttons of one text must be told apart by their path', async () => {
  const { press, actions } = await scene(card(button('同意', { n: 1 }), button('同意', { n: 2 })));
  expect((await press('同意')).error).toMatchObject({ code: 0, text: expect.stringContaining('0、1') as string });
  expect((await press('没有的')).error?.code).toBe(0);
  expect(actions).toEqual([]);
});

test('a disabled button says why and sends nothing', async () => {
  const { press, actions } = await scene(card(button('开签', {}, { disabled: true, disabled_tips: plain('见证未齐') })));
  expect(await press('开签')).toEqual({ error: { code: 0, text: '不能按：见证未齐' } });
  expect(actions).toEqual([]);
});

test('a link opens, a reset clears, and neither reaches the bot', async () => {
  const { press, actions } = await scene(
    card({ tag: 'button', text: plain('打开'), behaviors: [{ type: 'open_url', default_url: 'https://example.com/a' }] }),
  );
  expect(await press('打开')).toEqual({ url: 'https://example.com/a' });
  expect(actions).toEqual([]);
});

test('a form sends what was shown where nothing was filled', async () => {
  const { press, actions } = await scene(
    withForm(
      { ...choice, initial_option: 'fail' },
      { tag: 'input', name: 'remark', default_value: '原话' },
      { tag: 'input', name: 'empty' },
      { tag: 'date_picker', name: 'day', initial_date: '2026-03-16' },
      { tag: 'picker_datetime', name: 'until', placeholder: plain('期限') },
      { tag: 'checker', name: 'seen', text: plain('看过'), checked: true },
    ),
  );
  expect(await press('go')).toEqual({});
  expect(actions[0]).toMatchObject({ form_value: { result: 'fail', remark: '原话', empty: '', day: '2026-03-16 +0800', seen: true } });
  expect(Object.keys((actions[0] as { form_value: object }).form_value)).not.toContain('until');
});

test.each([
  ['an option that is not offered', { result: 'maybe' }],
  ['a field that is not there', { other: 'x' }],
  ['a text for a tick', { seen: 'yes' }],
  ['a text longer than the field takes', { remark: '超'.repeat(11) }],
  ['a day that does not exist', { day: '2026-13-40' }],
  ['a day in another form', { day: '16.3.2026' }],
  ['one value for many', { kinds: 'a' }],
])('a client cannot send %s', async (_, form) => {
  const { press, actions } = await scene(
    withForm(
      choice,
      { tag: 'checker', name: 'seen', text: plain('看过') },
      { tag: 'input', name: 'remark', max_length: 10 },
      { tag: 'date_picker', name: 'day', placeholder: plain('日') },
      { tag: 'multi_select_static', name: 'kinds', options: [{ text: plain('甲'), value: 'a' }] },
    ),
  );
  expect((await press('go', form)).error?.code).toBe(0);
  expect(actions).toEqual([]);
});

const anything = card(button('按', {}));

test.each([
  ['nothing at all', undefined, 200672],
  ['something else than toast and card', { text: 'x' }, 200672],
  ['a toast of an unknown kind', { toast: { type: 'party', content: 'x' } }, 200672],
  ['an empty toast', { toast: { type: 'info', content: '' } }, 200672],
  ['a bare card', { card: anything }, 200673],
  ['card data as text', { card: { type: 'raw', data: JSON.stringify(anything) } }, 200673],
  ['a card of 1.0', { card: { type: 'raw', data: { elements: [] } } }, 200830],
  ['a card that the linter refuses', { card: { type: 'raw', data: card({ tag: 'note' }) } }, 200673],
])('an answer of %s shows an error', async (_, reply, code) => {
  const { press, running, message } = await scene(anything, () => reply);
  expect((await press('按')).error).toMatchObject({ code, text: expect.stringContaining(`code: ${code}`) as string });
  expect(running.state.world.message(message)?.card).toEqual(anything);
});

test('no answer in time shows 200341, a handler that throws 200671, no connection 200340; none is pushed again', async () => {
  const late = await scene(anything, () => sleep(150), { answerLimitMs: 50 });
  expect((await late.press('按')).error).toEqual({ code: 200341, text: '出错了，请稍后重试 code: 200341' });
  const failing = await scene(anything, () => Promise.reject(new Error('broken')));
  expect((await failing.press('按')).error?.code).toBe(200671);
  failing.running.state.clock.advance(24 * 3_600_000);
  await sleep(50);
  expect(failing.actions).toHaveLength(1);
  const alone = await platform();
  const message = (await send(client(alone), 'P002', 'interactive', anything)).data?.message_id ?? '';
  expect((await ask<ActionAnswer>(alone, '/actions', { as: 'P002', message, button: '按' })).error?.code).toBe(200340);
});

test('only members of the chat may press, and only for fourteen days', async () => {
  const { press, running, actions } = await scene(anything);
  expect((await press('按', undefined, 'P003')).error?.code).toBe(403);
  running.state.clock.advance(15 * 86_400_000);
  expect((await press('按')).error).toMatchObject({ code: 0, text: expect.stringContaining('14 天') as string });
  expect(actions).toEqual([]);
});

test('a field outside a form sends itself', async () => {
  const { press, actions } = await scene(card({ ...choice, behaviors: [{ type: 'callback', value: { do: 'pick' } }] }));
  expect(await press('result', { result: 'pass' })).toEqual({});
  expect(actions[0]).toMatchObject({ tag: 'select_static', option: 'pass', value: { do: 'pick' } });
});

test('a delayed update works with the token of an answered callback', async () => {
  const tokens: string[] = [];
  const running: Platform = await platform();
  await connect(running, { 'card.action.trigger': (data: { token: string }) => (tokens.push(data.token), {}) });
  const sdk = client(running);
  const message = (await send(sdk, 'P002', 'interactive', anything)).data?.message_id ?? '';
  await ask(running, '/actions', { as: 'P002', message, button: '按' });
  const next = card({ tag: 'div', text: plain('后来') });
  await sdk.request({ method: 'POST', url: '/open-apis/interactive/v1/card/update', data: { token: tokens[0], card: next } });
  expect(running.state.world.message(message)?.card).toEqual(next);
});
