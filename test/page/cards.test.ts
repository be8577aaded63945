// Cards on the page: what is shown, what must never be, and what each thing is called on the way back.
import { expect, test } from 'vitest';
import { elementsOf } from '../../sandbox/card-tree.ts';
import { button, CHART, cardOf, LONG_FORM, TABLE, words } from './cards.ts';
import { look, privateChat, scene, withBrowser } from './support.ts';

withBrowser();

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

test('what people typed is shown as typed, and nothing in a card becomes HTML', async () => {
  const { running, show } = await scene();
  const hostile = '**别** <at id=all></at> <img src=x onerror="window.stolen=1"> [x](javascript:alert(1))';
  const marked =
    "**粗** &#42;&#42;星&#42;&#42; [坏](javascript:window.stolen=1) <script>window.stolen=1</script> <font color='red'>红</font>";
  await show('P002', cardOf('敌意', words(hostile), { tag: 'markdown', content: marked }));
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  const body = page.locator('.card-body');
  await body.waitFor();
  expect(await body.locator('.text').textContent()).toBe(hostile);
  expect(await body.locator('.md').textContent()).toBe('粗 **星** 坏 <script>window.stolen=1</script> 红');
  expect(await body.locator('strong').allTextContents()).toEqual(['粗']);
  expect(await body.locator('script, img, a').count()).toBe(0);
  expect(await page.evaluate('window.stolen')).toBe(undefined);
});

test('a digest stands in groups of four and is copied without the gaps', async () => {
  const { running, show } = await scene();
  await show('P002', cardOf('封签', words(`封签摘要 ${DIGEST}`)));
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  const digest = page.locator('.digest-groups');
  await digest.waitFor();
  expect((await digest.locator('span').allTextContents()).length).toBe(16);
  await page.evaluate("getSelection().selectAllChildren(document.querySelector('.digest-groups'))");
  expect(await page.evaluate('getSelection().toString()')).toBe(DIGEST);
});

test('a digest inside an address or a command is left whole', async () => {
  const { running, show } = await scene();
  const address = `https://example.org/${DIGEST}/public/1`;
  const command = `npx mingqian verify record.json --lock ${DIGEST} --close ${DIGEST}`;
  await show('P002', cardOf('自己验证', words(address), words(command)));
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  await page.getByText(command, { exact: true }).waitFor();
  await page.getByText(address, { exact: true }).waitFor();
  expect(await page.locator('.digest-groups').count()).toBe(0);
});

test('a tag that nobody knows is shown as the client shows it, and the rest of the card stays', async () => {
  const { running } = await scene();
  // The platform would refuse to take such a card; a client meets one when it is older than the card.
  const chat = running.state.world.privateChatOf('P002');
  const card = cardOf('新东西', { tag: 'hologram' }, words('别的还在'));
  const shell = { from: 'bot', text: null, file: null, parent: null, root: null, uuid: null, isRecalled: false } as const;
  running.state.say(chat, { ...shell, type: 'interactive', content: JSON.stringify(card), card });
  const page = await look(running, `#P002/${chat.id}`);
  await page.getByText('请升级至最新版本客户端').waitFor();
  await page.getByText('别的还在').waitFor();
});

test('a table turns its pages, sets numbers to the right and states as tags', async () => {
  const { running, show } = await scene();
  await show('P002', TABLE);
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  await page.getByText('示例机构1', { exact: true }).waitFor();
  expect(await page.locator('.card-table td.align-right').first().textContent()).toBe('1,000');
  expect(await page.locator('.card-table .tag').first().textContent()).toBe('完成');
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByRole('button', { name: '下一页' }).click();
  expect(await page.locator('.card-table tbody tr').allTextContents()).toEqual(['示例机构7完成7,000']);
});

test('a chart is drawn, and VChart is fetched only by a page that shows one', async () => {
  const { running, show } = await scene();
  await show('P002', cardOf('没有图', words('只有字')));
  await show('P003', CHART);
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  await page.getByText('只有字').waitFor();
  expect(await page.locator('script[src*=vchart]').count()).toBe(0);
  await page.locator('[data-person=P003]').click();
  await page.locator('.chart canvas').first().waitFor();
});

test('the page and the platform call every button by the same name or path', async () => {
  const { running, show } = await scene();
  const column = { tag: 'column', width: 'auto', elements: [words('一'), button('深处', 'show-help')] };
  const nested = cardOf(
    '层层',
    words('零'),
    { tag: 'column_set', columns: [{ tag: 'column', width: 'auto', elements: [button('浅处', 'show-work')] }, column] },
    {
      tag: 'collapsible_panel',
      expanded: true,
      header: { title: { tag: 'plain_text', content: '折' } },
      elements: [{ tag: 'column_set', columns: [column] }],
    },
  );
  for (const card of [nested, LONG_FORM]) await show('P002', card);
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  await page.locator('[data-button=submit]').waitFor();
  const onPage = await page.evaluate("[...document.querySelectorAll('[data-button]')].map((key) => key.dataset.button)");
  const onPlatform = [nested, LONG_FORM]
    .flatMap(elementsOf)
    .filter(({ tag }) => tag === 'button')
    .map(({ element, path }) => element['name'] ?? path);
  expect(onPage).toEqual(onPlatform);
});

const long = (title: string): Record<string, unknown> => cardOf(title, ...Array.from({ length: 8 }, () => words('一行字')));

test('an updated card keeps the place where one was reading', async () => {
  const { running } = await scene({ onPress: () => ({ card: { type: 'raw', data: cardOf('短了', words('办好了')) } }) });
  const chat = running.state.world.privateChatOf('P002');
  const shell = { from: 'bot', text: null, file: null, parent: null, root: null, uuid: null, isRecalled: false } as const;
  const say = (card: Record<string, unknown>): void =>
    void running.state.say(chat, { ...shell, type: 'interactive', content: JSON.stringify(card), card });
  for (let i = 0; i < 6; i += 1) say(long(`前 ${i} 张`));
  say(cardOf('要按的', button('批准', 'approve-task')));
  for (let i = 0; i < 6; i += 1) say(long(`后 ${i} 张`));
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`);
  const key = page.locator('[data-do=approve-task]');
  await key.waitFor();
  await page.evaluate("document.querySelector('[data-do=approve-task]').scrollIntoView({ block: 'center' })");
  const before = await page.evaluate<number>("document.querySelector('.messages').scrollTop");
  await key.click();
  await page.getByText('办好了').waitFor();
  expect(await page.evaluate<number>("document.querySelector('.messages').scrollTop")).toBe(before);
});

test.each([
  [375, 'light'],
  [375, 'dark'],
  [768, 'dark'],
  [1440, 'light'],
] as const)('at %i px, %s, nothing is wider than the window', async (width, colorScheme) => {
  const { running, show } = await scene();
  for (const card of [TABLE, LONG_FORM, cardOf('封签', words(DIGEST.repeat(3)), words('很长'.repeat(200)))]) await show('P002', card);
  const page = await look(running, `#P002/${privateChat(running, 'P002')}`, { viewport: { width, height: 812 }, colorScheme });
  await page.getByRole('button', { name: '提交检查情况' }).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  const wider = "[...document.querySelectorAll('.card')].filter((card) => card.scrollWidth > card.clientWidth + 1).length";
  expect(await page.evaluate(wider)).toBe(0);
  const ground = await page.evaluate<string>("getComputedStyle(document.querySelector('.card')).backgroundColor");
  expect(ground).toBe(colorScheme === 'dark' ? 'rgb(26, 26, 26)' : 'rgb(255, 255, 255)');
});
