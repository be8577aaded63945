// A draw as it lives in the books: the lock, what was contributed since, and at the end its record.

import type { PersonId } from './person.ts';
import type { Contribution, Digest, DrawRecord, InspectorRow, Manifest, Recusal, RosterRow } from './record.ts';
import type { TaskId } from './task.ts';

/** `locked` until the contributions are closed, `closed` until settled; `void` keeps its number for ever. */
export const DRAW_STATES = ['locked', 'closed', 'settled', 'void'] as const;
export type DrawState = (typeof DRAW_STATES)[number];

/** A draw. All but state and what comes after the lock never changes; a trigger holds that. */
export interface Draw {
  /** `2026-0003`: gap-free within a year, never reused. */
  readonly number: string;
  readonly task: TaskId;
  readonly state: DrawState;
  readonly lockedAt: Date;
  readonly lockedBy: PersonId;
  readonly manifest: Manifest;
  readonly manifestHash: Digest;
  readonly roster: readonly RosterRow[];
  readonly inspectors: readonly InspectorRow[];
  readonly recusals: readonly Recusal[];
  /** The server's 256-bit secret as hex text; shown to nobody before the protocol opens it. */
  readonly secret: string;
  /** The last link of the event chain, from which all earlier ones follow. */
  readonly lastLink: string;
  /** `contributors` of the manifest other than the server are `W1`, `W2`, …: this says who they are. */
  readonly witnesses: readonly { readonly by: string; readonly person: PersonId }[];
  /** Until when it waits for them, fixed at the lock; null in draws locked before that was kept. */
  readonly witnessesUntil: Date | null;
  readonly closeHash: Digest | null;
  readonly closedAt: Date | null;
  readonly absent: readonly string[];
  readonly record: DrawRecord | null;
  readonly settledAt: Date | null;
  /** `system`: the clock opened it. */
  readonly settledBy: PersonId | 'system' | null;
  readonly voided: { readonly by: PersonId; readonly approvedBy: PersonId; readonly at: Date; readonly reason: string } | null;
  readonly version: number;
}

/** What a witness gave before the close, each exactly once. */
export interface ContributionEntry extends Contribution {
  readonly draw: string;
  readonly person: PersonId;
  readonly at: Date;
}

/** The last ingredient as typed by one witness, throws of dice or numbers of a lottery; a second must type alike. A mismatch opens the next round. */
export interface TypedEntry {
  readonly draw: string;
  readonly person: PersonId;
  readonly round: number;
  readonly numbers: readonly number[];
  readonly at: Date;
}

/** A round of drand that was checked against the chain's public key and kept, once a draw. */
export interface DrandEntry {
  readonly draw: string;
  readonly round: number;
  readonly randomness: Digest;
  readonly signature: string;
  /** The public address it was fetched from; null: pasted by hand. */
  readonly from: string | null;
  readonly by: PersonId | 'system';
  readonly at: Date;
}

/** What a void draw would have drawn: published, so that nobody can give a draw up to hide its outcome. */
export interface VoidOutcome {
  readonly draw: string;
  readonly record: DrawRecord;
  readonly at: Date;
}

/** What a witness says of the result: he found it as it was announced, or not. `recordHash` is the record he was shown. */
export interface Confirmation {
  readonly draw: string;
  readonly person: PersonId;
  readonly verdict: 'confirmed' | 'disputed';
  /** Why not; '' with a confirmation. */
  readonly words: string;
  readonly recordHash: Digest;
  readonly at: Date;
}
