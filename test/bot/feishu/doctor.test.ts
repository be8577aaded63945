// The doctor at a peer on loopback: what is wrong is named, with what to do.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFeishu, NEEDED_SCOPES } from '../../../src/bot/feishu/doctor.ts';
import { keepLog } from '../../support/feishu-bench.ts';
import { APP_ID, APP_SECRET, type FeishuPeer, startFeishuPeer } from '../../support/feishu-peer.ts';

let peer: FeishuPeer;
beforeEach(async () => {
  peer = await startFeishuPeer();
});
afterEach(() => peer.close());

async function failing(now = () => new Date()): Promise<readonly (readonly [string, string])[]> {
  const checks = await checkFeishu({ appId: APP_ID, appSecret: APP_SECRET, baseUrl: peer.base, log: keepLog(), now });
  return checks.filter((check) => !check.ok).map((check) => [check.name, check.hint] as const);
}

test('where all is well nothing is asked of the administrator', async () => {
  const scopes = NEEDED_SCOPES.map(([scope]) => ({ scope }));
  peer.hook = ({ path }) => (path.includes('/applications/') ? { body: { code: 0, data: { app: { scopes } } } } : undefined);
  expect(await failing()).toEqual([]);
});

test('a missing scope is named', async () => {
  peer.hook = ({ path }) =>
    path.includes('/applications/') ? { body: { code: 0, data: { app: { scopes: [{ scope: 'im:message' }] } } } } : undefined;
  expect(await failing()).toEqual([['scopes', expect.stringContaining('im:resource contact:user.id:readonly') as string]]);
});

test('a wrong secret is named with its code, and nothing else is guessed', async () => {
  peer.hook = ({ path }) => (path.endsWith('/internal') ? { body: { code: 10014, msg: 'app secret invalid' } } : undefined);
  expect(await failing()).toEqual([['credentials', expect.stringContaining('10014') as string]]);
});

test('a platform that is not there, an app without a bot, a second instance and a wrong clock are named', async () => {
  peer.hook = ({ path }) =>
    path.endsWith('/bot/v3/info')
      ? { status: 400, body: { code: 11205, msg: 'app do not have bot' } }
      : path.endsWith('/connection')
        ? { body: { code: 0, data: { online_instance_cnt: 3 } } }
        : undefined;
  const found = await failing(() => new Date(Date.now() + 300_000));
  expect(found.map(([name]) => name)).toEqual(['bot', 'connections', 'clock']);
  const nowhere = await checkFeishu({
    appId: APP_ID,
    appSecret: APP_SECRET,
    baseUrl: 'http://127.0.0.1:1',
    log: keepLog(),
    now: () => new Date(),
  });
  expect(nowhere).toMatchObject([
    { name: 'credentials', ok: false, hint: expect.stringContaining('ECONNREFUSED') as string },
    { name: 'clock', ok: true },
  ]);
});
