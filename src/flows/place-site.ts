// 登记网站上传: records where the files of the public site were put, and on which day (Art. 14).
import { dayOf } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';
import { SITE_PLACE_NOTE, type SitePlace, sitePlaced } from '../domain/site-place.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** The latest place stands at the foot of every page; the ledger keeps all of them. */
export function placeSite(office: Office, by: Person, place: SitePlace): Answer<SitePlace> {
  return change(office, by, 'place-publication', async (books, at) => {
    const next = sitePlaced(place, dayOf(at));
    if (!next.ok) return next;
    await books.notes.put(SITE_PLACE_NOTE, JSON.stringify(next.value));
    await books.ledger.add({ what: 'site-placed', by: by.id, about: 'site', facts: { ...next.value } }, at);
    return next;
  });
}
