// A stranger becomes a colleague by a code: wrong, late, used up, and too often wrong.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dialogue, type Row, WHO } from '../support/dialogue.ts';
import { type House, openHouse } from '../support/house.ts';
import { wordsOf } from '../support/player.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Two colleagues with no telephone: nobody finds their accounts but they themselves. */
const CSV = [
  '编号,姓名,单位,性别,执法证号,执法岗位,证件取得情况,证件有效期至,可查类别,可任组长,每次上限,状态,角色,手机,飞书账号,钉钉账号',
  'P041,示例甲,公共法律服务股,女,,,未取得,,,否,,在岗,见证人,,,',
  'P042,示例乙,公共法律服务股,男,,,未取得,,,否,,在岗,经办人,,,',
  'P043,示例丙,公共法律服务股,男,,,未取得,,,否,,在岗,见证人,,,',
  'P044,示例丙,财务审计股,女,,,未取得,,,否,,在岗,审计,,,',
].join('\n');

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.play.send('P001', '人员.csv', Buffer.from(CSV));
  expect((await house.play.press('P001', 'confirm-import')).toast?.content).toBe('已导入');
}, 60_000);
afterAll(() => house.close());

const talk = (rows: readonly Row[]) => dialogue(house, rows);

/** The administrator asks for a code for that person and reads it. */
async function codeFor(name: string): Promise<string> {
  const card = wordsOf(await house.play.ask('P001', `/绑定 ${name}`));
  const code = /绑定 (\d{6})/.exec(card)?.[1];
  if (code === undefined) throw new Error(`no code in ${card}`);
  return code;
}

test('whoever is unknown is told how to be known, whatever he says or sends, and nothing else', async () => {
  await talk([
    ['孙路人', '/帮助', { reads: ['还不知道你是哪位同事'], not: ['/任务'] }],
    ['孙路人', '/任务', { reads: ['还不知道你是哪位同事'], not: ['还没有抽查任务'] }],
    ['孙路人', '/绑定', '还不知道你是哪位同事'],
    ['孙路人', { kind: 'file', name: '人员.csv', bytes: Buffer.from(CSV) }, '还不知道你是哪位同事'],
  ]);
});

test('a wrong code leaves fewer tries, and a code that is late is said to be', async () => {
  const late = await codeFor('示例甲');
  const wrong = late === '000000' ? '000001' : '000000';
  await talk([['周纪检', `/绑定 ${wrong}`, ['验证码不对', '还可以试 4 次']]]);
  await house.play.post('/sandbox/clock', { advance: { days: 1.1 } });
  await talk([['周纪检', `/绑定 ${late}`, '验证码过期或用过了']]);
});

test('the right code binds the account, once, also when it is typed alone or full-width', async () => {
  const code = await codeFor('示例甲');
  const wide = Array.from(code)
    .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    .join('');
  await talk([
    ['周纪检', `／绑定　${wide}`, '示例甲，这个账号已经和你绑定'],
    ['周纪检', '/帮助', ['示例甲，你好', '见证人']],
    ['吴纪检', code, '验证码不对'],
  ]);
  await talk([['王经办', await codeFor('P042'), '示例乙，这个账号已经和你绑定']]);
});

test('only an administrator makes codes; of two with one name he is shown both', async () => {
  await talk([
    ['王经办', '/绑定 示例丙', '这件事由管理员办理'],
    ['钱管理', '/绑定 示例丙', ['找到 2 人', '财务审计股']],
    ['钱管理', '/绑定 示例无此人', '没有编号为“示例无此人”的人员'],
    ['王经办', '/绑定 123456', { reads: ['这个账号已经绑定给示例乙', '验证码也没有用掉'], not: ['账号已绑定'] }],
    ['王经办', '/绑定', '这个账号已经和你绑定'],
  ]);
});

test('after five wrong codes the account has to wait, even with the right one', async () => {
  const code = await codeFor('P043');
  const wrong = code === '999999' ? '999998' : '999999';
  for (const left of [4, 3, 2, 1]) await talk([['孙路人', `/绑定 ${wrong}`, `还可以试 ${left} 次`]]);
  await talk([['孙路人', `/绑定 ${wrong}`, '一小时内不能再试']]);
  await talk([['孙路人', `/绑定 ${code}`, '试错次数太多']]);
  expect((await house.product.office.store.read((books) => books.people.get('P043')))?.feishu).toBeNull();
  expect(WHO.孙路人).toBe('P900');
});
