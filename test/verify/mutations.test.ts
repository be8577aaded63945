// Whatever is changed in a record, the verifier refuses it with a line that says where; what nothing binds it names.
import { expect, test } from 'vitest';
import { verify } from '../../src/verify/verify.ts';
import { at, leavesOf, listsOf, objectsOf, replaced, spoilt, type Tree, without } from '../support/trees.ts';
import { RECORDS } from '../support/vectors.ts';

/** Enter no digest and no result; their form is checked, and the verifier lists them as 未受约束. */
const UNBOUND = /^events\.\d+\.request\.(ground|decidedBy|words|at)$/;

test.each(RECORDS)(
  'a changed value anywhere in $name is refused with a failing line, save where it is said that nothing binds it',
  ({ record }) => {
    const accepted: string[] = [];
    for (const path of leavesOf(record)) {
      for (const value of spoilt(at(record, path))) {
        const { verdict, checks } = verify(replaced(record, path, value));
        if (verdict.kind !== 'refused') accepted.push(path.join('.'));
        else expect(checks.filter(({ passed }) => !passed)).not.toEqual([]);
      }
    }
    expect(accepted.filter((path) => !UNBOUND.test(path))).toEqual([]);
    const unbound = verify(record).notChecked.filter((words) => words.startsWith('未受约束'));
    expect(unbound.some((words) => words.includes('理由、批准人、说明和时间'))).toBe(record.events.length > 0);
  },
  120_000,
);

test.each(RECORDS)('a key added to or taken from any object of $name is refused', ({ record }) => {
  const accepted: string[] = [];
  for (const path of objectsOf(record)) {
    const object = at(record, path) as Tree;
    const variants = [{ ...object, extra: 1 }, ...Object.keys(object).map((key) => without(object, key))];
    for (const value of variants) if (verify(replaced(record, path, value)).verdict.kind !== 'refused') accepted.push(path.join('.'));
  }
  expect(accepted).toEqual([]);
});

test.each(RECORDS)(
  'a row doubled in or taken from any list of $name is refused, save a last event that changed nothing',
  ({ record }) => {
    const accepted: string[] = [];
    for (const path of listsOf(record)) {
      const list = at(record, path) as readonly unknown[];
      const variants = [[...list, list[0] ?? null], ...(list.length > 0 ? [list.slice(1), list.slice(0, -1)] : [])];
      for (const value of variants) if (verify(replaced(record, path, value)).verdict.kind !== 'refused') accepted.push(path.join('.'));
    }
    // A record cannot show that it has no later event: the verifier says so each time.
    const ledToNothing = JSON.stringify(record.events.at(-1)?.result).includes('"in":null');
    expect(accepted).toEqual(ledToNothing && accepted.length > 0 ? ['events'] : []);
    expect(verify(record).notChecked.some((words) => words.includes('此后是否还有变更'))).toBe(true);
  },
  120_000,
);

test('what is no record at all is refused, never thrown at', () => {
  for (const junk of [null, undefined, 1, 'SSJ-1', [], {}, { v: 'SSJ-1' }, [[[]]], { manifest: null }]) {
    expect(verify(junk).verdict.kind).toBe('refused');
  }
});
