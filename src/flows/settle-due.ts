// 到时开签: where the ingredients come from outside, the clock opens the draw by itself, so that nobody who knows the result can sit on it (SSJ-1, RESULT).
import { settleInput, settlesAt } from '../domain/draw-result.ts';
import { StaleRow } from '../store/books.ts';
import { checkClock } from './clock-check.ts';
import { ingredientsOf, recordMade } from './ingredients.ts';
import type { Office } from './office.ts';
import { settleInBooks } from './settling.ts';

/** Settles what is due; answers the numbers. A request to void that nobody has agreed to by then holds nothing up: it could be a way to wait. */
export async function settleDue(office: Office): Promise<readonly string[]> {
  const due = await office.store.read(async (books) => {
    const found: string[] = [];
    for (const draw of await books.draws.all()) {
      if (draw.state !== 'closed') continue;
      const at = settlesAt(draw, await ingredientsOf(books, draw.number), office.rules.settleMinutes);
      if (at !== null && office.now() >= at) found.push(draw.number);
    }
    return found;
  });
  const settled: string[] = [];
  for (const number of due) if (await settleOne(office, number)) settled.push(number);
  return settled;
}

async function settleOne(office: Office, number: string): Promise<boolean> {
  const ready = await office.store.read(async (books) => {
    const draw = await books.draws.get(number);
    return draw && { version: draw.version, input: settleInput(draw, await ingredientsOf(books, number)) };
  });
  if (!ready?.input.ok) return false;
  const made = await recordMade(office, ready.input.value);
  const at = office.now();
  try {
    return await office.store.work(async (books) => {
      const draw = await books.draws.get(number);
      const task = draw && (await books.tasks.get(draw.task));
      if (!draw || !task || draw.version !== ready.version || (await checkClock(books, at))) return false;
      await settleInBooks(books, office, { draw, task, ...made }, 'system', at);
      return true;
    });
  } catch (error) {
    // Somebody pressed at the same moment: it is settled.
    if (error instanceof StaleRow) return false;
    throw error;
  }
}
