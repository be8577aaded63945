// Cards that still ask for something although the platform is about to let them die (product, "Reminders").
import type { Face, Recipient } from './notice.ts';
import type { Person, PersonId } from './person.ts';
import type { WorkKind } from './work.ts';
import type { Work } from './work-facts.ts';

/** A platform card can be changed for 14 days; it is sent again when it is that old. */
export const CARD_DAYS = 12;

/** The card on which each kind of work was asked for; null where only the digest asks. */
const CARD_OF: Readonly<Record<WorkKind, Face | null>> = {
  'approve-task': 'task',
  'lock-draw': 'task',
  contribute: 'contribute',
  'type-beacon': null,
  'paste-beacon': 'lock',
  'settle-draw': 'lock',
  'confirm-draw': 'confirm',
  answer: 'assignment',
  'decide-change': 'change',
  'record-above': 'change',
  'confirm-above': 'change',
  'approve-visits': 'task',
  'serve-notice': 'assignment',
  visit: 'assignment',
  'fill-findings': 'assignment',
  cosign: 'cosign',
  review: 'review',
  'propose-publication': 'result',
  'approve-publication': 'publication',
  'place-publication': 'publication',
  'report-rectification': 'rectification',
  'follow-up': 'rectification',
  'decide-measure': 'measure',
  'take-measure': 'measure',
  'certificate-expiring': null,
  'licence-expiring': null,
  'list-outdated': null,
  'draws-missing': null,
};

/** Which card of which subject asks whom: each combination once. */
export interface AskingCard {
  readonly face: Face;
  readonly about: string;
  readonly people: ReadonlySet<PersonId>;
}

/** The cards behind open work. */
export function askingCards(work: readonly Work[]): readonly AskingCard[] {
  const cards = new Map<string, { readonly face: Face; readonly about: string; readonly people: Set<PersonId> }>();
  for (const one of work) {
    const face = CARD_OF[one.kind];
    if (face === null) continue;
    const key = `${face} ${one.about}`;
    const card = cards.get(key) ?? { face, about: one.about, people: new Set() };
    for (const person of one.for) card.people.add(person);
    cards.set(key, card);
  }
  return [...cards.values()];
}

/** Whose chat a message went to; null for a group. */
export function readerOf(to: Recipient, people: readonly Person[]): PersonId | null {
  if (to.kind === 'person') return to.person;
  if (to.kind === 'chat') return null;
  return people.find((person) => person[to.platform] === to.account)?.id ?? null;
}
