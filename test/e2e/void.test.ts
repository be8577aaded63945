// A draw that cannot go on: asked to be voided in the chat, agreed to by a second person, seen by everybody.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Draw } from '../../src/domain/draw.ts';
import { type House, openHouse } from '../support/house.ts';
import { fillHouse, lockedIn } from '../support/house-lists.ts';
import { wordsOf } from '../support/player.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const [OPERATOR, HEAD, WITNESS, OTHER_WITNESS] = ['P002', 'P003', 'P004', 'P005'] as const;
const REASON = '封签后发现名录漏了两家';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await fillHouse(house);
});
afterAll(() => house.close());

async function drawNow(number: string): Promise<Draw | null> {
  return house.product.office.store.read((books) => books.draws.get(number));
}

test('an operator asks from the lock card, a witness agrees, and group and public page say why', async () => {
  const { play } = house;
  await lockedIn(house);
  await play.press(OPERATOR, 'open-void', { about: '2026-0001' });
  const without = await play.press(OPERATOR, 'ask-void', { about: '2026-0001', form: { reason: ' ' } });
  expect(without.toast).toMatchObject({ type: 'error' });
  expect((await play.press(OPERATOR, 'ask-void', { form: { reason: REASON } })).toast).toMatchObject({ type: 'success' });
  await play.hears(HEAD, new RegExp(REASON));
  await play.until('the group to see that it is asked', async () =>
    (await play.messages(WITNESS, play.group)).some((message) => wordsOf(message).includes('已有人申请作废')),
  );
  expect((await play.buttons(OPERATOR)).filter(({ verb }) => verb === 'approve-void' || verb === 'ask-void')).toEqual([]);
  expect((await play.press(WITNESS, 'approve-void', { about: '2026-0001' })).toast?.content).toContain('已作废');
  expect(await drawNow('2026-0001')).toMatchObject({ state: 'void', voided: { by: OPERATOR, approvedBy: WITNESS, reason: REASON } });
  await play.hears(WITNESS, new RegExp(`作废的理由.*${REASON}`, 's'), play.group);
  await play.until('no open field to be left', async () => (await play.buttons(OTHER_WITNESS)).every(({ verb }) => verb !== 'contribute'));
  const page = await (await fetch(`http://127.0.0.1:${house.product.port}/draws/2026-0001`)).text();
  expect(page).toContain(REASON);
});

test('asking in words works too, and nobody agrees to his own request', async () => {
  const { play } = house;
  const { number } = await lockedIn(house);
  await play.say(OPERATOR, `/作废 ${number} ${REASON}`);
  await play.hears(OPERATOR, new RegExp(`${number}.*作废待批`, 's'));
  expect(wordsOf(await play.ask(OPERATOR, `/作废 ${number} 批准`))).toMatch(/这件事由.*办理/);
  expect(wordsOf(await play.ask('P011', `/作废 ${number}`))).toMatch(/这件事由.*办理/);
  await play.say(HEAD, `/作废 ${number} 批准`);
  await play.until('the draw to be void', async () => (await drawNow(number))?.state === 'void');
});

test('when the time is up the operator closes and the absent are named; with one witness alone only voiding is left', async () => {
  const { play } = house;
  const { number } = await lockedIn(house, { witnesses: [WITNESS, OTHER_WITNESS] });
  await play.press(WITNESS, 'contribute', { about: number, form: { value: '今天下雨' } });
  await play.post('/sandbox/clock', { advance: { ms: 40 * 60_000 } });
  const late = await play.hears(OPERATOR, new RegExp(`${number}.*只能作废`, 's'));
  expect(wordsOf(late)).not.toContain('封存见证');
  await play.hears(WITNESS, new RegExp(`${number}.*只能作废`, 's'), play.group);
  await play.press(OTHER_WITNESS, 'contribute', { about: number, form: { value: '晴' } });
  await play.until('the draw to be closed', async () => (await drawNow(number))?.state === 'closed');
});

test('a draw of three is closed without the third, whose absence stands on the card of the group', async () => {
  const { play } = house;
  const office = house.product.office;
  const third = await office.store.read((books) => books.people.get('P006'));
  if (!third) throw new Error('nobody is called P006');
  const stamp = { at: office.now(), by: 'system', source: '示例' } as const;
  await office.store.work((books) =>
    books.people.apply([{ id: third.id, before: third, after: { ...third, roles: ['auditor', 'witness'] } }], stamp),
  );
  const { number } = await lockedIn(house, { witnesses: [WITNESS, OTHER_WITNESS, 'P006'] });
  for (const witness of [WITNESS, OTHER_WITNESS]) await play.press(witness, 'contribute', { about: number, form: { value: '雨' } });
  await play.post('/sandbox/clock', { advance: { ms: 40 * 60_000 } });
  // Nobody presses: the clock closes, so that nobody can choose when.
  await play.until('the clock to close it', async () => (await drawNow(number))?.state === 'closed');
  expect(await drawNow(number)).toMatchObject({ state: 'closed', absent: ['W3'] });
  await play.hears(WITNESS, new RegExp(`${number}.*郑审计.*没有见证`, 's'), play.group);
  await play.until('the absent one to lose his field', async () =>
    (await play.buttons('P006')).every(({ verb, about }) => verb !== 'contribute' || about !== number),
  );
  expect((await play.press(OPERATOR, 'settle-draw', { about: number })).toast?.type).toBe('success');
  await play.say(OPERATOR, `/作废 ${number} 不满意`);
  await play.hears(OPERATOR, /已经开签，不能再作废/);
  expect((await drawNow(number))?.state).toBe('settled');
});
