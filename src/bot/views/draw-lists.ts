// The lists of a draw as its lock card shows them: the left out, and the changes since the draw before.
import type { ListFacts } from '../../cards/list-blocks.ts';
import type { Draw } from '../../domain/draw.ts';
import { EXCLUSIONS } from '../../domain/draw-rows.ts';
import { categoriesOf, leftOut, listChanges } from '../../domain/list-changes.ts';
import { may } from '../../domain/may.ts';
import type { Names } from '../../words/names.ts';
import type { Look } from './context.ts';

/**
 * Facts, and the names in them: all for who may see inspections. To a group and to everybody else, people are counted, and so
 * are the institutions called inspected: an earlier draw may have drawn them for a visit that is still to come.
 */
export async function drawLists(look: Look, draw: Draw): Promise<{ readonly facts: ListFacts; readonly names: Names }> {
  const before = await drawBefore(look, draw);
  const facts: ListFacts = {
    leftOut: { institutions: leftOut(draw.roster), inspectors: leftOut(draw.inspectors) },
    changes: before && listChanges(before, draw),
  };
  const names: Record<string, string> = {};
  const isInside = look.viewer !== null && may(look.viewer, 'see-inspections');
  const secret = new Set(isInside ? [] : inspectedIn(before, draw));
  for (const { id, name } of [...(before?.roster ?? []), ...draw.roster]) if (!secret.has(id)) names[id] = name;
  if (isInside) for (const { id, name } of await look.books.people.all()) names[id] = name;
  return { facts, names };
}

/** The institutions that either list calls inspected. */
function inspectedIn(...draws: readonly (Draw | null)[]): readonly string[] {
  return draws.flatMap((draw) => draw?.roster.filter(({ excluded }) => excluded === EXCLUSIONS.inspected) ?? []).map(({ id }) => id);
}

/** The newest earlier draw that drew from one of the same categories. */
async function drawBefore({ books }: Look, draw: Draw): Promise<Draw | null> {
  const mine = categoriesOf(draw);
  const earlier = (await books.draws.all()).find(
    (one) => one.number < draw.number && categoriesOf(one).some((category) => mine.includes(category)),
  );
  return earlier ? books.draws.get(earlier.number) : null;
}
