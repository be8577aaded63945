// Not this: a fair draw that may be deleted and held again, without a trace, until it pleases.
import type { ObjectDraw } from './cases.ts';

/** Draws up to `times` and keeps the first in which the first row is not drawn; the last, if none pleases. */
export function redrawing(draw: ObjectDraw, times: number): ObjectDraw {
  return (counter) => {
    let kept = draw(counter * times);
    for (let again = 1; again < times && kept.drawn.includes(0); again += 1) kept = draw(counter * times + again);
    return kept;
  };
}
