// Not this: every k-th row from one start by chance, as a provincial platform draws institutions. Written from a description of what it does.
import type { ObjectCase, ObjectDraw } from './cases.ts';
import { counterDigest, numberBelow } from './counter.ts';

/** One chance for the whole draw. Above a half, it is the rows left out that are skipped through. There are no reserves. */
export function skipSampling({ name, pool, quota }: ObjectCase): ObjectDraw {
  const rows = Array.from({ length: pool }, (_, i) => i);
  const picked = quota * 2 > pool ? pool - quota : quota;
  const step = Math.floor(pool / picked);
  return (counter) => {
    const start = numberBelow(step, counterDigest(`${name}:skip`, counter));
    const hit = new Set(Array.from({ length: picked }, (_, i) => start + i * step));
    return { drawn: rows.filter((row) => hit.has(row) === (picked === quota)), reserve: [] };
  };
}
