// 提醒: writes today's digests. What is due comes from the books, so a missed tick, a restart or a second process neither loses nor repeats one.
import { calendarOf } from '../domain/calendar.ts';
import { dayOf } from '../domain/day.ts';
import type { Refusal } from '../domain/refusal.ts';
import { digestRows, isTimeToRemind } from '../domain/reminders.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Office } from './office.ts';
import { readWorkFacts } from './work-facts.ts';

/** How many digests were written now. */
export interface Reminded {
  readonly written: number;
}

/** Writes one outbox row for each person with something due, on working days from the hour on. Safe to call at any time, any number of times. */
export async function remind(office: Office, now: Date = office.now()): Promise<Result<Reminded, Refusal>> {
  const isTime = isTimeToRemind(now, office.rules.reminders, calendarOf(office.rules.calendar));
  if (!isTime.ok) return isTime;
  if (!isTime.value) return ok({ written: 0 });
  const rows = await office.store.read(async (books) => {
    const due = digestRows(await readWorkFacts(books, office, now));
    const missing = [];
    for (const row of due) if ((await books.outbox.get(row.key)) === null) missing.push(row);
    return missing;
  });
  if (rows.length === 0) return ok({ written: 0 });
  return office.store.work(async (books) => {
    let written = 0;
    for (const { key, person, day, items } of rows) {
      const notice = { face: 'digest', about: person, extra: { day, count: items.length } } as const;
      if (await books.outbox.add({ key, to: { kind: 'person', person }, notice, madeAt: now })) written += 1;
    }
    if (written > 0) await books.ledger.add({ what: 'reminded', by: 'system', about: dayOf(now), facts: { digests: written } }, now);
    return ok({ written });
  });
}
