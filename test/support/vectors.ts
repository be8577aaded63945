// The vectors of SSJ-1 that an independent implementation made, read once for all tests that need them.
import { readdirSync, readFileSync } from 'node:fs';
import type { DrawRecord } from '../../src/domain/record.ts';
import type { Assigned } from '../../src/domain/ssj/assign.ts';
import type { AssignInput } from '../../src/domain/ssj/board.ts';

const FOLDER = new URL('../vectors/', import.meta.url);

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}

/** Whole records: all modes, weights, forced and excluded rows, every kind of event. */
export const RECORDS: readonly { readonly name: string; readonly record: DrawRecord }[] = readdirSync(FOLDER)
  .filter((name) => /^record-\d+\.json$/.test(name))
  .sort()
  .map((name) => ({ name, record: read(name) as DrawRecord }));

type AssignVector = AssignInput & Pick<Assigned, 'teams' | 'load' | 'unfilled'>;

/** Assignments alone, with what has to come out. */
export const ASSIGNMENTS: readonly {
  readonly name: string;
  readonly input: AssignInput;
  readonly expected: Pick<Assigned, 'teams' | 'load' | 'unfilled'>;
}[] = (read('assign-20.json') as readonly AssignVector[]).map(({ teams, load, unfilled, ...input }, i) => ({
  name: String(i + 1),
  input,
  expected: { teams, load, unfilled },
}));
