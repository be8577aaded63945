// RFC 6962's Merkle tree over leaf digests: its root, how it grows, and the two proofs it allows (§2.1, §2.1.1, §2.1.2).
import { hash } from 'node:crypto';
import type { Digest } from '../record.ts';

/** The digest of a leaf: SHA-256 of `00` and the UTF-8 of its text. 32 bytes. */
export function leafDigest(text: string): Buffer {
  return sha256(`\0${text}`);
}

/** Joining neighbours and carrying an odd last one up gives RFC 6962's tree: its left half is always the largest power of two. */
function nextLevel(level: readonly Buffer[]): Buffer[] {
  const next: Buffer[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i] as Buffer;
    const right = level[i + 1];
    next.push(right ? joined(left, right) : left);
  }
  return next;
}

/** The root over leaf digests; SHA-256 of nothing where there are none. 64 hex characters. */
export function rootOver(leaves: readonly Buffer[]): Digest {
  if (leaves.length === 0) return hash('sha256', '', 'hex');
  let level = leaves;
  while (level.length > 1) level = nextLevel(level);
  return (level[0] as Buffer).toString('hex');
}

/** The digests with which leaf `index` (0-based, below the number of leaves) leads to the root, from the leaf upwards. */
export function auditPath(leaves: readonly Buffer[], index: number): readonly Digest[] {
  const path: Digest[] = [];
  let at = index;
  for (let level = leaves; level.length > 1; level = nextLevel(level)) {
    const sibling = level[at ^ 1];
    if (sibling) path.push(sibling.toString('hex'));
    at >>= 1;
  }
  return path;
}

/** The digests which show that the tree over the first `size` leaves is the beginning of the tree over all; 0 < size ≤ leaves. */
export function consistencyPath(leaves: readonly Buffer[], size: number): readonly Digest[] {
  const proof = (from: readonly Buffer[], old: number, isWhole: boolean): readonly Digest[] => {
    if (old === from.length) return isWhole ? [] : [rootOver(from)];
    const half = largestPowerBelow(from.length);
    const [left, right] = [from.slice(0, half), from.slice(half)];
    return old <= half ? [...proof(left, old, isWhole), rootOver(right)] : [...proof(right, old - half, false), rootOver(left)];
  };
  return proof(leaves, size, true);
}

/** A tree that can grow: its size, and the roots of its perfect subtrees, largest first. Their sizes are the binary digits of the size. */
export interface Tree {
  readonly size: number;
  readonly frontier: readonly Digest[];
}

/** The tree over nothing. */
export const EMPTY_TREE: Tree = { size: 0, frontier: [] };

/** The tree with more leaves; only log₂(size) digests of the old one are needed for it. */
export function grow({ size, frontier }: Tree, leaves: readonly Buffer[]): Tree {
  const peaks: Buffer[] = frontier.map((digest) => Buffer.from(digest, 'hex'));
  for (const [i, leaf] of leaves.entries()) {
    let node = leaf;
    for (let full = size + i; full % 2 === 1; full = (full - 1) / 2) node = joined(peaks.pop() as Buffer, node);
    peaks.push(node);
  }
  return { size: size + leaves.length, frontier: peaks.map((digest) => digest.toString('hex')) };
}

/** The root of a tree. */
export function rootOf({ frontier }: Tree): Digest {
  if (frontier.length === 0) return hash('sha256', '', 'hex');
  const peaks: Buffer[] = frontier.map((digest) => Buffer.from(digest, 'hex'));
  return peaks.reduceRight((right, left) => joined(left, right)).toString('hex');
}

/** `01`, and room for two digests: hashing is done with it before anything else can be written there. */
const both = Buffer.alloc(65, 1);

function joined(left: Buffer, right: Buffer): Buffer {
  both.set(left, 1);
  both.set(right, 33);
  return sha256(both);
}

/** By way of a text of bytes: six times as fast as asking `hash` for a buffer. */
function sha256(data: string | Buffer): Buffer {
  return Buffer.from(hash('sha256', data, 'binary'), 'binary');
}

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
