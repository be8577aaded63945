// The stand-in as a process of its own, as `npm start` launches it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { until } from './support.ts';

type Told = { readonly kind: string; readonly port?: number; readonly offsetMs?: number };

function launch(args: readonly string[]) {
  const child = fork('sandbox/main.ts', args, {
    execArgv: ['--import', 'tsx'],
    silent: true,
    env: { ...process.env, SANDBOX_APP_SECRET: 's' },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: Told[] = [];
  const printed: string[] = [];
  child.on('message', (message) => void told.push(message as Told));
  child.stdout?.on('data', (chunk: Buffer) => void printed.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => void printed.push(chunk.toString()));
  return { child, told, printed };
}

test('it tells its parent where it listens and whenever its clock moves, and stops when told to', async () => {
  const { child, told, printed } = launch(['--port', '0', '--app-id', 'cli_00000000000000aa']);
  await until(() => told.length === 2 && printed.length > 0, 30_000);
  expect(told).toEqual([
    { kind: 'listening', port: expect.any(Number) as number },
    { kind: 'clock', offsetMs: 0 },
  ]);
  const base = `http://127.0.0.1:${told[0]?.port}`;
  expect(printed.join('')).toContain(`${base}/sandbox`);
  const post = (path: string, body: object) =>
    fetch(base + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await post('/sandbox/clock', { advance: { days: 1 } });
  await until(() => told.length === 3);
  expect(told[2]).toEqual({ kind: 'clock', offsetMs: 86_400_000 });
  const token = await post('/open-apis/auth/v3/tenant_access_token/internal', { app_id: 'cli_00000000000000aa', app_secret: 's' });
  expect(await token.json()).toMatchObject({ code: 0 });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 60_000);

test('a wrong argument ends it with 2 and a Chinese sentence', async () => {
  const { child, printed } = launch(['--app-id', 'nonsense']);
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(printed.join('')).toContain('--app-id 须为 cli_ 加 16 位十六进制数');
}, 60_000);
