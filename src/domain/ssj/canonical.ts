// One text for one value (RFC 8785, restricted by SSJ-1 to what every language writes alike), and the digest of a text.
import { createHash, hash } from 'node:crypto';
import type { Digest } from '../record.ts';
import { isWellFormed } from './texts.ts';

/**
 * `J(x)`: the canonical JSON text of strings, integers |n| ≤ 2^53−1, booleans, null, lists, and objects with ASCII keys.
 * @throws RangeError on anything else (a float, a lone surrogate, undefined): whoever hashes has looked at his input before.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (!isWellFormed(value)) throw new RangeError('canonical: lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new RangeError(`canonical: not an exact integer: ${value}`);
      return String(value);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
      return canonicalObject(value as Record<string, unknown>);
    default:
      throw new RangeError(`canonical: no text for ${typeof value}`);
  }
}

/** Printable ASCII, as RFC 8785's order of keys is then the same in UTF-8, UTF-16 and code points. */
const ASCII = /^[\x20-\x7e]*$/;

/** A key, and how its member begins. */
type Member = readonly [key: string, opening: string];

/** Members in their order, by how objects list their keys: the rows of a list look alike. Emptied before strangers could fill it. */
const shapes = new Map<string, readonly Member[]>();
const SHAPES_MAX = 256;

function canonicalObject(object: Readonly<Record<string, unknown>>): string {
  const members: string[] = [];
  // Joined at the end: a text that grows piece by piece is slow to hash.
  for (const [key, opening] of membersOf(Object.keys(object))) members.push(opening + canonical(object[key]));
  return `{${members.join(',')}}`;
}

function membersOf(keys: readonly string[]): readonly Member[] {
  const listed = keys.join('\0');
  const known = shapes.get(listed);
  // As many keys: so none of them holds the sign they are joined by, and they are the same.
  if (known?.length === keys.length) return known;
  if (!keys.every((key) => ASCII.test(key))) throw new RangeError('canonical: key is not ASCII');
  const members = keys.toSorted().map((key): Member => [key, `${JSON.stringify(key)}:`]);
  if (shapes.size >= SHAPES_MAX) shapes.clear();
  shapes.set(listed, members);
  return members;
}

/** `H(s)`: lowercase hex SHA-256 of the UTF-8 of a well-formed text. */
export function digest(text: string): Digest {
  return hash('sha256', text, 'hex');
}

/** `H(J(x))`. */
export function digestOf(value: unknown): Digest {
  return digest(canonical(value));
}

/** SM3 of `J(x)`: the national digest, shown beside the other for whoever must use it. */
export function sm3Of(value: unknown): Digest {
  return createHash('sm3').update(canonical(value)).digest('hex');
}

/** The international and the national digest of one text. */
export interface DigestPair {
  readonly sha256: Digest;
  readonly sm3: Digest;
}

/** Both digests of `J(x)`, for which a big value is written out once. */
export function digestPairOf(value: unknown): DigestPair {
  const text = canonical(value);
  return { sha256: digest(text), sm3: createHash('sm3').update(text).digest('hex') };
}
