// The books: every question and every change the rest of the house may put to the store, in the glossary's words.
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import type { ContributionEntry, Draw, TypedEntry } from '../domain/draw.ts';
import type { Person, PersonId, Platform } from '../domain/person.ts';
import type { Problem } from '../domain/problem.ts';
import type { Publication } from '../domain/publication.ts';
import type { PendingImport, RosterChange, RosterHistory, RosterKind, RosterRows } from '../domain/roster.ts';
import type { Task, TaskId } from '../domain/task.ts';
import type { BeaconBook, ConfirmationBook, OutcomeBook } from './ceremony-books.ts';
import type { ChangeBook } from './change-books.ts';
import type { CheckpointBook, LedgerBook } from './ledger-books.ts';
import type { JournalBook, MeasureBook } from './measure-books.ts';
import type { InboxBook, OutboxBook } from './traffic-books.ts';

/** A list with history. Ids compare exactly; order is ascending id. */
export interface RosterBook<Row> {
  get(id: string): Promise<Row | null>;
  all(): Promise<readonly Row[]>;
  /** Rows whose id or name contains the text; all when it is empty. */
  search(
    text: string,
    page: { readonly skip: number; readonly take: number },
  ): Promise<{ readonly total: number; readonly rows: readonly Row[] }>;
  count(): Promise<number>;
  /** Writes the rows and their history. Big lists go in slices. */
  apply(
    changes: readonly RosterChange<Row>[],
    stamp: { readonly at: Date; readonly by: PersonId | 'system'; readonly source: string },
  ): Promise<void>;
  history(id: string): Promise<readonly RosterHistory<Row>[]>;
  /** The newest history entry's time, null for a list never touched. */
  changedAt(): Promise<Date | null>;
}

export interface InstitutionBook extends RosterBook<RosterRows['institutions']> {
  /** Those whose licence ends on that day or before. */
  licencesUntil(day: string): Promise<readonly RosterRows['institutions'][]>;
}

export interface PeopleBook extends RosterBook<Person> {
  byAccount(platform: Platform, account: string): Promise<Person | null>;
  byRole(role: string): Promise<readonly Person[]>;
}

/** Rows that change under their version: `replace` throws `StaleRow` when the row is no longer at `row.version`, else writes it at version + 1 and returns it. */
export interface VersionedBook<Row> {
  get(id: string): Promise<Row | null>;
  add(row: Row): Promise<void>;
  replace(row: Row): Promise<Row>;
}

export interface TaskBook extends VersionedBook<Task> {
  all(): Promise<readonly Task[]>;
  /** The next free `2026-01` of a year. */
  nextId(year: number): Promise<TaskId>;
}

/** `get` gives a settled draw's record with all events so far: nobody who reads it can forget them. */
export interface DrawBook extends VersionedBook<Draw> {
  /** Newest first, without the big parts: for lists and counts. */
  all(): Promise<readonly Omit<Draw, 'roster' | 'inspectors' | 'recusals' | 'record' | 'secret' | 'lastLink'>[]>;
  /** The next number `2026-0003` of a year: gap-free, because it is taken in the transaction that inserts the draw. */
  nextNumber(year: number): Promise<string>;
  contributions(draw: string): Promise<readonly ContributionEntry[]>;
  /** False if that person has already contributed. */
  contribute(entry: ContributionEntry): Promise<boolean>;
  /** Dice or a lottery's numbers, as witnesses typed them. */
  typed(draw: string): Promise<readonly TypedEntry[]>;
  /** False if that person has typed in that round. */
  type(entry: TypedEntry): Promise<boolean>;
}

export interface AssignmentBook extends VersionedBook<Assignment> {
  ofTask(task: TaskId): Promise<readonly Assignment[]>;
  /** Those with a seat held by that person, newest first. */
  ofPerson(person: PersonId): Promise<readonly Assignment[]>;
  ofInstitution(institution: string): Promise<readonly Assignment[]>;
  /** Neither reviewed nor archived nor replaced. */
  open(): Promise<readonly Assignment[]>;
  all(): Promise<readonly Assignment[]>;
}

export interface ProblemBook extends VersionedBook<Problem> {
  ofAssignment(assignment: AssignmentId): Promise<readonly Problem[]>;
  ofTask(task: TaskId): Promise<readonly Problem[]>;
  open(): Promise<readonly Problem[]>;
  all(): Promise<readonly Problem[]>;
}

export interface PublicationBook extends VersionedBook<Publication> {
  ofTask(task: TaskId): Promise<readonly Publication[]>;
  /** Published ones, newest first, by year, category and a text in any field. */
  published(where: {
    readonly year?: number;
    readonly category?: string;
    readonly text?: string;
    readonly skip?: number;
    readonly take?: number;
  }): Promise<{ readonly total: number; readonly rows: readonly Publication[] }>;
  /** The years in which any were published, newest first. */
  years(): Promise<readonly number[]>;
  unpublished(): Promise<readonly Publication[]>;
}

