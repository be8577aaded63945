// Chance for measurements that anyone gets again: the SHA-256 of a name and a counter, nothing else.
import { createHash } from 'node:crypto';

/** The counter's digest, hex: the seed of the draw of that number in the case of that name. */
export function counterDigest(name: string, counter: number): string {
  return createHash('sha256').update(`fairness:${name}:${counter}`).digest('hex');
}

/** A whole number from 0 to below `below`, from the first 52 bits of a digest: for small bounds as good as uniform. */
export function numberBelow(below: number, digest: string): number {
  return Math.floor((Number.parseInt(digest.slice(0, 13), 16) / 2 ** 52) * below);
}

/** 0 … size − 1 in an order by chance (Fisher and Yates), for the comparisons. */
export function shuffled(size: number, name: string, counter: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let last = size - 1; last > 0; last -= 1) {
    const other = numberBelow(last + 1, counterDigest(`${name}:${last}`, counter));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
