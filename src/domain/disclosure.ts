// When a draw's names become public: after its visits, so that nobody is warned (draw-protocol, "Order of the ceremony").
import type { Assignment } from './assignment.ts';
import type { Draw, DrawState } from './draw.ts';

const VISITED: ReadonlySet<Assignment['state']> = new Set(['submitted', 'cosigned', 'reviewed', 'archived', 'replaced']);

type Visit = Pick<Assignment, 'state' | 'returned'>;

/** True once a settled draw's visits are all over. */
export function isDisclosed(draw: { readonly state: DrawState }, assignments: readonly Visit[]): boolean {
  return draw.state === 'settled' && assignments.length > 0 && assignments.every(isVisited);
}

/** Findings sent back are written again, but the visit was made: a record once public stays so. */
function isVisited({ state, returned }: Visit): boolean {
  return VISITED.has(state) || (state === 'visiting' && returned !== null);
}

/** The settled draws before this one, of its year and of the year before, whose visits may reach into it. Whom they drew, its list calls inspected: its record waits for theirs. */
export function settledBefore<Row extends Pick<Draw, 'number' | 'state'>>(draw: Pick<Draw, 'number'>, all: readonly Row[]): readonly Row[] {
  const [year, running] = placeOf(draw);
  return all.filter((one) => {
    const [itsYear, itsRunning] = placeOf(one);
    return one.state === 'settled' && (itsYear === year ? itsRunning < running : Number(itsYear) === Number(year) - 1);
  });
}

function placeOf({ number }: Pick<Draw, 'number'>): readonly [year: string, running: number] {
  return [number.slice(0, 4), Number(number.slice(5))];
}
