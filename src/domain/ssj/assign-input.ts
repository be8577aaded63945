// Reads the input of an assignment alone, as the command line takes it.
import { fail, ok, type Result } from '../result.ts';
import type { AssignInput } from './board.ts';
import { assignShape } from './record-shape.ts';
import { misshapen } from './shape.ts';

/** Why such an input is refused. */
export type AssignInputProblem =
  | { readonly kind: 'input-misshapen'; readonly paths: readonly string[] }
  | { readonly kind: 'assign-id-repeated'; readonly id: string }
  | { readonly kind: 'assign-cap-bad'; readonly inspector: string };

/** What JSON gave as an `AssignInput`, or why not. */
export function readAssignInput(raw: unknown): Result<AssignInput, AssignInputProblem> {
  const paths = misshapen(raw, assignShape);
  if (paths.length > 0) return fail({ kind: 'input-misshapen', paths });
  const input = raw as AssignInput;
  const id = firstRepeated(input.objects) ?? firstRepeated(input.inspectors);
  if (id !== undefined) return fail({ kind: 'assign-id-repeated', id });
  const bad = input.inspectors.find(({ cap, load }) => (cap ?? 0) < 0 || load < 0);
  return bad ? fail({ kind: 'assign-cap-bad', inspector: bad.id }) : ok(input);
}

function firstRepeated(rows: readonly { readonly id: string }[]): string | undefined {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return undefined;
}
