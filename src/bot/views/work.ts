// Views of what waits for somebody: the list of open work, and the day's digest.
import type { Card } from '../../cards/card.ts';
import { digestFace } from '../../cards/faces/digest.ts';
import { myWorkFace } from '../../cards/faces/my-work.ts';
import { itemsFor, openWork as workOf } from '../../domain/open-work.ts';
import type { Person } from '../../domain/person.ts';
import type { WorkItem } from '../../domain/work.ts';
import { readWorkFacts } from '../../flows/work-facts.ts';
import { type Look, must } from './context.ts';

/** Everything that waits for this person, the most urgent first; `isDigest` leaves out what need not be said today. */
export async function openWork(look: Look, person: Person, isDigest = false): Promise<readonly WorkItem[]> {
  const facts = await readWorkFacts(look.books, look.office, look.office.now());
  const all = workOf(facts).filter((work) => !isDigest || work.isDue);
  return itemsFor(person.id, all, facts);
}

export async function myWorkView(look: Look): Promise<Card> {
  const person = look.viewer ?? (await must(look.books.people.get(look.about), 'person', look.about));
  return myWorkFace({ name: person.name, today: look.today, items: await openWork(look, person) });
}

export async function digestView(look: Look): Promise<Card> {
  const person = await must(look.books.people.get(look.about), 'person', look.about);
  return digestFace({ name: person.name, today: look.today, items: await openWork(look, person, true) });
}
