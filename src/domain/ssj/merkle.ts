// The Merkle tree hash of a list (RFC 6962 §2.1): one digest binds every row, and a single row can be proved later.
import type { Digest, Recusal, Rooted } from '../record.ts';
import { canonical } from './canonical.ts';
import { byText } from './order.ts';
import { leafDigest, rootOver } from './tree.ts';

/** What rows are sorted by before they are hashed. */
export type RowKey<Row> = (row: Row) => readonly string[];

/** Rows of the two lists go by `id`. */
export const byId: RowKey<{ readonly id: string }> = (row) => [row.id];

/** Recusals go by `object`, then `inspector`. */
export const byPair: RowKey<Recusal> = (row) => [row.object, row.inspector];

/** The leaf digests of rows, in the tree's order: ascending code-unit order of the key; the order in which they are given does not matter. */
export function leavesOf<Row>(rows: readonly Row[], key: RowKey<Row>): readonly Buffer[] {
  return inTreeOrder(rows, key).map((row) => leafDigest(canonical(row)));
}

/** Rows as they stand under the tree. */
export function inTreeOrder<Row>(rows: readonly Row[], key: RowKey<Row>): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: key(row) })).sort((a, b) => byKey(a.key, b.key));
  return keyed.map(({ row }) => row);
}

/** The root over `J(row)`. */
export function root<Row>(rows: readonly Row[], key: RowKey<Row>): Digest {
  return rootOver(leavesOf(rows, key));
}

/** A list as the manifest quotes it: how many rows, and their root. */
export function rooted<Row>(rows: readonly Row[], key: RowKey<Row>): Rooted {
  return { n: rows.length, root: root(rows, key) };
}

function byKey(a: readonly string[], b: readonly string[]): number {
  for (const [i, part] of a.entries()) {
    const order = byText(part, b[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
