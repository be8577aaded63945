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

/** drand as the office reaches it. Nothing that comes from outside counts before `isSigned` says so, and that needs no network. */
export interface Drand {
  /** True if the signature (lowercase hex) is that round's, by the chain's public key. */
  isSigned(round: number, signature: string): Promise<boolean>;
  /** That round from the first public address that answers with a signed one; null when none does. */
  fetch(round: number): Promise<{ readonly signature: string; readonly from: string } | null>;
}

/** Everything a verb needs. */
export interface Office {
  readonly store: Store;
  readonly rules: OfficeRules;
  /** The time now. The stand-in platform can move it on. */
  readonly now: () => Date;
  readonly fresh: Fresh;
  readonly drand: Drand;
  /** Signs checkpoints of the ledger with the office's own key. */
  readonly signer: Signer;
}
