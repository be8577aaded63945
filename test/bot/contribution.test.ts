// A witness's words go into the draw as they came: what is hashed is what he can find again.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeskBench, openDeskBench } from '../support/desk-bench.ts';
import { openOffice, type TestOffice } from '../support/office.ts';
import { lockedDraw } from '../support/stages.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
let office: TestOffice;
let bench: DeskBench;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  office = await openOffice(fresh.store);
  bench = openDeskBench(office);
});

afterEach(async () => {
  await bench.close();
  await fresh.close();
});

let presses = 0;

async function press(about: string, value: string): Promise<string | undefined> {
  presses += 1;
  const from = { platform: 'feishu', account: 'ou_921', at: office.now(), chat: 'oc_921', message: 'om_card' } as const;
  const act = { do: 'contribute', about } as const;
  const answer = await bench.desk.press({ kind: 'press', key: `feishu:press_${presses}`, ...from, act, form: { value } });
  return answer.toast?.look;
}

const given = (number: string) => fresh.store.read((books) => books.draws.contributions(number));

test('neither the form nor the command tidies them, only line ends are made alike', async () => {
  const { number } = await lockedDraw(office);
  expect(await press(number, '  ２０度\u200b 雨\r\n晴\r \n')).toBe('success');
  await bench.say('ou_922', `/抽签 ${number} 见证  ２０度\u200b  雪 `);
  expect((await given(number)).map(({ by, value }) => [by, value])).toEqual([
    ['W1', '  ２０度\u200b 雨\n晴\r \n'],
    ['W2', ' ２０度\u200b  雪 '],
  ]);
});

test('nothing, or nothing that can be seen, is refused', async () => {
  const { number } = await lockedDraw(office);
  for (const blank of ['', ' \n\t　', '\u200b', ' \u200b\ufeff ']) expect(await press(number, blank)).not.toBe('success');
  expect(await given(number)).toEqual([]);
});
