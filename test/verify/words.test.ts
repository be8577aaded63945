// What the verifier says to a layman: no key of a program, no code without its explanation, nothing of truth where nothing was read.
import { expect, test } from 'vitest';
import { placeWords } from '../../src/verify/place-words.ts';
import { verifyText } from '../../src/verify/strict-text.ts';
import { replaced } from '../support/trees.ts';
import { RECORDS } from '../support/vectors.ts';

test.each(['no json', '', '[]', '{}', '"SSJ-1"', '{"name":"mingqian"}', '\u0000PNG'])(
  '%j is called unreadable, and neither true nor false',
  (text) => {
    const { checks, verdict } = verifyText(text);
    expect(checks).toEqual([]);
    expect(verdict.kind).toBe('unreadable');
    expect(verdict.words).toMatch(/^读不出：/);
    expect(verdict.words).not.toContain('不可信。');
  },
);

test('a record of which a part was taken is a false record still', () => {
  for (const { record } of RECORDS) {
    const { manifest: _, ...rest } = record;
    expect(verifyText(JSON.stringify(rest)).verdict.kind).toBe('refused');
  }
});

test('a difference says where it is in words, and a code stands beside the institutions it means', () => {
  expect(placeWords('.drawn[0]')).toBe('抽中的第 1 家');
  expect(placeWords('[3].team[1]')).toBe('第 4 项，检查组第 2 席');
  const { record } = RECORDS[0] ?? expect.fail();
  const drawn = record.objects.findIndex((one) => one.drawn.length > 1);
  const swapped = replaced(record, ['objects', String(drawn), 'drawn', '0'], record.objects[drawn]?.drawn[1]);
  const failed = verifyText(JSON.stringify(swapped)).checks.find(({ passed }) => !passed) ?? expect.fail();
  expect(failed.name).toMatch(/^抽中与递补次序（类别代码 .+）$/);
  expect(failed.expected).toMatch(/^抽中的第 1 家：/);
  expect(failed.about).toMatch(/^代码 .+ 这一类，名单里有“.+”/);
});
