// The plain messages of a draw as the group sees them: sent as text beside the cards, the same to the end, held against the public site.
import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkNote, readNote } from '../../src/verify/note.ts';
import { type House, openHouse } from '../support/house.ts';
import { fillHouse, lockedIn } from '../support/house-lists.ts';
import type { SeenMessage } from '../support/player.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const [OPERATOR, HEAD] = ['P002', 'P003'] as const;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await fillHouse(house);
});
afterAll(() => house.close());

const page = async (at: string): Promise<string> => (await fetch(`http://127.0.0.1:${house.product.port}${at}`)).text();

const texts = async (): Promise<readonly SeenMessage[]> =>
  (await house.play.messages(HEAD, house.play.group)).filter((message) => message.from.isBot && message.kind === 'text');

test('lock, close and result each come as a text with digests, and none of them changes afterwards', async () => {
  const { play } = house;
  const draw = await lockedIn(house);
  const locked = await play.hears(HEAD, new RegExp(`${draw.number}号抽签公告】已封签`), play.group);
  expect(locked.kind).toBe('text');
  expect(locked.text).toContain((draw.manifestHash.match(/.{4}/g) ?? []).join(' '));
  for (const { person } of draw.witnesses) await play.press(person, 'contribute', { about: draw.number, form: { value: '今天下雨' } });
  await play.until('the close', async () => (await texts()).at(-1)?.text?.includes('见证封存摘要 SHA-256'));
  await play.press(OPERATOR, 'settle-draw', { about: draw.number });
  await play.until('the result', async () => (await texts()).at(-1)?.text?.includes('完整记录摘要 SHA-256'));
  const now = await texts();
  expect(now.map(({ text }) => text?.split('\n')[0])).toEqual(
    ['已封签', '见证已封存', '已开签'].map((word) => `【${draw.number}号抽签公告】${word}`),
  );
  expect(now[0]).toEqual(locked);
});

test('the checkpoint of the newest text stands at the foot of every page, and its note verifies with the published key', async () => {
  const newest = (await texts()).at(-1)?.text ?? '';
  const [, size = '', root = ''] = /工作记录存证：前 (\d+) 条，根 (\S+)/.exec(newest) ?? [];
  expect(await page('/')).toContain(`前 ${size} 条，根 <span class="root">${root.replaceAll('=', '&#x3D;')}</span>`);
  const listed = await page('/checkpoints');
  const [, vkey = ''] = /<th scope="row" class="root">([^<]+)</.exec(listed) ?? [];
  const note = await page(`/checkpoints/${size}.txt`);
  const key = vkey.replaceAll('&#x3D;', '=');
  expect(checkNote(note, key).map(({ id, passed }) => [id, passed])).toEqual(
    ['note-form', 'note-vkey', 'note-origin', 'note-signature'].map((id) => [id, true]),
  );
  expect(Buffer.from(readNote(note)?.root ?? '', 'hex').toString('base64')).toBe(root);
  expect((await fetch(`http://127.0.0.1:${house.product.port}/checkpoints/999999.txt`)).status).toBe(404);
});

test('the private key lies beside the database, for nobody else to read', () => {
  expect(statSync(path.join(house.folder, 'checkpoint.key')).mode & 0o777).toBe(0o600);
});
