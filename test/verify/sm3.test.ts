// SM3 against the standard's own examples and against OpenSSL, and a seal shown by its SM3 digest.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sm3Of } from '../../src/domain/ssj/canonical.ts';
import { sm3 } from '../../src/verify/sm3.ts';
import { verify } from '../../src/verify/verify.ts';
import { RECORDS } from '../support/vectors.ts';

test('it gives the digests of GB/T 32905, appendix A', () => {
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
});

test('it agrees with OpenSSL at every length around a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = '名a'.repeat(length).slice(0, length);
    expect([length, sm3(text)]).toEqual([length, createHash('sm3').update(text).digest('hex')]);
  }
});

test.each(RECORDS)('$name shown by the SM3 digest of its lock is the announced one, by another it is not', ({ record }) => {
  expect(verify(record, { lock: sm3Of(record.manifest) }).verdict.kind).toBe('announced');
  expect(
    verify(record, { lock: sm3Of(record) })
      .checks.filter(({ passed }) => !passed)
      .map(({ id }) => id),
  ).toEqual(['shown-lock']);
});
