// The one HTML file in a real browser, from a disk and from plain http, at a phone's width; and the script of the public page.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { MUTATIONS, spoilt } from '../support/mutations.ts';
import { compileVerifier } from '../support/site-server.ts';
import { RECORDS } from '../support/vectors.ts';

const PICTURES = path.join(import.meta.dirname, '../../test-results/screenshots');
const PHONE = { width: 390, height: 844 };
const { record } = RECORDS.find((each) => each.record.manifest.entropy.mode === 'drand' && each.record.events.length > 0) ?? expect.fail();
const text = JSON.stringify(record);

const built = compileVerifier();
let browser: Browser;
let server: http.Server;
let address: string;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    if (request.url === '/verifier.html') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(readFileSync(path.join(built, 'verifier.html')));
      return;
    }
    response.setHeader('Content-Security-Policy', "default-src 'none'; script-src 'self'");
    if (request.url === '/page.js') response.setHeader('Content-Type', 'text/javascript').end(readFileSync(path.join(built, 'page.js')));
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageWithRecord());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Opens a page and notes every trouble and every request beyond itself: there must be none. */
async function open(url: string, colorScheme: 'light' | 'dark' = 'light'): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const page = await browser.newPage({ viewport: PHONE, colorScheme });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => troubles.push(message.text()));
  page.on('request', (request) => request.url() !== url && troubles.push(request.url()));
  await page.goto(url);
  return { page, troubles };
}

