// The office as a flow sees it: its books, its rules, its clock, its chance. Handed in, so that tests can own all four.
import type { OfficeRules } from '../domain/office-rules.ts';
import type { Signer } from '../domain/signed-note.ts';
import type { Store } from '../store/books.ts';

/** Fresh chance, made before a transaction because that may run twice. */
export interface Fresh {
  /** `n` random bytes as lowercase hex. */
  hex(bytes: number): string;
  /** Six digits for a one-time code. */
  code(): string;
}

/** Everything a verb needs. */
export interface Office {
  readonly store: Store;
  readonly rules: OfficeRules;
  /** The time now. The stand-in platform can move it on. */
  readonly now: () => Date;
  readonly fresh: Fresh;
  /** Signs checkpoints of the ledger with the office's own key. */
  readonly signer: Signer;
}
