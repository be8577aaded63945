// One text for one value, one root for one list: against examples that others published.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, digest } from '../../../src/domain/ssj/canonical.ts';
import { byId, root } from '../../../src/domain/ssj/merkle.ts';
import { receiveText } from '../../../src/domain/ssj/texts.ts';
import { sha256, utf8 } from '../../../src/verify/sha256.ts';
import { stable } from '../../../src/verify/stable.ts';

test('keys go by code units, texts are escaped as RFC 8785 says, nothing is put between', () => {
  expect(canonical({ b: [1, -0, true, null], a: '\u20ac$\u000f\nA\'B"\\\\"/', '10': 1, '9': {} })).toBe(
    '{"10":1,"9":{},"a":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/","b":[1,0,true,null]}',
  );
});

test.each([0.5, 2 ** 53, Number.NaN, Infinity, undefined, 1n, '\ud800', ['\udc00'], { 键: 1 }, { a: undefined }])(
  'what other languages might write otherwise has no canonical text: %s',
  (value) => {
    expect(() => canonical(value)).toThrow(RangeError);
  },
);

test('the root of no rows is the digest of nothing, of one row its leaf, and an odd row is carried up', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id }));
  const leaf = (id: string): string => sha256(bytes(0, Buffer.from(utf8(`{"id":"${id}"}`)).toString('hex')));
  expect(root([], byId)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(root(rows.slice(0, 1), byId)).toBe(leaf('a'));
  expect(root(rows, byId)).toBe(sha256(bytes(1, sha256(bytes(1, leaf('a'), leaf('b'))), leaf('c'))));
  expect(root(rows.toReversed(), byId)).toBe(root(rows, byId));
});

test('a typed text loses its carriage returns and nothing else', () => {
  expect(receiveText(' 阳光\r\n抽查\r ')).toEqual({ ok: true, value: ' 阳光\n抽查\r ' });
  expect(receiveText('😀'.repeat(200)).ok).toBe(true);
  expect(receiveText('😀'.repeat(201))).toEqual({ ok: false, problem: { kind: 'text-too-long', length: 201 } });
  expect(receiveText('半个\ud83d')).toEqual({ ok: false, problem: { kind: 'text-broken' } });
});

test('the verifier hashes and writes values as we do', () => {
  const text = fc.string({ unit: 'grapheme' });
  const value = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.maxSafeInteger(),
      text,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree')),
      fc.dictionary(fc.stringMatching(/^[\x20-\x7e]{0,5}$/), tie('tree')),
    ),
  })).tree;
  fc.assert(
    fc.property(value, (tree) => stable(tree) === canonical(tree)),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(text, (message) => sha256(message) === digest(message)),
    { numRuns: 300 },
  );
  for (let length = 50; length < 140; length += 1) expect(sha256('a'.repeat(length))).toBe(digest('a'.repeat(length)));
});

function bytes(...parts: readonly (string | number)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part, 'hex'))));
}
