// RFC 6962's two proofs, checked as RFC 9162 §2.1.3.2 and §2.1.4.2 write it: a leaf is in a tree; a tree is the beginning of another.
import { fromHex, sha256Bytes, toHex, utf8 } from './sha256.ts';

/** A claim that a leaf, given by its digest, stands at a place (0-based) of a tree of so many leaves. Digests are hex. */
export interface Claim {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}

/** A tree by its size and root. */
export interface Tree {
  readonly size: number;
  readonly root: string;
}

/** The digest of a leaf: SHA-256 of `00` and the UTF-8 of its text. */
export function leafOf(text: string): string {
  return toHex(sha256Bytes(utf8(`\0${text}`)));
}

/** True if the path leads from the leaf to that root. */
export function leadsTo({ leaf, index, size, path }: Claim, root: string): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let place = index;
  let last = size - 1;
  let found = leaf;
  for (const other of path) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      found = above(other, found);
      for (; !isOdd(place) && place !== 0; last = half(last)) place = half(place);
    } else found = above(found, other);
    place = half(place);
    last = half(last);
  }
  return last === 0 && found === root;
}

/** True if the path shows that the old tree's leaves are the first leaves of the tree now. */
export function followsFrom({ old, now, path }: { readonly old: Tree; readonly now: Tree; readonly path: readonly string[] }): boolean {
  if (!isCount(old.size) || !isCount(now.size) || old.size < 1 || old.size > now.size) return false;
  if (old.size === now.size) return path.length === 0 && old.root === now.root;
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...path] : path;
  if (first === undefined || path.length === 0) return false;
  let place = old.size - 1;
  let last = now.size - 1;
  for (; isOdd(place); last = half(last)) place = half(place);
  let [wasRoot, isRoot] = [first, first];
  for (const other of rest) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      wasRoot = above(other, wasRoot);
      isRoot = above(other, isRoot);
      for (; !isOdd(place) && place !== 0; last = half(last)) place = half(place);
    } else isRoot = above(isRoot, other);
    place = half(place);
    last = half(last);
  }
  return last === 0 && wasRoot === old.root && isRoot === now.root;
}

function above(left: string, right: string): string {
  return toHex(sha256Bytes(fromHex(`01${left}${right}`)));
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isOdd(n: number): boolean {
  return n % 2 === 1;
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(Math.log2(n));
}
