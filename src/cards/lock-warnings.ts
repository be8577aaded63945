// The warnings of a draw as lines of its card: names where they were handed over, counts alone in a group.
import type { LockWarnings } from '../domain/lock-warnings.ts';
import { calledAll, type Names } from '../words/names.ts';
import { warning } from './blocks.ts';
import type { Block } from './card.ts';
import { say } from './words.ts';

/** One line for each thing to know. */
export function warningBlocks({ home, lapsing, expired }: LockWarnings, names: Names): readonly Block[] {
  const known = (ids: readonly string[]): string =>
    calledAll(
      names,
      ids.filter((id) => Object.hasOwn(names, id)),
    );
  return [
    ...(home === null ? [] : [warning(say('lock.home-few', { unit: home.unit, have: home.have, of: home.of }))]),
    ...(lapsing.length === 0 ? [] : [warning(say('lock.lapsing', { count: lapsing.length, who: known(lapsing) }))]),
    ...(expired.length === 0 ? [] : [warning(say('lock.expired', { count: expired.length, who: known(expired) }))]),
  ];
}
