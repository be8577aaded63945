// 到时封存: the clock itself closes the contributions in time: before a beacon from outside exists, and before anybody can choose when (SSJ-1, CLOSE).
import { beaconTime } from '../domain/beacon-plan.ts';
import { mayClose, waitsUntil } from '../domain/ceremony.ts';
import { StaleRow } from '../store/books.ts';
import { checkClock } from './clock-check.ts';
import { closeByClock } from './closing.ts';
import type { Office } from './office.ts';

/** Closes what is due and names the absent; answers the numbers. A draw whose beacon is public already is left: it can only be voided. */
export async function closeDue(office: Office): Promise<readonly string[]> {
  const now = office.now();
  const { witnessMinutes } = office.rules;
  const due = await office.store.read(async (books) =>
    (await books.draws.all()).filter((draw) => draw.state === 'locked' && now >= waitsUntil(draw, witnessMinutes)),
  );
  const closed: string[] = [];
  for (const { number } of due) if (await closeOne(office, number, now)) closed.push(number);
  return closed;
}

async function closeOne(office: Office, number: string, now: Date): Promise<boolean> {
  try {
    return await office.store.work(async (books) => {
      const draw = await books.draws.get(number);
      const task = draw && (await books.tasks.get(draw.task));
      if (!draw || !task || (await checkClock(books, now))) return false;
      const given = await books.draws.contributions(number);
      const absent = mayClose(draw, given, beaconTime(draw, task), now, office.rules.witnessMinutes);
      if (!absent.ok) return false;
      await closeByClock(books, office, draw, given, absent.value, now);
      return true;
    });
  } catch (error) {
    // The last witness was quicker: it is closed.
    if (error instanceof StaleRow) return false;
    throw error;
  }
}
