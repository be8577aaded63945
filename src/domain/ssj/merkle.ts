// The Merkle tree hash of a list (RFC 6962 §2.1): one digest binds every row, and a single row can be proved later.
import { hash } from 'node:crypto';
import type { Digest, Recusal, Rooted } from '../record.ts';
import { canonical } from './canonical.ts';
import { byText } from './order.ts';

/** What rows are sorted by before they are hashed. */
export type RowKey<Row> = (row: Row) => readonly string[];

/** Rows of the two lists go by `id`. */
export const byId: RowKey<{ readonly id: string }> = (row) => [row.id];

/** Recusals go by `object`, then `inspector`. */
export const byPair: RowKey<Recusal> = (row) => [row.object, row.inspector];

/** The root over `J(row)`, rows in ascending code-unit order of their key; the order in which they are given does not matter. */
export function root<Row>(rows: readonly Row[], key: RowKey<Row>): Digest {
  const sorted = rows.map((row) => ({ row, key: key(row) })).sort((a, b) => byKey(a.key, b.key));
  if (sorted.length === 0) return hash('sha256', '', 'hex');
  let level: Buffer[] = sorted.map(({ row }) => hash('sha256', `\0${canonical(row)}`, 'buffer'));
  while (level.length > 1) level = nextLevel(level);
  return (level[0] as Buffer).toString('hex');
}

/** A list as the manifest quotes it: how many rows, and their root. */
export function rooted<Row>(rows: readonly Row[], key: RowKey<Row>): Rooted {
  return { n: rows.length, root: root(rows, key) };
}

/** Joining neighbours and carrying an odd last one up gives RFC 6962's tree: its left half is always the largest power of two. */
function nextLevel(level: readonly Buffer[]): Buffer[] {
  const next: Buffer[] = [];
  const both = Buffer.alloc(65, 1);
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i] as Buffer;
    const right = level[i + 1];
    if (!right) {
      next.push(left);
      continue;
    }
    left.copy(both, 1);
    right.copy(both, 33);
    next.push(hash('sha256', both, 'buffer'));
  }
  return next;
}

function byKey(a: readonly string[], b: readonly string[]): number {
  for (const [i, part] of a.entries()) {
    const order = byText(part, b[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
