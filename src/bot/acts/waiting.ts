// A word of a button said alone: the only work of its kind that waits for who said it.
import { openingOf } from '../../cards/work-rows.ts';
import type { Notice } from '../../domain/notice.ts';
import { itemsFor, openWork } from '../../domain/open-work.ts';
import { readWorkFacts } from '../../flows/work-facts.ts';
import { SPOKEN } from '../../words/spoken.ts';
import { refusedNotice, type Turn } from '../turn.ts';

/** The act that opens it; the list of open work if several wait; a refusal that says so if none does. */
export async function onlyWork({ office, by }: Turn, word: string): Promise<ReturnType<typeof openingOf> | Notice> {
  const kinds = SPOKEN[word]?.kinds ?? [];
  const facts = await office.store.read((books) => readWorkFacts(books, office, office.now()));
  const items = itemsFor(by.id, openWork(facts), facts).filter(({ kind }) => kinds.includes(kind));
  const [only, more] = items;
  if (!only) return refusedNotice({ kind: 'nothing-waits', word });
  return more ? { face: 'my-work', about: by.id } : openingOf(only);
}
