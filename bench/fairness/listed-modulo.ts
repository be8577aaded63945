// Not this: short tickets, and the list decides between equals. The bias on purpose by which the measurement itself is tried.
import type { ObjectCase, ObjectDraw } from './cases.ts';
import { counterDigest } from './counter.ts';

/** Tickets are digests modulo `modulus`; of equal tickets the row that is listed first comes first. */
export function listedModulo({ name, pool, quota }: ObjectCase, modulus: number): ObjectDraw {
  return (counter) => {
    const order = Array.from({ length: pool }, (_, row) => ({
      row,
      ticket: Number.parseInt(counterDigest(`${name}:${row}`, counter).slice(0, 12), 16) % modulus,
    }))
      .sort((a, b) => a.ticket - b.ticket || a.row - b.row)
      .map(({ row }) => row);
    return { drawn: order.slice(0, quota), reserve: order.slice(quota) };
  };
}
