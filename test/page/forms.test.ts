// Forms on the page, filled in a real browser, answered by a bot on the real SDK.
import { expect, test } from 'vitest';
import { button, cardOf, LONG_FORM, words } from './cards.ts';
import { look, privateChat, scene, withBrowser } from './support.ts';

withBrowser();

const DONE = cardOf('检查情况：已提交', words('结论：未发现问题'));

test('a required field left empty is named by the client, and nothing is sent', async () => {
  const { running, presses, show } = await scene();
  await show('P011', LONG_FORM);
  const page = await look(running, `#P011/${privateChat(running, 'P011')}`);
  await page.getByRole('button', { name: '提交检查情况' }).click();
  await page.getByText('有必填项未填写').waitFor();
  expect(await page.locator('.field-missing').count()).toBe(4);
  expect(presses).toEqual([]);
});

test('a filled form reaches the bot in the formats of the client, and the card changes in place', async () => {
  const { running, presses, show } = await scene({
    onPress: () => ({ toast: { type: 'success', content: '已提交' }, card: { type: 'raw', data: DONE } }),
  });
  await show('P011', LONG_FORM);
  const page = await look(running, `#P011/${privateChat(running, 'P011')}`);
  await page.getByLabel('执业许可证').selectOption({ label: '未发现问题' });
  await page.getByLabel('看了哪些材料').click();
  await page.getByText('卷宗', { exact: true }).click();
  await page.getByText('审查记录', { exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('检查日期').fill('2026-03-16');
  await page.getByLabel('到达时间').fill('09:30');
  await page.getByLabel('在场负责人').fill('');
  await page.getByLabel('检查情况', { exact: false }).last().fill('卷宗齐全');
  await page.getByLabel('两人都已亮证').check();
  await page.getByRole('button', { name: '提交检查情况' }).click();
  await page.getByText('结论：未发现问题').waitFor();
  await page.getByText('已提交', { exact: true }).waitFor();
  expect(presses.map(({ action }) => action.form_value)).toEqual([
    {
      result: 'o0',
      seen: ['o0', 'o2'],
      day: '2026-03-16 +0800',
      hour: '09:30 +0800',
      until: '2026-03-20 18:00 +0800',
      met: '',
      words: '卷宗齐全',
      shown: true,
    },
  ]);
  expect(await page.locator('.card').count()).toBe(1);
});

test('重填 puts every field back to what the card showed', async () => {
  const { running, show } = await scene();
  await show('P011', LONG_FORM);
  const page = await look(running, `#P011/${privateChat(running, 'P011')}`);
  await page.getByLabel('在场负责人').fill('另一个人');
  await page.getByLabel('两人都已亮证').check();
  await page.getByLabel('整改期限').fill('2026-04-01T10:00');
  await page.getByRole('button', { name: '重填' }).click();
  expect(await page.getByLabel('在场负责人').inputValue()).toBe('示例负责人');
  expect(await page.getByLabel('两人都已亮证').isChecked()).toBe(false);
  expect(await page.getByLabel('整改期限').inputValue()).toBe('2026-03-20T18:00');
});

test('a message that comes in while somebody fills a form leaves what was typed', async () => {
  const { running, show } = await scene();
  await show('P011', LONG_FORM);
  const page = await look(running, `#P011/${privateChat(running, 'P011')}`);
  await page.getByLabel('在场负责人').fill('写到一半');
  await show('P011', cardOf('另一张', words('后来的')));
  await page.getByText('后来的').waitFor();
  expect(await page.getByLabel('在场负责人').inputValue()).toBe('写到一半');
});

test('a question holds the press until it is answered, and gives the focus back', async () => {
  const { running, presses, show } = await scene();
  const confirm = { title: { tag: 'plain_text', content: '封签？' }, text: { tag: 'plain_text', content: '名录从此定死。' } };
  await show('P002', cardOf('任务', button('封签', 'lock-draw', { confirm })));
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  const key = page.locator('[data-do=lock-draw]');
  await key.click();
  const dialog = page.getByRole('dialog', { name: '封签？' });
  await dialog.waitFor();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(presses).toEqual([]);
  expect(await page.locator('[data-do=lock-draw]:focus').count()).toBe(1);
  await key.click();
  await dialog.getByRole('button', { name: '封签' }).click();
  await expect.poll(() => presses.length).toBe(1);
});

test('a bot that is too slow shows what the real client shows, and the spinner ends', async () => {
  const slow = { onPress: () => new Promise((resolve) => setTimeout(() => resolve({}), 900)) };
  const { running, show } = await scene(slow, { answerLimitMs: 400 });
  await show('P002', cardOf('任务', button('看抽签', 'show-draw')));
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  const key = page.locator('[data-do=show-draw]');
  await key.click();
  expect(await key.getAttribute('aria-busy')).toBe('true');
  await page.getByText('出错了，请稍后重试 code: 200341').waitFor();
  expect(await key.getAttribute('aria-busy')).toBe(null);
});

test('a button that cannot be pressed says why and sends nothing', async () => {
  const { running, presses, show } = await scene();
  const tips = { tag: 'plain_text', content: '两人会签后才能审核' };
  await show('P003', cardOf('检查', button('审核', 'review-inspection', { disabled: true, disabled_tips: tips })));
  const page = await look(running, `#P003/${privateChat(running, 'P003')}`);
  await page.locator('[data-do=review-inspection]').click({ force: true });
  await page.getByText('两人会签后才能审核').waitFor();
  expect(presses).toEqual([]);
});
