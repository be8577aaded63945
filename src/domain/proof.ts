// Proofs to hand on: a row was in the locked list; an entry was in the ledger at a checkpoint; a ledger only grew between two.
import { type Checkpoint, ledgerLeaf } from './checkpoint.ts';
import type { Draw } from './draw.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { Digest, Manifest, RosterRow } from './record.ts';
import { byId, inTreeOrder, leavesOf } from './ssj/merkle.ts';
import { auditPath, consistencyPath } from './ssj/tree.ts';

/** The row leads by `path` to `manifest.roster.root`, and the manifest's digest is the one that was posted at the lock. */
export interface RowProof {
  readonly kind: 'roster-row';
  readonly row: RosterRow;
  /** The row's place (0-based) among all rows in ascending order of id. */
  readonly index: number;
  readonly path: readonly Digest[];
  readonly manifest: Manifest;
}

/** The entry's hash leads by `path` to the root that the note states and signs. */
export interface EntryProof {
  readonly kind: 'ledger-entry';
  readonly entry: Pick<LedgerEntry, 'seq' | 'prev' | 'payload'>;
  readonly path: readonly Digest[];
  readonly note: string;
}

/** The entries that the old note covers are the first of those that the new one covers. */
export interface GrowthProof {
  readonly kind: 'ledger-growth';
  readonly old: string;
  readonly now: string;
  readonly path: readonly Digest[];
}

/** The proof of a row, found by its id or by a name that only one row has; null if there is none. */
export function rowProof({ roster, manifest }: Pick<Draw, 'roster' | 'manifest'>, institution: string): RowProof | null {
  const rows = inTreeOrder(roster, byId);
  const named = rows.filter(({ name }) => name === institution);
  const row = rows.find(({ id }) => id === institution) ?? (named.length === 1 ? named[0] : undefined);
  if (row === undefined) return null;
  const index = rows.indexOf(row);
  return { kind: 'roster-row', row, index, path: auditPath(leavesOf(roster, byId), index), manifest };
}

/** The proof of an entry; `hashes` are those of all entries that the checkpoint covers. */
export function entryProof({ seq, prev, payload }: LedgerEntry, hashes: readonly Digest[], { note }: Checkpoint): EntryProof {
  return { kind: 'ledger-entry', entry: { seq, prev, payload }, path: auditPath(hashes.map(ledgerLeaf), seq - 1), note };
}

/** The proof that nothing was changed between two checkpoints; `hashes` are those of all entries that the later one covers. */
export function growthProof(old: Checkpoint, now: Checkpoint, hashes: readonly Digest[]): GrowthProof {
  return { kind: 'ledger-growth', old: old.note, now: now.note, path: consistencyPath(hashes.map(ledgerLeaf), old.size) };
}
