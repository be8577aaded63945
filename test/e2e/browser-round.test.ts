// One inspection played by clicking in a real browser, from an empty database to a reader's verification; the tour walks along.
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import * as chat from '../support/chat-window.ts';
import { type Launched, launchProduct } from '../support/launched.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const SAMPLES = path.join(import.meta.dirname, '../../sandbox/samples');
const [ADMIN, OPERATOR, HEAD, WITNESS, OTHER_WITNESS] = ['P001', 'P002', 'P003', 'P004', 'P005'] as const;

let product: Launched;
let browser: Browser;
let page: Page;
let lockDigest = '';
let institution = '';
const errors: string[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([launchProduct(), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${product.address}/sandbox`);
  await page.getByRole('button', { name: '开始导览' }).click();
});
// Every scene stands on the one before it.
let isBroken = false;
afterEach(({ task }) => {
  isBroken ||= task.result?.state === 'fail';
});
beforeEach(({ skip }) => {
  if (isBroken) skip('a scene before this one failed');
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

/** Whoever the tour names now: the person's id, from the rail. */
async function whoseTurn(): Promise<string> {
  const name = ((await page.locator('.tour-say strong').textContent()) ?? '').replace('：', '');
  return (await page.locator('.rail-row', { hasText: name }).getAttribute('data-person')) ?? '';
}

/** A day as a date field wants it, so many days after the office's today. */
async function officeDay(ahead: number): Promise<string> {
  const { at } = (await (await fetch(`${product.address}/sandbox/clock`)).json()) as { at: string };
  return new Date(Date.parse(at) + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
}

describe.sequential('a round by hand', () => {
  test('begins with the four lists: one through the file chooser, three from the sample menu', async () => {
    await chat.goThere(page, ADMIN);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '发送文件或照片' }).click();
    await (await chooser).setFiles(path.join(SAMPLES, '人员.xlsx'));
    await chat.pressPointed(page, 'confirm-import');
    await chat.atStep(page, 2);
    await chat.goThere(page, OPERATOR);
    for (const [index, name] of ['机构', '事项', '文件'].entries()) {
      await chat.sendSample(page, name);
      await chat.pressPointed(page, 'confirm-import');
      await chat.atStep(page, index + 3);
    }
    await page.locator('.card-title', { hasText: '比例频次文件已导入' }).waitFor();
    await chat.picture(page, '1-lists');
  });

  test('goes on with a group that becomes the 公示群', async () => {
    await chat.goThere(page, ADMIN, 'group');
    await page.locator('[data-add-bot].pointed').click();
    await chat.atStep(page, 6);
    await chat.goThere(page, ADMIN);
    await chat.pressPointed(page, 'choose-group');
    await chat.hear(page, '已设为公示群');
  });

  test('has its task filled in on the card and approved by the head', async () => {
    await chat.goThere(page, OPERATOR);
    await page.locator('.composer-box.pointed').waitFor();
    await chat.say(page, '/任务 新建');
    const form = chat.cardWith(page, 'make-task');
    await form.getByLabel('任务名称').fill('示例：律师事务所双随机抽查');
    await form.getByLabel('抽查类型').selectOption({ index: 1 });
    await chat.tick(form, '检查对象类别', '律师事务所');
    await form.getByLabel('比例频次文件').selectOption({ index: 1 });
    await chat.tick(form, '抽查事项', '律师事务所');
    await chat.tick(form, '检查方式', '实地检查');
    await form.getByLabel('检查从哪天开始').fill(await officeDay(0));
    await form.getByLabel('到哪天为止').fill(await officeDay(21));
    await form.getByLabel('末项（').selectOption('witness');
    await chat.tick(form, '见证人', '周纪检', '吴纪检');
    await chat.picture(page, '2-task-form');
    await chat.pressPointed(page, 'make-task');
    await chat.hear(page, '任务已报负责人批准');
    await chat.goThere(page, HEAD);
    await chat.pressPointed(page, 'approve-task');
    await chat.hear(page, '已批准');
  });

  test('is drawn in the group: locked after a question, witnessed twice, settled', async () => {
    await chat.goThere(page, OPERATOR);
    await chat.pressPointed(page, 'lock-draw');
    await chat.hear(page, '已封签');
    for (const [person, words] of [
      [WITNESS, '今天晴，操场上有十七只鸽子'],
      [OTHER_WITNESS, '翻书翻到第 42 页第 6 行'],
    ] as const) {
      await chat.goThere(page, person);
      const card = chat.cardWith(page, 'contribute');
      await card.getByLabel('写一句话或一串数字').fill(words);
      await chat.pressPointed(page, 'contribute');
      await chat.hear(page, '已收下，不能再改');
    }
    await chat.goThere(page, OPERATOR, 'group');
    const lock = chat.cardWith(page, 'settle-draw');
    lockDigest = ((await lock.locator('.digest-groups').first().textContent()) ?? '').replaceAll(/\s/g, '');
    expect(lockDigest).toMatch(/^[0-9a-f]{64}$/);
    await chat.picture(page, '3-lock');
    await chat.pressPointed(page, 'settle-draw');
    await chat.hear(page, '已开签');
    await page.locator('.card', { hasText: '检查结束前不公布名单' }).waitFor();
    await chat.picture(page, '4-settled');
  });

  test('is accepted on phones, approved, notified and begun', async () => {
    await chat.atStep(page, 13);
    await chat.onPhone(page);
    for (let left = 2; left > 0; left -= 1) {
      const name = (await page.locator('.tour-say strong').textContent()) ?? '';
      await chat.goThere(page, await whoseTurn());
      await chat.pressPointed(page, 'accept-assignment');
      await page.locator('.tour-say strong', { hasText: name }).waitFor({ state: 'detached' });
    }
    await chat.onDesk(page);
    await chat.atStep(page, 14);
    await chat.goThere(page, HEAD);
    await chat.pressPointed(page, 'approve-visits');
    await chat.atStep(page, 15);
    await chat.onPhone(page);
    await chat.goThere(page, await whoseTurn());
    const notice = chat.cardWith(page, 'serve-notice');
    institution = (await notice.locator('.card-title').textContent()) ?? '';
    await notice.getByLabel('哪天通知的').fill(await officeDay(0));
    await notice.getByLabel('怎么通知的').selectOption('当面送达');
    await chat.pressPointed(page, 'serve-notice');
    await chat.hear(page, '通知已登记');
    await chat.pressPointed(page, 'start-visit');
    await chat.hear(page, '检查开始');
  });

  test('has its findings filled in page by page, and not sent while a point is empty', async () => {
    await chat.pressPointed(page, 'show-findings');
    for (let number = 1; ; number += 1) {
      const card = page.locator('.card', { hasText: `检查情况 第 ${number} / ` }).last();
      await card.waitFor();
      if ((await card.locator('[data-do="submit-findings"]').count()) > 0) break;
      if (number === 1) {
        await card.locator('[data-do="save-findings"]').click();
        await chat.hear(page, '有必填项未填写');
      }
      const results = await card.getByLabel('结果').all();
      for (const [index, result] of results.entries()) await result.selectOption(number === 1 && index === 0 ? 'problem' : 'fine');
      if (number === 1) await card.getByLabel('情况').first().fill('收案登记本有两处漏登');
      if (number === 1) await chat.picture(page, '5-findings');
      await chat.press(page, 'save-findings');
    }
    const last = chat.cardWith(page, 'submit-findings');
    await last.getByLabel('处理意见').selectOption('ordered');
    await last.getByLabel('整改期限').fill(await officeDay(1));
    await last.getByLabel('检查小结').fill('查阅收案登记本和卷宗五件，发现漏登两处，已当场说明。');
    await chat.pressPointed(page, 'submit-findings');
    await chat.hear(page, '已提交');
  });

  test('is co-signed, reviewed, proposed and published', async () => {
    await chat.atStep(page, 18);
    await chat.goThere(page, await whoseTurn());
    await chat.picture(page, '6-cosign');
    await chat.pressPointed(page, 'cosign-findings');
    await chat.hear(page, '已会签');
    await chat.onDesk(page);
    for (const [step, person, verb, words] of [
      [19, HEAD, 'review-inspection', '审核通过'],
      [20, OPERATOR, 'propose-publication', '已提请公示'],
      [21, HEAD, 'approve-publication', '已公示'],
    ] as const) {
      await chat.atStep(page, step);
      await chat.goThere(page, person);
      if (verb === 'approve-publication') await chat.picture(page, '7-publication');
      await chat.pressPointed(page, verb);
      await chat.hear(page, words);
    }
  });

  test('is verified by a reader’s own browser, which tells the announced digest from another', async () => {
    await chat.atStep(page, 22);
    await chat.goThere(page, WITNESS, 'group');
    await page.locator('#chat .pointed', { hasText: '看公开页面' }).waitFor();
    const opening = page.waitForEvent('popup');
    await page.getByRole('button', { name: '看公开页面' }).last().click();
    const site = await opening;
    await site.getByRole('heading', { name: '抽取结果' }).waitFor();
    await site.getByRole('rowheader', { name: institution }).waitFor();
    await chat.picture(site, '8-draw');
    await site.getByRole('link', { name: '用你的浏览器重新计算' }).click();
    await site.locator('.verdict-consistent').waitFor();
    expect(await site.locator('.check-failed').count()).toBe(0);
    expect(await site.locator('.check-passed').count()).toBeGreaterThan(20);
    const verdictFor = async (digest: string, kind: string): Promise<void> => {
      await site.getByLabel('群内公布的封签摘要').fill(digest);
      await site.getByRole('button', { name: '开始核对' }).click();
      await site.locator(`.verdict-${kind}`).waitFor();
    };
    await verdictFor(lockDigest, 'announced');
    await chat.picture(site, '9-verified');
    await verdictFor(`${lockDigest.slice(0, -1)}${lockDigest.endsWith('0') ? '1' : '0'}`, 'refused');
    await site.goto(`${product.address}/results`);
    await site.getByLabel('查找').fill(institution);
    await site.getByRole('button', { name: '查找' }).click();
    await site.getByRole('rowheader', { name: institution }).waitFor();
    await chat.picture(site, '10-results');
    await site.close();
  });

  test('is followed by a reminder when the clock is moved to the next morning', async () => {
    await chat.atStep(page, 23);
    await page.locator('#panel [data-clock="morning"]').click();
    await page.locator('.tour-done').waitFor();
    await chat.goThere(page, OPERATOR);
    await page.locator('.card', { hasText: '今日提醒' }).filter({ hasText: institution }).last().waitFor();
    await chat.picture(page, '11-reminder');
    expect(errors).toEqual([]);
  });
});
