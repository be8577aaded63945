// The page as a messenger: writing, replying, files, two windows, a phone, the panel, the tour.
import { expect, test } from 'vitest';
import { GROUP_ID } from '../../sandbox/world.ts';
import { button, cardOf, words } from './cards.ts';
import { look, privateChat, scene, withBrowser } from './support.ts';

withBrowser();

const PHONE = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true };

test('Enter sends, Shift+Enter makes a line, and a window beside it sees the message at once', async () => {
  const { running } = await scene();
  const left = await look(running, `#P004/${GROUP_ID}`);
  const right = await look(running, `#P005/${GROUP_ID}`);
  await right.getByRole('textbox', { name: '写消息' }).waitFor();
  const box = left.getByRole('textbox', { name: '写消息' });
  await box.fill('第一行');
  await box.press('Shift+Enter');
  await box.pressSequentially('第二行');
  await box.press('Enter');
  await right.locator('.bubble', { hasText: '第一行' }).waitFor();
  expect(await right.locator('.bubble').textContent()).toBe('第一行\n第二行');
  expect(await box.inputValue()).toBe('');
});

test('a photo sent as a reply to a card carries the card as its parent', async () => {
  const heard: unknown[] = [];
  const { running, show } = await scene({ onMessage: ({ message }) => heard.push(message) });
  const id = await show('P011', cardOf('检查', words('照片请回复本卡片')));
  const page = await look(running, `#P011/${privateChat(running, 'P011')}`);
  await page.locator('.message', { hasText: '照片请回复本卡片' }).hover();
  await page.getByRole('button', { name: '回复明签的消息' }).click();
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await page.locator('input[type=file]').setInputFiles({ name: '示例照片.png', mimeType: 'image/png', buffer: pixel });
  await page.locator('.picture img').waitFor();
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toMatchObject({ message_type: 'image', parent_id: id });
  expect(await page.locator('.composer-reply').isVisible()).toBe(false);
});

test('whoever has not read a message has a dot, until the chat is opened', async () => {
  const { running, show } = await scene();
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  await page.getByRole('textbox', { name: '写消息' }).waitFor();
  await show('P003', cardOf('待批', words('请批准')));
  await page.locator('[data-person=P003] .dot').waitFor();
  await page.locator('[data-person=P003]').click();
  await page.getByText('请批准').first().waitFor();
  await page.locator('[data-person=P002]').click();
  await page.locator('[data-person=P003] .dot').waitFor({ state: 'detached' });
});

test('on a phone there is one column at a time, and one can go back', async () => {
  const { running } = await scene();
  const page = await look(running, '', PHONE);
  await page.locator('[data-person=P002]').click();
  await page.locator('[data-kind=private]').click();
  await page.getByRole('textbox', { name: '写消息' }).waitFor();
  expect(await page.locator('#rail').isVisible()).toBe(false);
  await page.getByRole('button', { name: '回到会话列表' }).click();
  await page.locator('[data-kind=private]').waitFor();
  expect(await page.locator('#chat').isVisible()).toBe(false);
  await page.getByRole('button', { name: '回到人员' }).click();
  await page.locator('[data-person=P002]').waitFor();
});

test('the panel moves the clock on and shows what went over the wire', async () => {
  const { running, show } = await scene();
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  const before = running.state.clock.now();
  await page.locator('[data-clock=day]').click();
  await expect.poll(() => running.state.clock.now() - before).toBeGreaterThan(86_000_000);
  await show('P002', cardOf('线上', words('一张卡')));
  const row = page.locator('.wire-row', { hasText: '/open-apis/im/v1/messages' }).first();
  await row.locator('summary').click();
  await row.getByText('receive_id').first().waitFor();
});

test('the tour waits for a step, sees it done wherever it is done, and can be left and resumed', async () => {
  const preview = cardOf('导入人员', button('确认导入', 'confirm-import'));
  const { running } = await scene({
    onMessage: ({ message }, api) =>
      api.im.v1.message.create({
        params: { receive_id_type: 'chat_id' },
        data: { receive_id: message.chat_id, msg_type: 'interactive', content: JSON.stringify(preview) },
      }),
    onPress: () => ({ card: { type: 'raw', data: cardOf('执法检查人员名录已导入', words('14 人')) } }),
  });
  const page = await look(running, `#P001/${privateChat(running, 'P001')}`);
  await page.getByRole('button', { name: '开始导览' }).click();
  await page.locator('[data-samples] .pointed').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: '示例人员.csv', mimeType: 'text/csv', buffer: Buffer.from('编号\n') });
  await page.locator('[data-do=confirm-import].pointed').waitFor();
  await page.locator('[data-tour=do]').click();
  await page.getByText(/^2 \/ \d+$/).waitFor();
  await page.locator('[data-person=P002].pointed').waitFor();
  await page.getByRole('button', { name: '离开' }).click();
  await page.reload();
  await page.getByText('导览停在第 2 步').waitFor();
  expect(await page.locator('.pointed').count()).toBe(0);
  await page.getByRole('button', { name: '继续导览' }).click();
  await page.getByText(/^2 \/ \d+$/).waitFor();
});
