// 作废的签的结果: with its last ingredient a void draw's record is computed and published, so that voiding hides no outcome (SSJ-1, "An abort after LOCK").
import { announcementOf } from '../domain/announcement.ts';
import { outcomeInput } from '../domain/draw-result.ts';
import { digestOf } from '../domain/ssj/canonical.ts';
import { announce } from './announce.ts';
import { ingredientsOf, recordOf } from './ingredients.ts';
import type { Office } from './office.ts';
import { group, tell } from './tell.ts';

/** Publishes what has become complete; answers the numbers. The server's secret is opened with it. Safe to call at any time. */
export async function publishVoidOutcomes(office: Office): Promise<readonly string[]> {
  const open = await office.store.read(async (books) => {
    const found: string[] = [];
    for (const { number, state, closedAt } of await books.draws.all()) {
      if (state === 'void' && closedAt !== null && (await books.outcomes.get(number)) === null) found.push(number);
    }
    return found;
  });
  const published: string[] = [];
  for (const number of open) if (await publishOne(office, number)) published.push(number);
  return published;
}

async function publishOne(office: Office, number: string): Promise<boolean> {
  const input = await office.store.read(async (books) => {
    const draw = await books.draws.get(number);
    return draw && outcomeInput(draw, await ingredientsOf(books, number));
  });
  if (!input?.ok) return false;
  const record = await recordOf(office, input.value);
  const at = office.now();
  return office.store.work(async (books) => {
    const draw = await books.draws.get(number);
    if (!draw || !(await books.outcomes.add({ draw: number, record, at }))) return false;
    const facts = { record: digestOf(record), seed: record.seed };
    await books.ledger.add({ what: 'void-outcome-published', by: 'system', about: number, facts }, at);
    await tell(books, at, 'void-outcome', [{ to: await group(books), face: 'lock', about: number }]);
    await announce(books, office.signer, announcementOf('outcome', { ...draw, record }, at));
    return true;
  });
}
