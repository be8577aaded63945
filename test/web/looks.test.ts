// How the pages look, as a browser computes it: nothing wider than a phone, nothing too faint in the dark, verdicts in words.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPublicOffice, type PublicOffice } from '../support/public-office.ts';
import { compileVerifier, type Served, serveOffice } from '../support/site-server.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
let filled: PublicOffice;
let site: Served;
let browser: Browser;

beforeAll(async () => {
  fresh = await freshStore('sqlite');
  filled = await openPublicOffice(fresh.store);
  site = await serveOffice(filled.office, compileVerifier());
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await fresh?.close();
});

/** Runs in the page: how far it is wider than the window, and what is fainter than 4.5 to 1. */
const LOOK = `(() => {
  const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [...document.querySelectorAll('body *')].filter((element) => {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '')) return false;
    const [high, low] = [light(numbers(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05) < 4.5;
  });
  return { tooWide: document.documentElement.scrollWidth - innerWidth, faint: faint.map((element) => element.outerHTML.slice(0, 80)) };
})()`;

async function open(at: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(site.url + at);
  if (at.endsWith('/verify')) await page.waitForSelector('.verdict');
  return page;
}

test('no page is wider than a phone or too faint in the dark', async () => {
  const page = await open(`/draws/${filled.open}/verify`, 375, 'dark');
  for (const at of ['', '/', '/draws', '/results', '/plans', '/matters', '/documents', '/lists', '/checkpoints', `/draws/${filled.open}`]) {
    if (at !== '') await page.goto(site.url + at);
    expect([at, await page.evaluate(LOOK)]).toEqual([at, { tooWide: 0, faint: [] }]);
  }
  await page.close();
}, 180_000);

test('the verification asks for the digest first and answers each check in words, digests in fours', async () => {
  const page = await open(`/draws/${filled.open}/verify`, 375, 'light');
  expect(await page.locator('.verifier label').first().innerText()).toContain('群内公布的封签摘要');
  expect(await page.locator('.verdict').innerText()).toMatch(/^通过：记录自洽。没有出示群内的封签摘要/);
  const lines = await page.locator('.check').allInnerTexts();
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => !/^(通过|不通过)\S* *\S/.test(line))).toEqual([]);
  const manifest = (await fresh.store.read((books) => books.draws.get(filled.open)))?.manifestHash ?? '';
  const fours = await page.locator('[data-check="manifest"] .digest span').allTextContents();
  expect([fours.length, fours.join('')]).toEqual([16, manifest]);
  await page.getByLabel('群内公布的封签摘要').fill('0'.repeat(64));
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.waitForSelector('.verdict-refused');
  const failed = page.locator('.check-failed');
  expect(await failed.count()).toBe(1);
  expect(await failed.innerText()).toMatch(/^不通过\s*群内公布的封签摘要[^]*应为[^]*实为/);
  expect(await page.locator('.not-checked-item').count()).toBeGreaterThan(2);
  await page.close();
}, 90_000);

test('printed, a page has no navigation and no forms, and its links say where they lead', async () => {
  const page = await open(`/draws/${filled.open}`, 768, 'dark');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('.sections').isVisible()).toBe(false);
  const look = await page.evaluate(`({
    ground: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.body).color,
    address: getComputedStyle(document.querySelector('main p a'), '::after').content.replaceAll('" "', ''),
    heading: getComputedStyle(document.querySelector('thead')).display,
  })`);
  expect(look).toEqual({
    ground: 'rgb(255, 255, 255)',
    ink: 'rgb(0, 0, 0)',
    address: `"（/draws/${filled.open}/verify）"`,
    heading: 'table-header-group',
  });
  await page.close();
}, 60_000);
