// The built product as `npm start` runs it, on a folder and a port of its own: what a reader of the README gets.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { childEnvironment } from '../../src/settings/environment.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** A running `npm start`. */
export interface Launched {
  /** The address of both the chat page (`/sandbox`) and the public site (`/`), without a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

/** Starts it; builds first only where nothing is built, since tests beside this one read the build. */
export async function launchProduct(): Promise<Launched> {
  if (!existsSync(path.join(ROOT, 'dist/launch.js'))) spawnSync(process.execPath, ['build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-launched-'));
  const child = spawn(process.execPath, ['dist/launch.js'], {
    cwd: ROOT,
    env: childEnvironment({ PORT: '0', DATABASE_URL: `sqlite:${path.join(folder, 'office.db')}`, LOG_LEVEL: 'warn' }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    address: await addressOf(child),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Reads the welcome; rejects with what was said when the process ends before it. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said.join('\n')}`)));
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      said.push(line);
      const found = /聊天页面\s+(http\S+)\/sandbox/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}
