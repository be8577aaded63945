// The two books that only grow: what was done, and the signed statements about it.
import type { Checkpoint } from '../domain/checkpoint.ts';
import type { LedgerEntry, LedgerNote } from '../domain/ledger-entry.ts';
import type { Digest } from '../domain/record.ts';
import type { Tree } from '../domain/ssj/tree.ts';

export interface LedgerBook {
  /** Appends, chained to the head. One entry a flow. */
  add(note: LedgerNote, at: Date): Promise<LedgerEntry>;
  /** Hash of the last entry; 64 zeros for an empty ledger. */
  head(): Promise<{ readonly seq: number; readonly hash: string }>;
  about(id: string): Promise<readonly LedgerEntry[]>;
  /** Entries from `seq` on, ascending. */
  from(seq: number, limit: number): Promise<readonly LedgerEntry[]>;
  /** Hashes of the entries after `seq`, ascending, without their texts. */
  hashes(seq: number, limit: number): Promise<readonly Digest[]>;
  /** The tree over the first `size` entries, or over all if there are fewer, grown from one over fewer: only what came since is read. */
  tree(from: Tree, size: number): Promise<Tree>;
}

/** Append-only too. Order is ascending size. */
export interface CheckpointBook {
  add(row: Checkpoint): Promise<void>;
  get(size: number): Promise<Checkpoint | null>;
  last(): Promise<Checkpoint | null>;
  all(): Promise<readonly Checkpoint[]>;
  ofDraw(draw: string): Promise<readonly Checkpoint[]>;
}
