// 见证超时: once a draw's time for witnessing is up, its operator gets the card that now lets him close it, or tells him why it cannot.
import { missingOf, waitsUntil } from '../domain/ceremony.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** The numbers of the draws that are told about now; each is told about once. Safe to call at any time, any number of times. */
export async function sayWitnessesLate(office: Office): Promise<readonly string[]> {
  const now = office.now();
  const late = await office.store.read(async (books) => {
    const found: string[] = [];
    for (const draw of await books.draws.all()) {
      if (draw.state !== 'locked' || now <= waitsUntil(draw, office.rules.witnessMinutes)) continue;
      if ((await books.notes.get(noteOf(draw.number))) === null) found.push(draw.number);
    }
    return found;
  });
  if (late.length === 0) return [];
  return office.store.work(async (books) => {
    const told: string[] = [];
    for (const number of late) {
      const draw = await books.draws.get(number);
      if (draw?.state !== 'locked' || missingOf(draw, await books.draws.contributions(number)).length === 0) continue;
      if (!(await books.notes.once(noteOf(number), now.toISOString()))) continue;
      await tell(books, now, 'witnesses-late', [{ to: people([draw.lockedBy]), face: 'lock', about: number }]);
      told.push(number);
    }
    return told;
  });
}

function noteOf(number: string): string {
  return `witnesses-late:${number}`;
}
