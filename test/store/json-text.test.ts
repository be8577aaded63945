// Values in text columns come back as they were, dates as dates, whatever the keys are called.
import { array, assert, boolean, constant, constantFrom, date, dictionary, integer, letrec, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from '../../src/store/json-text.ts';

const { value } = letrec<{ value: unknown }>((tie) => ({
  value: oneof(
    { depthSize: 'small' },
    string({ unit: 'grapheme' }),
    integer(),
    boolean(),
    constant(null),
    date({ noInvalidDate: true, min: new Date('0000-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z') }),
    array(tie('value'), { maxLength: 4 }),
    dictionary(oneof(constantFrom('$at', '$$at', '$', 'at'), string()), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test('any value is the same after it was written and read', () => {
  assert(
    property(value, (any) => {
      expect(decode(encode(any))).toStrictEqual(any);
    }),
  );
});

test('a date is marked, and what only looks like the mark stays what it is', () => {
  const at = new Date('2026-03-16T01:02:03.004Z');
  expect(encode({ at })).toBe('{"at":{"$at":"2026-03-16T01:02:03.004Z"}}');
  expect(decode(encode({ $at: at.toISOString() }))).toStrictEqual({ $at: at.toISOString() });
});
