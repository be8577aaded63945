// The lists of a draw as its lock card shows them: the left out, and the changes since the draw before.
import type { ListFacts } from '../../cards/list-blocks.ts';
import type { Draw } from '../../domain/draw.ts';
import { categoriesOf, leftOut, listChanges } from '../../domain/list-changes.ts';
import type { Names } from '../../words/names.ts';
import type { Look } from './context.ts';

/** Facts and the names in them: institutions as they were locked; people only for a viewer of his own, not for a group. */
export async function drawLists(look: Look, draw: Draw): Promise<{ readonly facts: ListFacts; readonly names: Names }> {
  const before = await drawBefore(look, draw);
  const facts: ListFacts = {
    leftOut: { institutions: leftOut(draw.roster), inspectors: leftOut(draw.inspectors) },
    changes: before && listChanges(before, draw),
  };
  const names: Record<string, string> = {};
  for (const { id, name } of [...(before?.roster ?? []), ...draw.roster]) names[id] = name;
  if (look.viewer !== null) for (const { id, name } of await look.books.people.all()) names[id] = name;
  return { facts, names };
}

/** The newest earlier draw that drew from one of the same categories. */
async function drawBefore({ books }: Look, draw: Draw): Promise<Draw | null> {
  const mine = categoriesOf(draw);
  const earlier = (await books.draws.all()).find(
    (one) => one.number < draw.number && categoriesOf(one).some((category) => mine.includes(category)),
  );
  return earlier ? books.draws.get(earlier.number) : null;
}
