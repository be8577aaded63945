// The doctor's line about drand: asked for real, over HTTP, of a server that answers with true and false rounds.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drandLine } from '../../src/cli/doctor-drand.ts';
import { sayCheck } from '../../src/words/doctor.ts';
import { answerOf, type DrandServer, ROUND, serveDrand } from '../support/drand.ts';

/** Nothing listens on port 1. */
const NOWHERE = 'http://127.0.0.1:1';

let server: DrandServer;
beforeAll(async () => {
  server = await serveDrand();
  server.say(ROUND.round, answerOf(ROUND));
});
afterAll(() => server.close());

const lineOf = (endpoints: readonly string[], mode: 'drand' | 'dice', round = ROUND.round) =>
  drandLine({ drand: { endpoints, timeoutSeconds: 2 }, mode }, round);

test('an address that answers with a signed round is fine', async () => {
  const line = await lineOf([server.url], 'drand');
  expect(line.state).toBe('fine');
  expect(sayCheck(line)).toContain('公共信标：1 个地址里 1 个取到了签名正确的数值');
});

test('one that does not answer, or not with a signed round, is named', async () => {
  const line = await lineOf([server.url, NOWHERE], 'drand');
  expect(line.state).toBe('warning');
  expect(sayCheck(line)).toContain(`取不到的：${NOWHERE}`);
  server.say(1000, answerOf({ ...ROUND, round: 1000 }));
  expect((await lineOf([server.url], 'drand', 1000)).state).toBe('broken');
});

test('with none of them the product is broken only where it draws by drand', async () => {
  expect((await lineOf([NOWHERE], 'drand')).state).toBe('broken');
  expect((await lineOf([NOWHERE], 'dice')).state).toBe('warning');
  expect(sayCheck(await lineOf([], 'dice'))).toContain('没有填取数的地址');
});
