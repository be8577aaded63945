// `mingqian site`: the same pages as files, whole in any sub-folder of a portal, the verifier included; and where they were put.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { register } from '../../src/cli/site.ts';
import { writeSite } from '../../src/web/site.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPublicOffice, type PublicOffice } from '../support/public-office.ts';
import { runPython } from '../support/python.ts';
import { compileVerifier, type Served, serveFolder } from '../support/site-server.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-site-'));
const verifier = compileVerifier();
let fresh: FreshStore;
let filled: PublicOffice;
let written: readonly string[];
let portal: Served;
let browser: Browser;

beforeAll(async () => {
  fresh = await freshStore('sqlite');
  filled = await openPublicOffice(fresh.store);
  written = await writeSite(filled.office, folder, verifier);
  portal = await serveFolder(folder);
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await portal?.close();
  await fresh?.close();
  rmSync(folder, { recursive: true, force: true });
});

const onDisk = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

test('it says exactly which files it wrote, and the public draw is among them with record and verification', () => {
  expect([...written].sort()).toEqual([...onDisk()].sort());
  for (const name of [
    'index.html',
    'results.csv',
    'results.xlsx',
    'results.json',
    'site.css',
    'verify/page.js',
    'verifier.html',
    'ssj1.py',
    'draws/2026-0001.html',
  ]) {
    expect(written).toContain(name);
  }
  expect(written.filter((name) => /^draws\/.+\//.test(name))).toEqual(['draws/2026-0002/record.json', 'draws/2026-0002/verify.html']);
});

test('every link of every page leads to a file that is there, and none leaves the folder', () => {
  let links = 0;
  for (const name of written.filter((one) => one.endsWith('.html'))) {
    const html = readFileSync(path.join(folder, name), 'utf8');
    for (const [, target = ''] of html.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
      expect([name, target]).toEqual([name, expect.not.stringMatching(/^(\/|[a-z]+:)/)]);
      const file = path.join(folder, path.dirname(name), decodeURIComponent(target));
      expect([name, target, existsSync(file) && file.startsWith(folder)]).toEqual([name, target, true]);
      links += 1;
    }
  }
  expect(links).toBeGreaterThan(100);
});

test('the files hold nothing of a draw that is not public yet', async () => {
  const draw = (await fresh.store.read((books) => books.draws.get(filled.hidden))) ?? expect.fail();
  const secrets = [draw.secret, draw.lastLink, draw.record?.seed ?? '', draw.record?.inspectorSeed ?? ''];
  for (const name of written) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    expect([name, secrets.filter((secret) => text.includes(secret))]).toEqual([name, []]);
  }
});

test('in a sub-folder of a portal a citizen walks from the first page to the verification, which runs in his browser', async () => {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('requestfailed', (request) => troubles.push(request.url()));
  page.on('response', (response) => response.status() >= 400 && !response.url().endsWith('favicon.ico') && troubles.push(response.url()));
  await page.goto(portal.url);
  await page.getByRole('link', { name: '抽签', exact: true }).click();
  await page.getByRole('link', { name: '2026-0002' }).click();
  await page.getByRole('link', { name: '用你的浏览器重新计算' }).click();
  await page.waitForSelector('.verdict-consistent');
  expect(await page.locator('.check-failed').count()).toBe(0);
  await page.getByRole('link', { name: '结果', exact: true }).click();
  expect(await page.locator('tbody tr').count()).toBe(4);
  expect(troubles).toEqual([]);
  await page.close();
}, 90_000);

test('opened from a local file, where most scripts are forbidden, the verification runs all the same', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path.join(folder, 'draws/2026-0002/verify.html')).href);
  await page.waitForSelector('.verdict-consistent');
  expect(await page.locator('.check-failed').count()).toBe(0);
  await page.close();
}, 60_000);

test('the verification page leads to the two other ways, and they take the record that the site gives', async () => {
  const page = await browser.newPage();
  await page.goto(`${portal.url}draws/2026-0002/verify.html`);
  const addressOf = (name: string): Promise<string | null> => page.getByRole('link', { name }).first().getAttribute('href');
  expect([await addressOf('离线核对程序'), await addressOf('Python 脚本')]).toEqual(['../../verifier.html', '../../ssj1.py']);
  await page.goto(`${portal.url}verifier.html`);
  await page.locator('#verifier-file').setInputFiles(path.join(folder, 'draws/2026-0002/record.json'));
  await page.waitForSelector('.verdict-consistent');
  await page.close();
  expect(runPython(path.join(folder, 'draws/2026-0002/record.json'))).toMatchObject({ code: 0, err: '' });
}, 60_000);

/** Read through a function, since the command sets it behind the type checker's back. */
function codeOf({ exitCode }: { readonly exitCode?: number | string | null | undefined }): number {
  return Number(exitCode ?? 0);
}

/** Runs the command on the filled office. */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const program = new Command();
  register(program, (command) => command(filled.office), verifier);
  const [out, err] = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')].map((spy) => spy.mockReturnValue(true));
  process.exitCode = undefined;
  await program.parseAsync(['site', ...args], { from: 'user' });
  const code = codeOf(process);
  process.exitCode = undefined;
  const [printed = '', said = ''] = [out, err].map((spy) => (spy?.mock.calls ?? []).map(([text]) => String(text)).join(''));
  vi.restoreAllMocks();
  return { code, out: printed, err: said };
}

test('where the files were put is recorded in the ledger and stands at the foot of every page', async () => {
  const elsewhere = path.join(folder, 'again');
  const { code, out } = await run(elsewhere, '--placed', ' https://www.example.invalid/ssj/ ', '--on', '2026-03-18');
  expect([code, out]).toEqual([0, expect.stringContaining('已登记：2026年3月18日（周三）上传到')]);
  const html = readFileSync(path.join(elsewhere, 'draws/2026-0002.html'), 'utf8');
  expect(html).toContain(
    '本站文件最近一次上传：<time datetime="2026-03-18">2026年3月18日（周三）</time>，<a href="https://www.example.invalid/ssj/">',
  );
  const entries = await fresh.store.read((books) => books.ledger.about('site'));
  expect(entries.map(({ payload }) => [payload.what, payload.facts])).toEqual([
    ['site-placed', { address: 'https://www.example.invalid/ssj/', on: '2026-03-18' }],
  ]);
  rmSync(elsewhere, { recursive: true });
});

test('a place that cannot be is refused in a sentence, and nothing is recorded or written', async () => {
  const elsewhere = path.join(folder, 'never');
  for (const [args, sentence] of [
    [['--placed', 'javascript:alert(1)'], '“公示地址”填得不对'],
    [['--placed', 'https://example.invalid/', '--on', '2026-02-30'], '“日期”填得不对'],
    [['--placed', 'https://example.invalid/', '--on', '2027-01-01'], '“日期”不能晚于2026年3月19日'],
    [['--on', '2026-03-18'], '写了 --on 就要写 --placed'],
  ] as const) {
    const { code, err } = await run(elsewhere, ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  }
  expect(existsSync(path.join(elsewhere, 'index.html'))).toBe(false);
  expect(await fresh.store.read((books) => books.ledger.about('site'))).toHaveLength(1);
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  expect(await run(file, '--placed', 'https://example.invalid/')).toMatchObject({ code: 2, err: expect.stringContaining('写不进文件夹') });
});
