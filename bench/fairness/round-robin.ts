// Not this: inspectors dealt in the order of their list from one start by chance, as a provincial platform matches them.
import type { TeamCase, TeamDraw } from './cases.ts';
import { counterDigest, numberBelow } from './counter.ts';

/** One chance for all teams: whoever sees one team can tell the rest. Knows neither recusal nor qualification nor cap. */
export function roundRobin({ name, institutions, inspectors, team }: TeamCase): TeamDraw {
  return (counter) => {
    const start = numberBelow(inspectors.length, counterDigest(`${name}:round-robin`, counter));
    return institutions.map((_, object) =>
      Array.from({ length: team.size }, (__, slot) => (start + object * team.size + slot) % inspectors.length),
    );
  };
}
