// 登记公示地址: records on which page of which channel a result was put, and when (Art. 14).
import type { Person } from '../domain/person.ts';
import type { Channel, Publication } from '../domain/publication.ts';
import { type PlaceOfPublication, placed } from '../domain/publication-rules.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** The address becomes a link on public pages. */
export function placePublication(
  office: Office,
  by: Person,
  id: string,
  version: number,
  channel: Channel,
  place: PlaceOfPublication,
): Answer<Publication> {
  return change(office, by, 'place-publication', async (books, at) => {
    const before = await books.publications.get(id);
    if (!before) return notFound('publication', id);
    const next = placed(before, version, channel, place, { by: by.id, at });
    if (!next.ok) return next;
    const row = await books.publications.replace(next.value);
    const facts = { channel, address: place.address.trim(), on: place.on };
    await books.ledger.add({ what: 'publication-placed', by: by.id, about: id, facts }, at);
    return ok(row);
  });
}
