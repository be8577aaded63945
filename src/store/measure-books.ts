// What the rest of the house may ask of measures and of the journal.
import type { AssignmentId } from '../domain/assignment.ts';
import type { Day } from '../domain/day.ts';
import type { InstitutionId } from '../domain/institution.ts';
import type { JournalEntry } from '../domain/journal.ts';
import type { Measure, MeasureId } from '../domain/measure.ts';

/** Measures change under their version until they are over; then a trigger holds them. */
export interface MeasureBook {
  get(id: MeasureId): Promise<Measure | null>;
  add(row: Measure): Promise<void>;
  replace(row: Measure): Promise<Measure>;
  /** Oldest first. */
  ofInstitution(institution: InstitutionId): Promise<readonly Measure[]>;
  /** Neither refused nor withdrawn nor ended. */
  open(): Promise<readonly Measure[]>;
  /** The next free `CS2026-001` of a year. */
  nextId(year: number): Promise<MeasureId>;
}

/** Lines are only ever added: a trigger holds each. */
export interface JournalBook {
  add(entry: JournalEntry): Promise<void>;
  /** Oldest first. */
  ofInstitution(institution: InstitutionId): Promise<readonly JournalEntry[]>;
  ofAssignment(assignment: AssignmentId): Promise<readonly JournalEntry[]>;
  /** Complaints about whomever since a day. */
  complaintsSince(day: Day): Promise<readonly JournalEntry[]>;
  /** The next free `BL2026-0001` of a year. */
  nextId(year: number): Promise<string>;
}
