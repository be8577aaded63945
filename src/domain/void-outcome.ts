// What of a void draw's ingredients exists: its outcome is published with the last of them, so that voiding hides nothing (SSJ-1, "An abort after LOCK").

import type { Draw } from './draw.ts';
import { type Ingredients, lastIngredient } from './draw-result.ts';
import { unreachable } from './result.ts';

/** Where the outcome of a void draw stands: `complete` can be computed; `coming` may still come; the rest never comes. */
export type VoidStanding = 'complete' | 'drand-coming' | 'lottery-coming' | 'dice-coming' | 'never-sealed' | 'dice-never-typed';

/** Which it is. Once the draw is void nobody can contribute any more; drand and a lottery come whatever people do, and dice that one witness has typed can be typed by the other. */
export function voidStanding(draw: Pick<Draw, 'closedAt' | 'manifest' | 'witnesses'>, ingredients: Ingredients): VoidStanding {
  if (draw.closedAt === null) return 'never-sealed';
  if (lastIngredient(draw, ingredients).ok) return 'complete';
  const { mode } = draw.manifest.entropy;
  switch (mode) {
    case 'drand':
      return 'drand-coming';
    case 'lottery':
      return 'lottery-coming';
    case 'dice':
      return ingredients.typed.length > 0 ? 'dice-coming' : 'dice-never-typed';
    case 'witness':
      return 'complete';
    default:
      return unreachable(mode);
  }
}
