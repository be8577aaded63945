// What a settled draw writes, whoever brings it about: an operator who presses, or the clock.
import { announcementOf } from '../domain/announcement.ts';
import type { Assignment } from '../domain/assignment.ts';
import type { Draw } from '../domain/draw.ts';
import { assignmentsOf, settledBy } from '../domain/draw-result.ts';
import type { PersonId } from '../domain/person.ts';
import { teamOf } from '../domain/seats.ts';
import type { Task } from '../domain/task.ts';
import type { Books } from '../store/books.ts';
import { announce } from './announce.ts';
import type { RecordMade } from './ingredients.ts';
import type { Office } from './office.ts';
import { group, holders, people, type Telling, tell } from './tell.ts';

/** A settled draw and the inspections it made. */
export interface Settled {
  readonly draw: Draw;
  readonly assignments: readonly Assignment[];
}

/** Writes it: the record, the inspections, the ledger, the notices, the announcement. */
export async function settleInBooks(
  books: Books,
  { signer }: Pick<Office, 'signer'>,
  { draw, task, record, digests }: RecordMade & { readonly draw: Draw; readonly task: Task },
  by: PersonId | 'system',
  at: Date,
): Promise<Settled> {
  const { number } = draw;
  const row = await books.draws.replace(settledBy(draw, record, by, at));
  const assignments = assignmentsOf(task, row, record);
  for (const assignment of assignments) await books.assignments.add(assignment);
  await books.tasks.replace({ ...task, state: 'settled' });
  // With the record's digest in the chain, what is published after the visits can be held against what was drawn.
  const facts = {
    task: task.id,
    record: digests.sha256,
    drawn: assignments.length,
    unfilled: record.unfilled.length,
  };
  await books.ledger.add({ what: 'draw-settled', by, about: number, facts }, at);
  const readers = people([...(by === 'system' ? [] : [by]), draw.lockedBy, ...(await holders(books, 'head'))]);
  await tell(books, at, 'settled', [
    { to: [...(await group(books)), ...readers], face: 'settled', about: number },
    { to: people(draw.witnesses.map((witness) => witness.person)), face: 'confirm', about: number },
    ...assignments.map((one): Telling => ({ to: people(teamOf(one)), face: 'assignment', about: one.id })),
  ]);
  await announce(books, signer, announcementOf('settled', row, at, digests));
  return { draw: row, assignments };
}
