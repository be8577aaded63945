// 存证: a signed statement of how long the ledger is and what its tree's root is (draw-protocol, "Checkpoints"; c2sp.org/tlog-checkpoint).
import type { Announcement } from './announcement.ts';
import type { Digest } from './record.ts';
import { leafDigest, type Tree } from './ssj/tree.ts';

/** One checkpoint with the announcement that was made of it. Never changes; a trigger holds that. */
export interface Checkpoint {
  /** How many entries of the ledger it covers, from the first. */
  readonly size: number;
  /** RFC 6962 over their leaves, as hex; the note has it as base64. */
  readonly root: Digest;
  /** The tree's right edge, from which the next one goes on. */
  readonly frontier: Tree['frontier'];
  /** The signed note, to the byte. */
  readonly note: string;
  readonly draw: string;
  readonly said: Announcement;
  readonly at: Date;
}

/** The ledger's subject for the keys that sign it. */
export const KEY_SUBJECT = 'checkpoint-key';

/**
 * An entry's leaf: its hash, as the 64 hex characters that the next entry carries as `prev`. The hash binds the entry's
 * text, and a proof about an entry can be given without telling what the entry says.
 */
export function ledgerLeaf(entry: Digest): Buffer {
  return leafDigest(entry);
}

/** The text that is signed: origin, size, root in base64, each on its line. */
export function checkpointText(origin: string, size: number, root: Digest): string {
  return `${origin}\n${size}\n${rootInNote(root)}\n`;
}

/** A root as notes write it. */
export function rootInNote(root: Digest): string {
  return Buffer.from(root, 'hex').toString('base64');
}
