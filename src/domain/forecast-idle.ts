// Why an inspector goes nowhere in a forecast: a zero without its reason would look like a fault of the draw.
import type { InspectorRow, Recusal, RosterRow } from './record.ts';

/** `category`: he is qualified for nothing that is drawn; `full`: his limit is used up; `recused`: from all that he could inspect; `chance`: nothing but the samples. */
export type Idle = 'category' | 'full' | 'recused' | 'chance';

/** The reason, the plainest first. `objects`: what can be drawn or is ordered. */
export function idleReason(
  { id, categories, cap, load }: InspectorRow,
  objects: readonly Pick<RosterRow, 'id' | 'category'>[],
  recusals: readonly Recusal[],
): Idle {
  const able = objects.filter(({ category }) => categories.includes(category));
  if (able.length === 0) return 'category';
  if (load >= cap) return 'full';
  const apart = new Set(recusals.filter(({ inspector }) => inspector === id).map(({ object }) => object));
  return able.every((one) => apart.has(one.id)) ? 'recused' : 'chance';
}
