// Not this: a weight that no document names. One row's is a little more than the others', and nobody is told.
import type { ObjectCase, ObjectDraw } from './cases.ts';
import { counterDigest } from './counter.ts';

/** The first row's chance at each pick is `hundredths` hundredths of every other's. */
export function secretWeight({ name, pool, quota }: ObjectCase, hundredths: number): ObjectDraw {
  return (counter) => {
    const order = Array.from({ length: pool }, (_, row) => ({
      row,
      time: waiting(name, row, counter) / (row === 0 ? hundredths / 100 : 1),
    }))
      .sort((a, b) => a.time - b.time)
      .map(({ row }) => row);
    return { drawn: order.slice(0, quota), reserve: order.slice(quota) };
  };
}

/** An exponential waiting time: who comes first is then exactly by weight. */
function waiting(name: string, row: number, counter: number): number {
  const digest = counterDigest(`${name}:secret-weight:${row}`, counter);
  return -Math.log((Number.parseInt(digest.slice(0, 13), 16) + 1) / 2 ** 52);
}
