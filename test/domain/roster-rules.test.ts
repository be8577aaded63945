// The rules of lists that need no file and no database: who may, check digits, differences, codes.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOwn, may, notAllowed, rolesFor, VERBS, verbsOf } from '../../src/domain/may.ts';
import { ROLES } from '../../src/domain/person.ts';
import { creditCheckDigit, creditCodeTrouble } from '../../src/domain/roster/credit-code.ts';
import { changedFields, diff, isSame } from '../../src/domain/roster/diff.ts';
import { rebase } from '../../src/domain/roster/rebase.ts';
import { resolve } from '../../src/domain/roster/resolve.ts';
import { sampleInstitutions, samplePerson } from '../support/samples.ts';

const withRole = (role: (typeof ROLES)[number]) => samplePerson('P001', '示例', { roles: [role] });

describe('who may do what', () => {
  test('every verb has somebody, and everybody has a verb', () => {
    for (const verb of VERBS) expect(rolesFor(verb).length).toBeGreaterThan(0);
    for (const role of ROLES) expect(verbsOf(withRole(role))).toContain('see-draw');
  });

  test('an administrator decides no case and an auditor changes nothing', () => {
    const decisions = [
      'approve-task',
      'lock-draw',
      'settle-draw',
      'approve-visits',
      'review-inspection',
      'approve-publication',
      'approve-void',
    ] as const;
    expect(decisions.some((verb) => may(withRole('admin'), verb))).toBe(false);
    expect(verbsOf(withRole('auditor')).filter((verb) => !verb.startsWith('see-'))).toEqual([]);
  });

  test('who has left may do nothing, whatever his roles', () => {
    expect(verbsOf(samplePerson('P001', '示例', { roles: [...ROLES], status: 'left' }))).toEqual([]);
  });

  test('a refusal says which roles it needs', () => {
    expect(notAllowed('approve-task')).toEqual({ ok: false, problem: { kind: 'not-allowed', verb: 'approve-task', needs: ['head'] } });
  });

  test('a request is its maker’s own', () => {
    expect(isOwn(withRole('head'), 'P001')).toBe(true);
    expect(isOwn(withRole('head'), 'P002')).toBe(false);
  });
});

describe('统一社会信用代码', () => {
  // Examples that go around with the standard: others computed their check digits.
  test.each(['91350100M000100Y43', '92371000MA3MXH0E3W'])('%s holds', (code) => {
    expect(creditCodeTrouble(code)).toBeNull();
  });

  test('any one changed character is found', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 30 }), (n, at, by) => {
        const body = `31000000MD${String(n).padStart(7, '0')}`;
        const code = body + (creditCheckDigit(body) ?? '');
        const other = alphabet[(alphabet.indexOf(code[at] ?? '') + by) % 31] ?? '';
        expect(creditCodeTrouble(code)).toBeNull();
        expect(creditCodeTrouble(code.slice(0, at) + other + code.slice(at + 1))).toBe('check');
      }),
    );
  });

  test('letters that look like digits, and other lengths, have no code’s shape', () => {
    expect(creditCodeTrouble('3100O000MD0000001X')).toBe('shape');
    expect(creditCodeTrouble('31000000MD000000')).toBe('shape');
  });
});

describe('differences', () => {
  const [first, second] = sampleInstitutions(2, 'lawfirm', '律师事务所');
  if (!first || !second) throw new Error('no samples');

  test('rows absent from the file change nothing', () => {
    const moved = { ...second, status: 'moved' as const };
    const found = diff(new Map([first, second].map((row) => [row.id, row])), [moved]);
    expect(found).toMatchObject({ added: 0, changed: 1, unchanged: 0, changes: [{ id: second.id, before: second, after: moved }] });
    expect(found.changes.map(changedFields)).toEqual([['status']]);
  });

  test('the order of keys is no difference, the order of a list is', () => {
    expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(isSame({ b: [1, 2] }, { b: [2, 1] })).toBe(false);
    expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
    expect(isSame([], {})).toBe(false);
  });
});

const sheet = (fields: object) => ({
  kind: 'people' as const,
  headings: { id: '编号', mobile: '手机' },
  problems: [],
  rows: [{ row: 2, fields }],
});

describe('codes and what the file is silent about', () => {
  const books = [samplePerson('P001', '示例甲', { feishu: 'ou_1' }), samplePerson('P007', '示例乙')];

  test('a newcomer gets the next code', () => {
    expect(resolve(sheet({ name: '示例丙', unit: '公共法律服务股', sex: 'male' }), books).rows[0]).toMatchObject({ id: 'P008', roles: [] });
  });

  test('a row without a code is the person of that name and unit', () => {
    const { rows, problems } = resolve(sheet({ name: '示例甲', unit: '公共法律服务股', post: '新岗位' }), books);
    expect(problems).toEqual([]);
    expect(rows).toEqual([{ ...books[0], post: '新岗位' }]);
  });

  test('two people of one name and unit must be told apart by their code', () => {
    const twins = [...books, samplePerson('P009', '示例甲')];
    expect(resolve(sheet({ name: '示例甲', unit: '公共法律服务股' }), twins).problems).toEqual([
      { row: 2, column: '编号', kind: 'required', value: 'P001 P009' },
    ]);
  });

  test('numbers of those who left are free again', () => {
    const gone = [samplePerson('P001', '示例甲', { status: 'left', mobile: '19900000009' })];
    expect(resolve(sheet({ id: 'P002', name: '示例丙', mobile: '19900000009' }), gone).problems).toEqual([]);
    expect(
      resolve(sheet({ id: 'P002', name: '示例丙', mobile: '19900000009' }), [{ ...gone[0], status: 'active' } as never]).problems,
    ).toMatchObject([{ kind: 'twice-elsewhere', column: '手机' }]);
  });

  test('changes laid over books that moved keep both', () => {
    const [before] = books;
    if (!before) throw new Error('no sample');
    const change = { id: 'P001', before, after: { ...before, post: '新岗位' } };
    const now = { ...before, unit: '办公室' };
    expect(rebase('people', [change], [now])).toMatchObject({
      isCurrent: false,
      changes: [{ before: now, after: { unit: '办公室', post: '新岗位' } }],
    });
    expect(rebase('people', [change], [before])).toMatchObject({ isCurrent: true, problems: [] });
  });
});
