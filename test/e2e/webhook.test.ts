// The same house by webhook instead of the long connection: encrypted, signed, answered inside the request.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, WEBHOOK_KEYS } from '../support/house.ts';
import { wordsOf } from '../support/player.ts';

let house: House;
beforeAll(async () => {
  // The platform's clock is the machine's here: a webhook too far from it is refused.
  house = await openHouse({ isWebhook: true, at: new Date().toISOString() });
});
afterAll(() => house.close());

test('a message is answered by a card', async () => {
  expect(wordsOf(await house.play.ask('P001', '/帮助'))).toContain('管理员');
});

test('a press is answered inside the request', async () => {
  const { play } = house;
  await play.sendSample('P001', '人员.xlsx');
  const pressed = await play.press('P001', 'confirm-import');
  expect(pressed.toast?.content).toBe('已导入');
});

test('a request with a wrong signature is refused and changes nothing', async () => {
  const before = await house.product.office.store.read((books) => books.inbox.counts());
  const body = JSON.stringify({ encrypt: Buffer.alloc(64, 7).toString('base64') });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHash('sha256').update(`${timestamp}n${WEBHOOK_KEYS.encryptKey}x${body}`).digest('hex');
  const response = await fetch(`http://127.0.0.1:${house.product.port}/feishu/webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': 'n',
      'x-lark-signature': signature,
    },
    body,
  });
  expect(response.status).toBe(401);
  expect(await house.product.office.store.read((books) => books.inbox.counts())).toEqual(before);
});