/** Imports that wait for a confirmation; the parsed changes stand beside in a staging table. */
export interface ImportBook extends VersionedBook<PendingImport> {
  stage<K extends RosterKind>(id: string, kind: K, changes: readonly RosterChange<RosterRows[K]>[]): Promise<void>;
  staged<K extends RosterKind>(id: string, kind: K): Promise<readonly RosterChange<RosterRows[K]>[]>;
  dropStaged(id: string): Promise<void>;
}

/** A one-time code with which a person ties a chat account to himself. Only its hash is kept. */
export interface BindingCode {
  readonly hash: string;
  readonly person: PersonId;
  readonly madeBy: PersonId;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export interface BindingBook {
  add(code: BindingCode): Promise<void>;
  /** The unused code with that hash. */
  find(hash: string): Promise<BindingCode | null>;
  /** False if it was used meanwhile. */
  use(hash: string, at: Date): Promise<boolean>;
  /** Wrong codes typed by an account since the instant: guessing is limited. */
  misses(account: string, since: Date): Promise<number>;
  miss(account: string, at: Date): Promise<void>;
}

/** A group the bot was added to. Exactly one may be the 公示群, where draws are announced. */
export interface GroupChat {
  readonly platform: Platform;
  readonly chat: string;
  readonly name: string;
  readonly isAnnouncing: boolean;
  readonly addedAt: Date;
}

export interface GroupBook {
  all(): Promise<readonly GroupChat[]>;
  announcing(): Promise<GroupChat | null>;
  put(group: GroupChat): Promise<void>;
  choose(platform: Platform, chat: string): Promise<void>;
}

/** Small facts by name: who was greeted, when the last digest went to whom, where the site was put. */
export interface NotesBook {
  get(name: string): Promise<string | null>;
  put(name: string, value: string): Promise<void>;
  /** Writes it only if it is not there; true if this call wrote it. */
  once(name: string, value: string): Promise<boolean>;
  named(prefix: string): Promise<readonly { readonly name: string; readonly value: string }[]>;
}

/** A file a person sent as evidence: bytes on disk under its hash, the row says what it belongs to. */
export interface Evidence {
  readonly id: string;
  readonly assignment: AssignmentId | null;
  readonly by: PersonId;
  readonly at: Date;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface EvidenceBook {
  add(row: Evidence): Promise<void>;
  get(id: string): Promise<Evidence | null>;
  attach(id: string, assignment: AssignmentId): Promise<boolean>;
  ofAssignment(assignment: AssignmentId): Promise<readonly Evidence[]>;
}

/** All the books, as one transaction sees them. */
export interface Books {
  readonly people: PeopleBook;
  readonly institutions: InstitutionBook;
  readonly matters: RosterBook<RosterRows['matters']>;
  readonly documents: RosterBook<RosterRows['documents']>;
  readonly tasks: TaskBook;
  readonly draws: DrawBook;
  readonly beacons: BeaconBook;
  readonly outcomes: OutcomeBook;
  readonly confirmations: ConfirmationBook;
  readonly changes: ChangeBook;
  readonly assignments: AssignmentBook;
  readonly problems: ProblemBook;
  readonly measures: MeasureBook;
  readonly journal: JournalBook;
  readonly publications: PublicationBook;
  readonly imports: ImportBook;
  readonly inbox: InboxBook;
  readonly outbox: OutboxBook;
  readonly ledger: LedgerBook;
  readonly checkpoints: CheckpointBook;
  readonly bindings: BindingBook;
  readonly groups: GroupBook;
  readonly notes: NotesBook;
  readonly evidence: EvidenceBook;
}

/** The store. `work` is the only way to write: one transaction, all or nothing; it may run its argument twice, so nothing fresh is made inside. */
export interface Store {
  work<T>(verb: (books: Books) => Promise<T>): Promise<T>;
  /** For reading only, on a connection of its own, so that a long export starves nobody. */
  read<T>(question: (books: Books) => Promise<T>): Promise<T>;
  /** A consistent copy of the whole database into a file that does not exist yet. */
  backup(file: string): Promise<void>;
  /** True when the database answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** Thrown by `replace` when somebody else changed the row first. A door says: 已被更新, and shows it as it is now. */
export class StaleRow extends Error {
  readonly book: string;
  readonly id: string;
  constructor(book: string, id: string) {
    super(`${book} ${id} was changed meanwhile`);
    this.name = 'StaleRow';
    this.book = book;
    this.id = id;
  }
}
