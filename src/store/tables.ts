// All tables the store has: what a data source knows, and in which order a copy carries them.
import type { EntitySchema } from 'typeorm';
import { assignments, seatHolders } from './assignments.ts';
import { bindingCodes, bindingMisses } from './bindings.ts';
import { beacons, confirmations, voidOutcomes } from './ceremony.ts';
import { changeRequests, drawEvents } from './changes.ts';
import { checkpoints } from './checkpoints.ts';
import { contributions, dice, draws } from './draws.ts';
import { evidence } from './evidence.ts';
import { groups } from './groups.ts';
import { imports, stagedChanges } from './imports.ts';
import { inbox } from './inbox.ts';
import { ledger } from './ledger.ts';
import { documents, institutions, matters } from './lists.ts';
import { journal, measures } from './measures.ts';
import { notes } from './notes.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { publications } from './publications.ts';
import { rosterHistory } from './roster-book.ts';
import { tasks } from './tasks.ts';

/** Every table, by the schema beside its queries. */
export const tables: readonly EntitySchema<object>[] = [
  people,
  institutions,
  matters,
  documents,
  rosterHistory,
  tasks,
  draws,
  contributions,
  dice,
  beacons,
  voidOutcomes,
  confirmations,
  changeRequests,
  drawEvents,
  assignments,
  seatHolders,
  problems,
  measures,
  journal,
  publications,
  imports,
  stagedChanges,
  inbox,
  outbox,
  ledger,
  checkpoints,
  bindingCodes,
  bindingMisses,
  groups,
  notes,
  evidence,
] as readonly EntitySchema<object>[];
