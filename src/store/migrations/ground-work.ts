// Tasks, draws, inspections, problems, publications: the work of the office and its ledger.
import type { QueryRunner } from 'typeorm';
import { columnsFor, createTable, key, orNull } from './columns.ts';

/** Makes the tables of tasks and draws, and the ledger. */
export async function createDraws(runner: QueryRunner): Promise<void> {
  const { word, longWord, text, day, instant, integer } = columnsFor(runner);
  await createTable(runner, 'tasks', {
    id: key(word),
    title: text,
    kind: word,
    categories: text,
    document: longWord,
    matters: text,
    methods: text,
    methodReason: orNull(text),
    from: day,
    to: day,
    ownerUnit: text,
    mode: word,
    witnesses: text,
    state: word,
    madeBy: word,
    madeAt: instant,
    decision: orNull(text),
    draw: orNull(word),
    version: integer,
  });
  await createTable(runner, 'draws', {
    number: key(word),
    task: word,
    state: word,
    lockedAt: instant,
    lockedBy: word,
    manifest: text,
    manifestHash: word,
    roster: text,
    inspectors: text,
    recusals: text,
    secret: text,
    lastLink: text,
    witnesses: text,
    closeHash: orNull(word),
    closedAt: orNull(instant),
    absent: text,
    record: orNull(text),
    settledAt: orNull(instant),
    settledBy: orNull(word),
    voided: orNull(text),
    version: integer,
  });
  await createTable(runner, 'contributions', { draw: key(word), person: key(word), by: word, value: text, at: instant });
  await createTable(runner, 'dice', { draw: key(word), person: key(word), round: key(integer), throws: text, at: instant });
  await createTable(
    runner,
    'ledger',
    { seq: key(integer), about: longWord, payload: text, prev: word, hash: word },
    { ix_ledger_about: ['about'] },
  );
}

/** Makes the tables of inspections and what follows from them. */
export async function createInspections(runner: QueryRunner): Promise<void> {
  const { word, longWord, text, day, instant, integer } = columnsFor(runner);
  await createTable(
    runner,
    'assignments',
    {
      id: key(word),
      task: word,
      draw: word,
      stratum: text,
      category: word,
      institution: word,
      seats: text,
      state: word,
      from: day,
      to: day,
      approval: orNull(text),
      notice: orNull(text),
      startedAt: orNull(instant),
      draft: text,
      findings: orNull(text),
      submitted: orNull(text),
      cosign: orNull(text),
      review: orNull(text),
      returned: orNull(text),
      version: integer,
    },
    { ix_assignments_task: ['task'], ix_assignments_institution: ['institution'], ix_assignments_state: ['state'] },
  );
  await createTable(runner, 'seat_holders', { person: key(word), assignment: key(word) }, { ix_seat_holders_assignment: ['assignment'] });
  await createTable(
    runner,
    'problems',
    {
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
      report: orNull(text),
      followUp: orNull(text),
      version: integer,
    },
    { ix_problems_assignment: ['assignment'], ix_problems_task: ['task'] },
  );
  await createTable(
    runner,
    'publications',
    {
      id: key(word),
      assignment: word,
      task: word,
      category: word,
      institutionId: word,
      institution: text,
      time: text,
      method: text,
      content: text,
      result: text,
      handling: text,
      state: word,
      due: day,
      proposed: text,
      approved: orNull(text),
      publishedOn: orNull(day),
      channels: text,
      version: integer,
    },
    { ix_publications_task: ['task'], ix_publications_published: ['state', 'publishedOn'] },
  );
  await createTable(
    runner,
    'evidence',
    { id: key(word), assignment: orNull(word), by: word, at: instant, fileName: text, sha256: word, bytes: integer },
    { ix_evidence_assignment: ['assignment'] },
  );
}
