// Problems found, and how their rectification stands.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Problem } from '../domain/problem.ts';
import type { ProblemBook } from './books.ts';
import { day, integer, json, key, longWord, orNull, text, word } from './columns.ts';
import { select } from './rows.ts';
import { asItIs, byNumbers, versionedBook } from './versioned-book.ts';

/** Problems. */
export const problems = new EntitySchema<Problem>({
  name: 'problems',
  columns: {
    id: key(word),
    assignment: word,
    task: word,
    institution: word,
    matter: longWord,
    point: integer,
    words: text,
    outcome: word,
    due: orNull(day),
    state: word,
    report: orNull(json),
    followUp: orNull(json),
    version: integer,
  },
  indices: [
    { name: 'ix_problems_assignment', columns: ['assignment'] },
    { name: 'ix_problems_task', columns: ['task'] },
  ],
});

/** The book of problems. */
export function problemBook(manager: EntityManager): ProblemBook {
  const rows = () => select(manager, problems);

  return {
    ...versionedBook(manager, asItIs(problems, 'id')),
    ofAssignment: async (assignment) => inOrder(await rows().where('row.assignment = :assignment', { assignment }).getMany()),
    ofTask: async (task) => inOrder(await rows().where('row.task = :task', { task }).getMany()),
    open: async () => inOrder(await rows().where(`row.state NOT IN ('corrected', 'noted')`).getMany()),
    all: async () => inOrder(await rows().getMany()),
  };
}

function inOrder(found: Problem[]): Problem[] {
  return found.sort((a, b) => byNumbers(a.id, b.id));
}
