// 取末项: the clock asks drand's public addresses for the rounds that draws wait for. What they answer is checked like anything pasted.
import { beaconTime } from '../domain/beacon-plan.ts';
import { awaitedRound, randomnessOf } from '../domain/drand-paste.ts';
import type { Books } from '../store/books.ts';
import { checkClock } from './clock-check.ts';
import { keepBeacon } from './keeping.ts';
import type { Office } from './office.ts';

interface Awaited {
  readonly number: string;
  readonly round: number;
}

/** Fetches what is due and not there yet; answers the numbers of the draws that got their beacon. Safe to call at any time. */
export async function fetchBeacons(office: Office): Promise<readonly string[]> {
  const due = await office.store.read((books) => awaitedNow(books, office.now()));
  const taken: string[] = [];
  for (const { number, round } of due) if (await fetchOne(office, number, round)) taken.push(number);
  return taken;
}

async function awaitedNow(books: Books, now: Date): Promise<readonly Awaited[]> {
  const found: Awaited[] = [];
  for (const { number, state, manifest, closedAt } of await books.draws.all()) {
    const isWaiting = manifest.entropy.mode === 'drand' && state !== 'settled' && closedAt !== null;
    if (!isWaiting || (await books.beacons.get(number)) !== null) continue;
    const draw = await books.draws.get(number);
    const task = draw && (await books.tasks.get(draw.task));
    const at = draw && task && beaconTime(draw, task);
    if (!draw || !at || now < at) continue;
    const awaited = awaitedRound(draw, at, now);
    if (awaited.ok) found.push({ number, round: awaited.value });
  }
  return found;
}

async function fetchOne(office: Office, number: string, round: number): Promise<boolean> {
  const found = await office.drand.fetch(round);
  if (found === null || !(await office.drand.isSigned(round, found.signature))) return false;
  const { signature, from } = found;
  const at = office.now();
  return office.store.work(async (books) => {
    const draw = await books.draws.get(number);
    if (draw === null || (await checkClock(books, at))) return false;
    return keepBeacon(books, draw, { draw: number, round, randomness: randomnessOf(signature), signature, from, by: 'system', at });
  });
}
