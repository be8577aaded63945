// Not this: so many groups are made once, and institutions take them in turn, as a municipal system does.
import type { TeamCase, TeamDraw } from './cases.ts';
import { shuffled } from './counter.ts';

/**
 * Inspectors come in an order by chance, groups take the next ones, and a pool too small begins anew: a group larger
 * than the pool holds the same person twice. Institution i gets group i modulo `groups`.
 */
export function cyclicGroups({ name, institutions, inspectors, team }: TeamCase, groups: number): TeamDraw {
  return (counter) => {
    const dealt = shuffled(inspectors.length, `${name}:groups`, counter).slice(0, groups * team.size);
    return institutions.map((_, object) =>
      Array.from({ length: team.size }, (__, slot) => dealt[((object % groups) * team.size + slot) % dealt.length] ?? null),
    );
  };
}