/** Drops a file on the page as a hand does. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const files = await page.evaluateHandle(
    `(() => { const files = new DataTransfer(); files.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)})); return files; })()`,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

const failing = (page: Page): Promise<readonly (string | null)[]> =>
  page.locator('.check-failed').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-check')));

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}-390.png`) });
}

describe.each([
  ['a disk', () => pathToFileURL(path.join(built, 'verifier.html')).href],
  ['plain http', () => `${address}/verifier.html`],
] as const)('the one file from %s, on a phone', (from, url) => {
  test('takes a dropped record, passes each line, and tells 自洽 from 与群内封签公告一致', async () => {
    const { page, troubles } = await open(url());
    expect(await page.locator('.verdict').count()).toBe(0);
    await drop(page, 'record.json', text);
    await page.waitForSelector('.verdict-consistent');
    expect(await failing(page)).toEqual([]);
    expect(await page.locator('.check-passed').count()).toBeGreaterThan(30);
    expect(await page.locator('[data-check="beacon-signature"] .check-state').innerText()).toBe('通过');
    expect(await page.locator('.check-meaning:empty').count()).toBe(0);
    expect(await page.locator('.answer-group').innerText()).toMatch(/^没有比对/);
    await page.getByLabel('群内公布的封签摘要').fill((record.manifestHash.match(/.{4}/g) ?? []).join(' '));
    await page.getByRole('button', { name: '开始核对' }).click();
    await page.waitForSelector('.verdict-announced');
    expect(await page.locator('.verdict').innerText()).toMatch(/^通过：记录自洽，并与群内封签公告一致。没有出示群内的见证封存摘要/);
    expect([await page.locator('.answer-self').innerText(), await page.locator('.answer-group').innerText()]).toEqual([
      expect.stringMatching(/^是，/),
      '是，比对了封签摘要',
    ]);
    expect(await page.locator('.not-checked-item').count()).toBeGreaterThan(2);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await picture(page, `verifier-${from === 'a disk' ? 'file' : 'http'}`);
    expect(troubles).toEqual([]);
    await page.close();
  }, 90_000);

  test('shows which line fails when a byte was changed', async () => {
    const { page, troubles } = await open(url(), 'dark');
    await drop(page, 'record.json', text.replace('示例机构', '示范机构'));
    await page.waitForSelector('.verdict-refused');
    expect(await failing(page)).toEqual(['roster-root']);
    expect(await page.locator('.chapter-title').first().innerText()).toContain('对不上的');
    expect(await page.locator('.answer-self').innerText()).toMatch(/^否/);
    await picture(page, `verifier-${from === 'a disk' ? 'file' : 'http'}-refused`);
    expect(troubles).toEqual([]);
    await page.close();
  }, 90_000);
});

test('every forgery is refused by the line that is about it', async () => {
  const { page } = await open(`${address}/verifier.html`);
  for (const mutation of MUTATIONS) {
    const forged = spoilt(mutation, record);
    if (forged === null) continue;
    await page
      .locator('#verifier-file')
      .setInputFiles({ name: `${mutation.name}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(forged)) });
    await page.locator('.verifier-at-hand', { hasText: `${mutation.name}.json` }).waitFor();
    await page.waitForSelector('.verdict-refused');
    expect([mutation.name, (await failing(page)).some((id) => id?.split(':')[0] === mutation.line)]).toEqual([mutation.name, true]);
  }
  await page.close();
}, 120_000);

test('an institution finds its ticket by its code or its name, and the command shown computes the same', async () => {
  const { page } = await open(`${address}/verifier.html`);
  await drop(page, 'record.json', text);
  await page.waitForSelector('.verdict');
  const own = page.getByLabel('统一社会信用代码，或名称里的几个字');
  for (const row of record.roster
    .filter(({ id }) => record.objects.some(({ drawn, reserve }) => [...drawn, ...reserve].includes(id)))
    .slice(0, 4)) {
    await own.fill(row.id);
    const command = (await page.locator('.ticket-command').textContent()) ?? '';
    const ticket = await page.locator('.ticket-digest').textContent();
    expect(execFileSync('bash', ['-c', command], { encoding: 'utf8' }).slice(0, 64)).toBe(ticket);
    await own.fill(row.name);
    expect(await page.locator('.ticket-title').first().innerText()).toContain(row.id);
  }
  const left = record.roster.find(({ excluded }) => excluded !== null) ?? expect.fail();
  await own.fill(left.id);
  expect(await page.locator('.ticket').innerText()).toContain(`未列入抽取：${left.excluded}`);
  await own.fill('没有这家');
  expect(await page.locator('.verifier-tickets').innerText()).toContain('没有代码或名称与“没有这家”相符的机构');
  await page.close();
}, 90_000);

test('what was mistyped is said beside the field before anything is compared; what is no record is said too', async () => {
  const { page } = await open(`${address}/verifier.html`);
  await drop(page, 'record.json', text);
  await page.waitForSelector('.verdict');
  await page.getByLabel('群内公布的封签摘要').fill(record.manifestHash.slice(0, 60));
  await page.getByRole('button', { name: '开始核对' }).click();
  expect(await page.locator('.verifier-lock .verifier-fault').innerText()).toContain('现在是 60 位');
  expect(await page.locator('.verdict').count()).toBe(0);
  await page.getByLabel('群内公布的封签摘要').fill(` ${record.manifestHash.toUpperCase()}\n`);
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.waitForSelector('.verdict-announced');
  await drop(page, 'photo.json', 'no json');
  await page.waitForSelector('.verdict-unreadable');
  const said = await page.locator('#verifier').innerText();
  expect(said).toContain('读不出：这不是一份抽签记录');
  expect(said).not.toMatch(/不可信。|对不上/);
  expect(await page.locator('.verifier-at-hand').innerText()).toContain('photo.json：读不出是一份抽签记录');
  await page.close();
}, 90_000);

test('the file holds all it needs and allows itself no network', () => {
  const html = readFileSync(path.join(built, 'verifier.html'), 'utf8');
  expect(html).toContain(`content="default-src 'none'; script-src 'sha256-`);
  const outside = html.slice(0, html.indexOf('<script>')).match(/\b(?:src|href|action)="[^"]*"|url\([^)]*\)|@import/g);
  expect(outside).toBeNull();
  expect(html).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|crypto\.subtle\.digest|import\(/);
});

test('the public page brings its record, under a policy without inline script', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${address}/`);
  await page.waitForSelector('.verdict-consistent');
  expect(await failing(page)).toEqual([]);
  expect(await page.locator('.verifier-at-hand').innerText()).toContain(`${record.manifest.draw}号抽签`);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

function pageWithRecord(): string {
  return `<!doctype html><html lang="zh-CN"><title>示例</title><div id="verifier"></div>
<textarea id="record" hidden>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</textarea><script src="/page.js"></script>`;
}
