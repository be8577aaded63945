// The web server of an office for tests, with the verifier built as a build builds it; and a plain server of files.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Office } from '../../src/flows/office.ts';
import { openLog } from '../../src/log.ts';
import { openHealth, type Part } from '../../src/web/health.ts';
import { startWeb } from '../../src/web/server.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** Builds the verifier into a folder of its own, as a build does. */
export function compileVerifier(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-verify-'));
  execFileSync(process.execPath, [path.join(ROOT, 'src/verify/build.mjs'), folder]);
  return folder;
}

/** A running site: its address, and how it is stopped. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves an office. `doors` says how the doors are doing. */
export async function serveOffice(office: Office, verifier: string, doors: () => readonly Part[] = () => []): Promise<Served> {
  const log = openLog('silent');
  const web = await startWeb({ office, log, health: openHealth(office, doors), webhooks: [], verifier }, '127.0.0.1', 0);
  return { url: `http://127.0.0.1:${web.port}`, close: () => web.close() };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Serves the files of a folder under `/portal/ssj/`, as a government portal serves what was uploaded to it. */
export async function serveFolder(folder: string): Promise<Served> {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/portal\/ssj\//, '');
    const file = path.join(folder, name === '' ? 'index.html' : name);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/portal/ssj/`, close };
}
