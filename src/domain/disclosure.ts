// When a draw's names become public: after its visits, so that nobody is warned (draw-protocol, "Order of the ceremony").
import type { Assignment } from './assignment.ts';
import type { DrawState } from './draw.ts';

const VISITED: ReadonlySet<Assignment['state']> = new Set(['submitted', 'cosigned', 'reviewed', 'archived', 'replaced']);

/** True once a settled draw's visits are all over: then its whole record is public. */
export function isDisclosed(draw: { readonly state: DrawState }, assignments: readonly Pick<Assignment, 'state'>[]): boolean {
  return draw.state === 'settled' && assignments.length > 0 && assignments.every(({ state }) => VISITED.has(state));
}
