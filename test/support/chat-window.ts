// A window on the chat page, used as people use it: go where the tour points, fill in what a card asks, press, answer the question.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const PICTURES = path.join(import.meta.dirname, '../../test-results/screenshots');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812 };

/** The newest live button that does this. */
const liveButton = (page: Page, verb: string): Locator => page.locator(`#chat [data-do="${verb}"]:not([aria-disabled])`).last();

/** The card around the newest live button that does this. */
export const cardWith = (page: Page, verb: string): Locator =>
  page.locator(`#chat .card:has([data-do="${verb}"]:not([aria-disabled]))`).last();

/** Waits for the tour's step, counted from 1. */
export async function atStep(page: Page, step: number): Promise<void> {
  await page.locator('.tour-count', { hasText: new RegExp(`^${step} / `) }).waitFor();
}

/** Goes where the tour wants the reader: over the columns on a desk, by its button on a phone. */
export async function goThere(page: Page, person: string, chat: 'bot' | 'group' = 'bot'): Promise<void> {
  const isPhone = (page.viewportSize()?.width ?? 0) <= 640;
  if (isPhone) await page.getByRole('button', { name: '去这里' }).click();
  else {
    await page.locator(`[data-person="${person}"]`).click();
    await page.locator(chat === 'bot' ? '.chat-row:has(.bot-tag)' : '.chat-row[data-kind="group"]').click();
  }
  await page.locator(`.rail-row[data-person="${person}"][aria-current]`).waitFor({ state: 'attached' });
}

/** Presses the newest button that does this, once the tour points at it, and answers its question. */
export async function pressPointed(page: Page, verb: string): Promise<void> {
  await page.locator(`#chat [data-do="${verb}"].pointed`).waitFor();
  await press(page, verb);
}

/** Presses the newest button that does this and answers its question, if it asks one. */
export async function press(page: Page, verb: string): Promise<void> {
  const button = liveButton(page, verb);
  const label = (await button.textContent()) ?? '';
  const asks = page.locator('dialog.ask');
  const isSent = page.waitForResponse((response) => response.url().endsWith('/sandbox/actions'));
  await button.click();
  await Promise.race([isSent, asks.waitFor()]);
  if (await asks.isVisible()) await asks.getByRole('button', { name: label, exact: true }).click();
  await isSent;
}

/** Waits for what the page says at the top after a press. */
export const hear = (page: Page, words: string): Promise<void> => page.locator('.toast', { hasText: words }).last().waitFor();

/** Chooses some of several: opens the field, ticks, closes it. */
export async function tick(card: Locator, field: string, ...options: readonly (string | RegExp)[]): Promise<void> {
  const box = card.locator('.multi', { has: card.page().getByLabel(field) }).first();
  await box.locator('.multi-open').click();
  for (const option of options) for (const row of await box.locator('.multi-option', { hasText: option }).all()) await row.click();
  await box.locator('.multi-open').press('Escape');
}

/** Sends one of the sample sheets from the composer's menu. */
export async function sendSample(page: Page, word: string): Promise<void> {
  await page.getByRole('button', { name: '示例文件' }).click();
  await page.getByRole('menuitem', { name: word }).click();
}

/** Writes to the open chat. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '写消息' }).fill(text);
  await page.getByRole('textbox', { name: '写消息' }).press('Enter');
}

/** Keeps a picture of the page at the desk's and at the phone's width. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const before = page.viewportSize() ?? WIDE;
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size);
    await page.evaluate('document.querySelector(".messages")?.scrollTo(0, 1e6)');
    await page.screenshot({ path: path.join(PICTURES, `${name}-${size.width}.png`), animations: 'disabled' });
  }
  await page.setViewportSize(before);
}

/** Makes the window a phone's, or a desk's again. */
export const onPhone = (page: Page): Promise<void> => page.setViewportSize(PHONE);
export const onDesk = (page: Page): Promise<void> => page.setViewportSize(WIDE);
