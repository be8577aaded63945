// 重发卡片: cards that still ask for something are sent again before the platform lets them die; once a working day it is looked what is that old.
import { askingCards, CARD_DAYS, readerOf } from '../domain/asking-card.ts';
import { calendarOf } from '../domain/calendar.ts';
import { dayOf } from '../domain/day.ts';
import type { Notice } from '../domain/notice.ts';
import { openWork } from '../domain/open-work.ts';
import type { PersonId } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { isTimeToRemind } from '../domain/reminders.ts';
import { ok, type Result } from '../domain/result.ts';
import type { WorkFacts } from '../domain/work-facts.ts';
import type { Books } from '../store/books.ts';
import type { Office } from './office.ts';
import { readWorkFacts } from './work-facts.ts';

interface OldCard {
  readonly person: PersonId;
  readonly notice: Notice;
  readonly sentAt: Date;
}

/** Writes an outbox row for each card that is too old and answers how many. Safe to call at any time, any number of times. */
export async function sendAgain(office: Office, now: Date = office.now()): Promise<Result<number, Refusal>> {
  const isTime = isTimeToRemind(now, office.rules.reminders, calendarOf(office.rules.calendar));
  if (!isTime.ok) return isTime;
  const note = `sent-again:${dayOf(now)}`;
  if (!isTime.value || (await office.store.read((books) => books.notes.get(note))) !== null) return ok(0);
  const old = await office.store.read(async (books) => oldCards(books, await readWorkFacts(books, office, now), now));
  return office.store.work(async (books) => {
    if (!(await books.notes.once(note, now.toISOString()))) return ok(0);
    let sent = 0;
    for (const { person, notice, sentAt } of old) {
      // The day of the dying card is in the key: what is sent again may grow old again.
      const key = `again:${notice.face}:${notice.about}:${person}:${dayOf(sentAt)}`;
      if (await books.outbox.add({ key, to: { kind: 'person', person }, notice, madeAt: now })) sent += 1;
    }
    return ok(sent);
  });
}

/** The newest card of each person and subject, where that is too old. What never came as a card stands in the digest. */
async function oldCards(books: Books, facts: WorkFacts, now: Date): Promise<readonly OldCard[]> {
  const oldest = now.getTime() - CARD_DAYS * 24 * 3600_000;
  const found: OldCard[] = [];
  for (const { face, about, people } of askingCards(openWork(facts))) {
    const newest = new Map<PersonId, Date>();
    for (const { to, sentAt } of await books.outbox.copies(face, about)) {
      const person = readerOf(to, facts.people);
      if (person === null || sentAt === null || !people.has(person)) continue;
      if (sentAt > (newest.get(person) ?? new Date(0))) newest.set(person, sentAt);
    }
    for (const [person, sentAt] of newest) if (sentAt.getTime() < oldest) found.push({ person, notice: { face, about }, sentAt });
  }
  return found;
}
