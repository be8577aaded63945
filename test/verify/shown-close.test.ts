// The hash posted at CLOSE covers what the witnesses gave, not the server's secret, which is still shut then (draw-protocol, step 3).
import { expect, test } from 'vitest';
import { closeHash, SERVER } from '../../src/domain/ssj/secrets.ts';
import { verifyText } from '../../src/verify/strict-text.ts';
import { RECORDS } from '../support/vectors.ts';

test.each(RECORDS)('$name holds against the hash of its witnesses’ contributions and against no other', ({ record }) => {
  const text = JSON.stringify(record);
  const posted = closeHash(record.contributions.filter(({ by }) => by !== SERVER));
  const withServer = closeHash(record.contributions);
  const verdictOf = (close: string) => verifyText(text, { close }).verdict.kind;
  expect(verdictOf(posted)).not.toBe('refused');
  expect(verdictOf(withServer)).toBe('refused');
});
