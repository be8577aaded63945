// The day's digest: who gets one, and what stands in it. One a person and working day, whatever ticks were missed.
import type { Calendar, NoHolidayData } from './calendar.ts';
import { clockOf, type Day, dayOf } from './day.ts';
import type { OfficeRules } from './office-rules.ts';
import { itemsFor, openWork } from './open-work.ts';
import type { PersonId } from './person.ts';
import { isHere } from './refused.ts';
import { ok, type Result } from './result.ts';
import type { WorkItem } from './work.ts';
import type { WorkFacts } from './work-facts.ts';

/** A digest to be sent; its key makes the second one of a day impossible. */
export interface DigestRow {
  readonly key: string;
  readonly person: PersonId;
  readonly day: Day;
  readonly items: readonly WorkItem[];
}

/** True on a working day from the hour on, outside the quiet hours (which may run over midnight). */
export function isTimeToRemind(now: Date, rules: OfficeRules['reminders'], calendar: Calendar): Result<boolean, NoHolidayData> {
  const clock = clockOf(now);
  const { at, quietFrom, quietTo } = rules;
  const isQuiet = quietFrom <= quietTo ? quietFrom <= clock && clock < quietTo : clock >= quietFrom || clock < quietTo;
  return clock < at || isQuiet ? ok(false) : calendar.isWorkingDay(dayOf(now));
}

/** Today's digests: for everyone with a chat account for whom something is due. Nothing due, no digest. */
export function digestRows(facts: WorkFacts): readonly DigestRow[] {
  const due = openWork(facts).filter((work) => work.isDue);
  return facts.people
    .filter((person) => isHere(person) && (person.feishu !== null || person.dingtalk !== null))
    .map((person) => ({
      key: digestKey(person.id, facts.today),
      person: person.id,
      day: facts.today,
      items: itemsFor(person.id, due, facts),
    }))
    .filter((row) => row.items.length > 0);
}

/** The outbox key of a person's digest of a day. */
export function digestKey(person: PersonId, day: Day): string {
  return `digest:${person}:${day}`;
}
