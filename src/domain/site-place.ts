// Where the public site as a whole was put, for a bureau whose own server nobody outside can reach (Art. 14).
import type { Day } from './day.ts';
import { isAddress } from './publication-rules.ts';
import type { Refusal } from './refusal.ts';
import { fail, ok, type Result } from './result.ts';
import { checkDay } from './visit-rules.ts';

/** A web address, and the day on which the files were put there. */
export interface SitePlace {
  readonly address: string;
  readonly on: Day;
}

/** The place as it is kept: a true web address, a day that is not to come. */
export function sitePlaced({ address, on }: SitePlace, today: Day): Result<SitePlace, Refusal> {
  const place = { address: address.trim(), on };
  if (!isAddress(place.address)) return fail({ kind: 'bad-field', name: 'address' });
  return checkDay('on', on, null, today) ?? ok(place);
}

/** What the note about it says; null while there is none. */
export function readSitePlace(note: string | null): SitePlace | null {
  return note === null ? null : (JSON.parse(note) as SitePlace);
}

/** The name of that note. */
export const SITE_PLACE_NOTE = 'site-placed';
