// The verifier's page in a real browser under the site's policy: no inline script, everything from this very origin.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { RECORDS } from '../support/vectors.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const scripts = mkdtempSync(path.join(tmpdir(), 'mingqian-verify-'));
const { record } = RECORDS[0] as (typeof RECORDS)[number];

let browser: Browser;
let server: http.Server;
let address: string;

beforeAll(async () => {
  execFileSync(process.execPath, [
    path.join(ROOT, 'node_modules/typescript/bin/tsc'),
    '-p',
    path.join(ROOT, 'src/verify'),
    '--outDir',
    scripts,
  ]);
  server = http.createServer((request, response) => {
    response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'");
    const script = /^\/verify\/([a-z0-9-]+\.js)$/.exec(request.url ?? '')?.[1];
    if (script) response.setHeader('Content-Type', 'text/javascript').end(readFileSync(path.join(scripts, script)));
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageOf(request.url === '/spoilt'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('a citizen sees every check passed, shows the digest from the group, and finds an institution’s own ticket', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${address}/`);
  await page.waitForSelector('.verdict-consistent');
  expect(await page.locator('.check-failed').count()).toBe(0);
  expect(await page.locator('.check-passed').count()).toBeGreaterThan(20);
  expect(await page.locator('.check-meaning:empty').count()).toBe(0);
  await page.getByLabel('群内公布的封签摘要').fill(record.manifestHash);
  const [drawn] = record.objects.flatMap((layer) => layer.drawn);
  await page.getByLabel('查一家机构的签').fill(drawn ?? '');
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.waitForSelector('.verdict-announced');
  const command = (await page.locator('.ticket-command').textContent()) ?? '';
  const ticket = await page.locator('.ticket-digest').textContent();
  expect(execFileSync('bash', ['-c', command], { encoding: 'utf8' }).slice(0, 64)).toBe(ticket);
  expect(errors).toEqual([]);
}, 60_000);

test('a spoilt record shows the line that fails', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/spoilt`);
  await page.waitForSelector('.verdict-refused');
  expect(await page.locator('.check-failed').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-check')))).toEqual([
    'seed',
  ]);
}, 60_000);

function pageOf(isSpoilt: boolean): string {
  const json = JSON.stringify(isSpoilt ? { ...record, seed: '0'.repeat(64) } : record).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="zh-CN"><title>示例</title><div id="verifier"></div>
<script type="application/json" id="record">${json}</script><script type="module" src="/verify/page.js"></script>`;
}
