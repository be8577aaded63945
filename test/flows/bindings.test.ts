// People and their chat accounts: codes, mobile numbers, the bootstrap administrator, and the announcing group.
import { expect, test } from 'vitest';
import { addGroup } from '../../src/flows/add-group.ts';
import { bindAccount } from '../../src/flows/bind-account.ts';
import { bindByMobile, unboundMobiles } from '../../src/flows/bind-by-mobile.ts';
import { chooseGroup } from '../../src/flows/choose-group.ts';
import { issueCode } from '../../src/flows/issue-code.ts';
import { setRoles } from '../../src/flows/set-roles.ts';
import { unbindAccount } from '../../src/flows/unbind-account.ts';
import { ADMIN, HEAD, type ListOffice, listOffice, OPERATOR, put } from '../support/list-office.ts';
import { samplePerson } from '../support/samples.ts';
import { withStores } from '../support/store.ts';

const ou = (account: string) => ({ platform: 'feishu' as const, account });

async function codeFor(office: ListOffice, person: string): Promise<string> {
  const issued = await issueCode(office, ADMIN, person);
  if (!issued.ok) throw new Error(issued.problem.kind);
  return issued.value.code;
}

withStores('bindings', (make) => {
  test('a code binds the account that types it, once', async () => {
    const office = await listOffice((await make()).store);
    const code = await codeFor(office, 'P002');
    expect(await bindAccount(office, ou('ou_a'), ` ${code} `)).toMatchObject({ ok: true, value: { id: 'P002', feishu: 'ou_a' } });
    expect(await bindAccount(office, ou('ou_b'), code)).toMatchObject({ problem: { kind: 'code-wrong', left: 4 } });
    await office.store.read(async (books) => {
      expect(await books.people.byAccount('feishu', 'ou_a')).toMatchObject({ id: 'P002' });
      expect((await books.ledger.about('P002')).map((entry) => entry.payload.what)).toEqual(['code-issued', 'account-bound']);
    });
  });

  test('the code itself is kept nowhere', async () => {
    const office = await listOffice((await make()).store);
    const code = await codeFor(office, 'P002');
    expect(await office.store.read((books) => books.bindings.find(code))).toBeNull();
    expect(JSON.stringify(await office.store.read((books) => books.ledger.from(1, 50)))).not.toContain(code);
  });

  test('after 24 hours the code is too late', async () => {
    const office = await listOffice((await make()).store);
    const code = await codeFor(office, 'P002');
    office.wait(24 * 60 + 1);
    expect(await bindAccount(office, ou('ou_a'), code)).toMatchObject({ problem: { kind: 'code-expired' } });
  });

  test('a code works shortly before its 24 hours are over, on the next day', async () => {
    const office = await listOffice((await make()).store);
    const code = await codeFor(office, 'P002');
    office.wait(24 * 60 - 1);
    expect(await bindAccount(office, ou('ou_a'), code)).toMatchObject({ ok: true });
  });

  test('five wrong codes in an hour, and even the right one has to wait', async () => {
    const office = await listOffice((await make()).store);
    const code = await codeFor(office, 'P002');
    for (const left of [4, 3, 2, 1, 0])
      expect(await bindAccount(office, ou('ou_x'), '000000')).toMatchObject({ problem: { kind: 'code-wrong', left } });
    expect(await bindAccount(office, ou('ou_x'), code)).toMatchObject({ problem: { kind: 'too-many-tries' } });
    office.wait(61);
    expect(await bindAccount(office, ou('ou_x'), code)).toMatchObject({ ok: true });
  });

  test('an account belongs to one person only', async () => {
    const office = await listOffice((await make()).store);
    await bindAccount(office, ou('ou_a'), await codeFor(office, 'P002'));
    expect(await bindAccount(office, ou('ou_a'), await codeFor(office, 'P003'))).toMatchObject({
      problem: { kind: 'account-taken', name: OPERATOR.name },
    });
  });

  test('a person has one account on a platform: another is refused until the administrator unbinds the first', async () => {
    const office = await listOffice((await make()).store);
    await bindAccount(office, ou('ou_a'), await codeFor(office, 'P002'));
    const again = await codeFor(office, 'P002');
    expect(await bindAccount(office, ou('ou_b'), again)).toMatchObject({ problem: { kind: 'already-bound', name: OPERATOR.name } });
    expect(await office.store.read((books) => books.people.get('P002'))).toMatchObject({ feishu: 'ou_a' });
    expect(await bindAccount(office, { platform: 'dingtalk', account: 'd_b' }, again)).toMatchObject({ ok: true });
    await unbindAccount(office, ADMIN, 'P002', 'feishu');
    expect(await bindAccount(office, ou('ou_b'), await codeFor(office, 'P002'))).toMatchObject({ ok: true, value: { feishu: 'ou_b' } });
  });

  test('nobody changes his own roles, and of two administrators who demote each other one stays', async () => {
    const other = samplePerson('P005', '示例管理员乙', { roles: ['admin'], certificate: '示例5', mobile: '19900000005', feishu: 'ou_5' });
    const first = { ...ADMIN, feishu: 'ou_1' };
    const office = await listOffice((await make()).store, [first, other]);
    expect(await setRoles(office, first, first.id, ['admin', 'operator'])).toMatchObject({ problem: { kind: 'own-request' } });
    expect(await setRoles(office, first, other.id, ['auditor'])).toMatchObject({ ok: true });
    expect(await setRoles(office, other, first.id, ['auditor'])).toMatchObject({ problem: { kind: 'last-admin' } });
  });

  test('binding the bootstrap administrator to a listed person lets the bootstrap person go', async () => {
    const office = await listOffice((await make()).store);
    await put(office, 'people', [
      samplePerson('ADMIN-1', '管理员', { roles: ['admin'], certificate: null, mobile: null, feishu: 'ou_boss' }),
    ]);
    const code = await codeFor(office, 'P001');
    expect(await bindAccount(office, ou('ou_boss'), code)).toMatchObject({ ok: true, value: { id: 'P001', feishu: 'ou_boss' } });
    expect(await office.store.read((books) => books.people.get('ADMIN-1'))).toMatchObject({ feishu: null, status: 'left' });
  });

  test('only an administrator makes codes and unbinds', async () => {
    const office = await listOffice((await make()).store);
    expect(await issueCode(office, OPERATOR, 'P003')).toMatchObject({ problem: { kind: 'not-allowed' } });
    expect(await unbindAccount(office, OPERATOR, 'P003', 'feishu')).toMatchObject({ problem: { kind: 'not-allowed' } });
    expect(await issueCode(office, ADMIN, 'P999')).toMatchObject({ problem: { kind: 'not-found' } });
  });

  test('the directory binds whoever it knows by mobile number, and nobody twice', async () => {
    const office = await listOffice((await make()).store, [{ ...ADMIN, feishu: 'ou_1' }, OPERATOR, HEAD]);
    expect([...(await unboundMobiles(office, 'feishu'))].sort()).toEqual(['19900000002', '19900000003']);
    const found = new Map([
      ['19900000001', 'ou_other'],
      ['19900000002', 'ou_2'],
      ['19900000003', 'ou_1'],
    ]);
    expect((await bindByMobile(office, 'feishu', found)).map((person) => person.id)).toEqual(['P002']);
    expect(await bindByMobile(office, 'feishu', found)).toEqual([]);
    expect(await office.store.read((books) => books.people.get('P001'))).toMatchObject({ feishu: 'ou_1' });
  });

  test('an account unbound is nobody until it is bound again', async () => {
    const office = await listOffice((await make()).store);
    await bindAccount(office, ou('ou_a'), await codeFor(office, 'P002'));
    expect(await unbindAccount(office, ADMIN, 'P002', 'feishu')).toMatchObject({ ok: true });
    expect(await office.store.read((books) => books.people.byAccount('feishu', 'ou_a'))).toBeNull();
    expect(await unbindAccount(office, ADMIN, 'P002', 'feishu')).toMatchObject({ problem: { kind: 'already-done' } });
  });

  test('one group announces; choosing another moves it', async () => {
    const office = await listOffice((await make()).store);
    await addGroup(office, { platform: 'feishu', chat: 'oc_1', name: '示例群一' });
    await addGroup(office, { platform: 'feishu', chat: 'oc_2', name: '示例群二' });
    expect(await chooseGroup(office, OPERATOR, 'feishu', 'oc_1')).toMatchObject({ problem: { kind: 'not-allowed' } });
    expect(await chooseGroup(office, ADMIN, 'feishu', 'oc_9')).toMatchObject({ problem: { kind: 'not-found' } });
    await chooseGroup(office, ADMIN, 'feishu', 'oc_1');
    await chooseGroup(office, ADMIN, 'feishu', 'oc_2');
    await addGroup(office, { platform: 'feishu', chat: 'oc_2', name: '示例群二（改名）' });
    expect(await office.store.read((books) => books.groups.announcing())).toMatchObject({ chat: 'oc_2', name: '示例群二（改名）' });
  });
});
