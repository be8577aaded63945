// What may be published of an inspection, by when, and where it was put (Art. 14).
import type { Assignment, Findings } from './assignment.ts';
import type { Calendar } from './calendar.ts';
import { type Day, dayOf } from './day.ts';
import type { Institution } from './institution.ts';
import type { Matter } from './matter.ts';
import { personalData } from './personal-data.ts';
import type { Problem } from './problem.ts';
import { CHANNELS, type Channel, type ChannelState, type Publication, type SixFields } from './publication.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, ownRequest, type Refused, stale, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import type { Decision } from './task.ts';
import { checkDay } from './visit-rules.ts';

/** What the six fields are written from. */
export interface PublicationFacts {
  readonly institution: Pick<Institution, 'name'>;
  readonly findings: Findings;
  readonly matters: readonly Matter[];
  readonly problems: readonly Problem[];
}

/** Writes the six fields in plain Chinese: `words/publication.ts`. */
export type WriteSixFields = (facts: PublicationFacts) => SixFields;

/** The fields of Art. 14, in its order. */
export const SIX_FIELDS = [
  'institution',
  'time',
  'method',
  'content',
  'result',
  'handling',
] as const satisfies readonly (keyof SixFields)[];

/** By when a reviewed inspection must be public: working days from the review. */
export function publicationDue(row: Pick<Assignment, 'review'>, workingDays: number, calendar: Calendar): Result<Day, Refusal> {
  if (row.review === null) return wrongState('assignment', 'cosigned', 'reviewed');
  return calendar.plusWorkingDays(dayOf(row.review.at), workingDays);
}

/** Refuses a field that is empty, and one that holds somebody's telephone or identity number. */
export function checkFields(fields: SixFields): Refused | null {
  const missing = SIX_FIELDS.filter((name) => fields[name].trim() === '');
  if (missing.length > 0) return fail({ kind: 'missing-fields', names: missing.map(fieldName) });
  for (const field of SIX_FIELDS) {
    const what = personalData(fields[field]);
    if (what !== null) return fail({ kind: 'personal-data', field: fieldName(field), what });
  }
  return null;
}

/** Apart from the fields of forms, of which one is called `result` too. */
function fieldName(name: keyof SixFields): string {
  return `six-${name}`;
}

/** A publication as an operator proposes it, of a reviewed inspection. */
export function proposed(row: Assignment, fields: SixFields, due: Day, decision: Decision): Result<Publication, Refusal> {
  if (row.state !== 'reviewed') return wrongState('assignment', row.state, 'reviewed');
  const refusal = checkFields(fields);
  if (refusal) return refusal;
  return ok({
    id: `${row.id}-P1`,
    assignment: row.id,
    task: row.task,
    category: row.category,
    institutionId: row.institution,
    fields,
    state: 'proposed',
    due,
    proposed: decision,
    approved: null,
    publishedOn: null,
    channels: CHANNELS.map((channel) => ({ channel, address: null, on: null, by: null })),
    version: 1,
  });
}

/** The publication once a head who did not propose it lets it out: from then on it stands on the office's own page, if that has an address. */
export function published(row: Publication, version: number, decision: Decision, site: string | null): Result<Publication, Refusal> {
  if (row.state === 'published') return alreadyDone();
  if (row.version !== version) return stale();
  if (row.proposed.by === decision.by) return ownRequest();
  const refusal = checkFields(row.fields);
  if (refusal) return refusal;
  const on = dayOf(decision.at);
  const channels =
    site === null
      ? row.channels
      : put(row.channels, { channel: 'page', address: `${site.replace(/\/$/, '')}/results`, on, by: decision.by });
  return ok({ ...row, state: 'published', approved: decision, publishedOn: on, channels });
}

/** True once every inspection of a task that took place is public. */
export function isAllPublished(assignments: readonly Assignment[], publications: readonly Publication[]): boolean {
  const out = new Set(publications.filter((one) => one.state === 'published').map((one) => one.assignment));
  return assignments.every((row) => row.state === 'replaced' || out.has(row.id));
}

/** Where somebody put a publication. */
export interface PlaceOfPublication {
  readonly address: string;
  readonly on: Day;
}

/** Longest address. */
export const ADDRESS_MAX = 500;

/** The publication with one more place where it stands. A later address replaces an earlier one; the ledger keeps both. */
export function placed(
  row: Publication,
  version: number,
  channel: Channel,
  place: PlaceOfPublication,
  decision: Pick<Decision, 'by' | 'at'>,
): Result<Publication, Refusal> {
  if (row.state !== 'published') return wrongState('publication', row.state, 'published');
  if (!CHANNELS.includes(channel)) return fail({ kind: 'bad-field', name: 'channel' });
  const state: ChannelState = { channel, address: place.address.trim(), on: place.on, by: decision.by };
  const before = row.channels.find((one) => one.channel === channel);
  if (before && before.address === state.address && before.on === state.on) return alreadyDone();
  if (row.version !== version) return stale();
  if (!isAddress(state.address)) return fail({ kind: 'bad-field', name: 'address' });
  const refusal = checkDay('on', place.on, row.publishedOn, dayOf(decision.at));
  return refusal ?? ok({ ...row, channels: put(row.channels, state) });
}

function put(channels: readonly ChannelState[], state: ChannelState): readonly ChannelState[] {
  return CHANNELS.flatMap((name) => (name === state.channel ? state : (channels.find((one) => one.channel === name) ?? [])));
}

/** A web address: it becomes a link, so nothing else will do. */
export function isAddress(text: string | null): boolean {
  return text !== null && text.length <= ADDRESS_MAX && URL.canParse(text) && /^https?:\/\/[^\s"'<>]+$/.test(text);
}
