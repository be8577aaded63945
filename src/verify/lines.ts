// The lines of a verification: what was looked at, whether it holds, what was expected and what was found.
import { placeWords } from './place-words.ts';
import { difference } from './stable.ts';

/** One check as shown to people. `id` is stable, `name` Chinese; a part before `:` names the kind of check, the rest which one. */
export interface Check {
  readonly id: string;
  readonly name: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly found: string;
  /** What this one is about where its name holds a code that only the record explains. */
  readonly about?: string;
}

/** A check that two values are the same in every part. */
export function same(id: string, name: string, expected: unknown, found: unknown, inWords = '与重新计算的一致'): Check {
  const first = difference(expected, found);
  if (!first) return { id, name, passed: true, expected: shown(expected, inWords), found: shown(found, inWords) };
  const where = first.path === '' ? '' : `${placeWords(first.path)}：`;
  return { id, name, passed: false, expected: `${where}${first.expected}`, found: `${where}${first.found}` };
}

/** A check that finds no fault. */
export function faultless(id: string, name: string, expected: string, faults: readonly string[]): Check {
  const more = faults.length > 5 ? `等 ${faults.length} 处` : '';
  return {
    id,
    name,
    passed: faults.length === 0,
    expected,
    found: faults.length === 0 ? expected : `${faults.slice(0, 5).join('；')}${more}`,
  };
}

function shown(value: unknown, inWords: string): string {
  return typeof value === 'object' && value !== null ? inWords : String(value);
}
