// Inspections, found by task, institution and the people in their seats.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Assignment } from '../domain/assignment.ts';
import type { AssignmentBook } from './books.ts';
import { day, instant, integer, json, key, orNull, text, word } from './columns.ts';
import { insert, select } from './rows.ts';
import { asItIs, byNumbers, versionedBook } from './versioned-book.ts';

/** Inspections. */
export const assignments = new EntitySchema<Assignment>({
  name: 'assignments',
  columns: {
    id: key(word),
    task: word,
    draw: word,
    stratum: text,
    category: word,
    institution: word,
    seats: json,
    state: word,
    from: day,
    to: day,
    approval: orNull(json),
    notice: orNull(json),
    startedAt: orNull(instant),
    draft: json,
    findings: orNull(json),
    submitted: orNull(json),
    cosign: orNull(json),
    review: orNull(json),
    returned: orNull(json),
    version: integer,
  },
  indices: [
    { name: 'ix_assignments_task', columns: ['task'] },
    { name: 'ix_assignments_institution', columns: ['institution'] },
    { name: 'ix_assignments_state', columns: ['state'] },
  ],
});

/** Who sits in an inspection now: what `seats` says, to be looked up by person. */
export const seatHolders = new EntitySchema<{ readonly person: string; readonly assignment: string }>({
  name: 'seat_holders',
  columns: { person: key(word), assignment: key(word) },
  indices: [{ name: 'ix_seat_holders_assignment', columns: ['assignment'] }],
});

/** The book of inspections. */
export function assignmentBook(manager: EntityManager): AssignmentBook {
  const book = versionedBook(manager, asItIs(assignments, 'id'));
  const rows = () => select(manager, assignments);

  return {
    ...book,
    async add(row) {
      await book.add(row);
      await seat(manager, row);
    },
    async replace(row) {
      const next = await book.replace(row);
      await manager.createQueryBuilder().delete().from(seatHolders).where({ assignment: row.id }).execute();
      await seat(manager, row);
      return next;
    },
    ofTask: async (task) => inOrder(await rows().where('row.task = :task', { task }).getMany()),
    async ofPerson(person) {
      const found = await rows()
        .innerJoin('seat_holders', 'seat', 'seat.assignment = row.id AND seat.person = :person', { person })
        .getMany();
      return inOrder(found).toReversed();
    },
    ofInstitution: async (institution) => inOrder(await rows().where('row.institution = :institution', { institution }).getMany()),
    open: async () => inOrder(await rows().where(`row.state NOT IN ('reviewed', 'archived', 'replaced')`).getMany()),
    all: async () => inOrder(await rows().getMany()),
  };
}

async function seat(manager: EntityManager, { id, seats }: Assignment): Promise<void> {
  const people = new Set(seats.flatMap(({ person }) => (person === null ? [] : [person])));
  await insert(
    manager,
    seatHolders,
    [...people].map((person) => ({ person, assignment: id })),
  );
}

function inOrder(found: Assignment[]): Assignment[] {
  return found.sort((a, b) => byNumbers(a.id, b.id));
}
