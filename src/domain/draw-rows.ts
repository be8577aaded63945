// From the lists to the rows of a draw: who is in, who is not and why (Art. 7, 9, 12). Nothing here is chance.
import type { Assignment } from './assignment.ts';
import type { Day } from './day.ts';
import type { Institution, InstitutionId } from './institution.ts';
import type { Category, Person, PersonId } from './person.ts';
import type { RatioDocument, RatioRow } from './ratio-document.ts';
import type { InspectorRow, RosterRow, Rules, Stratum } from './record.ts';
import type { Refusal } from './refusal.ts';
import { fail, ok, type Result, unreachable } from './result.ts';

/**
 * The labels that say in a record why a row cannot be drawn. They are hashed with the row (draw-protocol, "Encoding"),
 * so they are data of the protocol and not wording: a changed label is another draw.
 */
export const EXCLUSIONS = {
  suspended: '停业',
  cancelled: '注销',
  moved: '迁出',
  inspected: '本年度已检查',
  uncertified: '未持执法证',
  lapsing: '执法证有效期不足',
  away: '请假',
  left: '离岗',
  witness: '本次见证人',
} as const;

/** The institutions of the task's categories as rows, in ascending id. */
export function rosterRows(
  institutions: readonly Institution[],
  categories: readonly Category[],
  inspected: ReadonlySet<InstitutionId>,
): readonly RosterRow[] {
  return institutions
    .filter((institution) => categories.includes(institution.category))
    .map((institution) => ({
      id: institution.id,
      name: institution.name,
      category: institution.category,
      risk: institution.risk,
      excluded: whyNotInspected(institution, inspected),
      forced: null,
    }))
    .sort(byId);
}

/** Abnormal and blacklisted institutions stay in, with unchanged odds (Art. 12). */
function whyNotInspected(institution: Institution, inspected: ReadonlySet<InstitutionId>): string | null {
  switch (institution.status) {
    case 'suspended':
    case 'cancelled':
    case 'moved':
      return EXCLUSIONS[institution.status];
    case 'normal':
    case 'abnormal':
    case 'blacklisted':
      return inspected.has(institution.id) ? EXCLUSIONS.inspected : null;
    default:
      return unreachable(institution.status);
  }
}

/** Institutions that were drawn for a visit in that year: one visit instead of five. A replaced one was not visited. */
export function inspectedIn(year: string, assignments: readonly Assignment[]): ReadonlySet<InstitutionId> {
  return new Set(assignments.filter((row) => row.state !== 'replaced' && row.to.slice(0, 4) === year).map((row) => row.institution));
}

/** Everyone with the role as rows, in ascending id. Without a limit of his own, a person may get every visit there is. */
export function inspectorRows(
  people: readonly Person[],
  until: Day,
  witnesses: readonly PersonId[],
  visits: number,
): readonly InspectorRow[] {
  return people
    .filter((person) => person.roles.includes('inspector'))
    .map((person) => ({
      id: person.id,
      lead: person.mayLead,
      categories: [...person.categories].sort(),
      cap: person.cap ?? Math.max(visits, 1),
      load: 0,
      excluded: witnesses.includes(person.id) ? EXCLUSIONS.witness : whyNotSent(person, until),
    }))
    .sort(byId);
}

/** Art. 7: only who holds a certificate can be drawn, and it has to last until the window ends. */
function whyNotSent(person: Person, until: Day): string | null {
  if (person.status !== 'active') return EXCLUSIONS[person.status];
  if (person.certificateState !== 'held') return EXCLUSIONS.uncertified;
  return isCertifiedOn(person, until) ? null : EXCLUSIONS.lapsing;
}

/** True if the person holds a certificate that is valid on that day. */
export function isCertifiedOn(person: Person, day: Day): boolean {
  return person.certificateState === 'held' && person.certificateUntil !== null && person.certificateUntil >= day;
}

/** The document's rules for these categories. Teams differ by category in the document, not in a draw: the stricter holds for all. */
export function rulesOf(document: RatioDocument, categories: readonly Category[], rows: readonly RosterRow[]): Result<Rules, Refusal> {
  const lines = document.rows.filter((line) => categories.includes(line.category));
  const unclear = rows.find((row) => lines.filter((line) => covers(line, row)).length !== 1);
  if (unclear) return fail({ kind: 'document-unclear', category: unclear.category, risk: unclear.risk });
  const odd = lines.find((line) => !isFraction(line));
  if (odd) return fail({ kind: 'document-unclear', category: odd.category, risk: odd.risk });
  const weights = weightsOf(lines);
  if (!weights.ok) return weights;
  return ok({
    document: document.id,
    strata: lines.map(stratumOf),
    weights: weights.value,
    team: { size: Math.max(2, ...lines.map((line) => line.teamSize)), lead: lines.some((line) => line.needsLead) },
  });
}

function isFraction({ num, den, min }: RatioRow): boolean {
  return [num, den, min].every((n) => Number.isSafeInteger(n) && n >= 0) && den >= 1 && num <= den;
}

function covers(line: RatioRow, row: RosterRow): boolean {
  return line.category === row.category && (line.risk === null || line.risk === row.risk);
}

function stratumOf(line: RatioRow): Stratum {
  const { category, risk, num, den, min, base } = line;
  return risk === null
    ? { id: category, category, num, den, min, base }
    : { id: `${category}.${risk}`, category, risk, num, den, min, base };
}

/** A record has one weight a risk class, so a document that gives two cannot be drawn by. */
function weightsOf(lines: readonly RatioRow[]): Result<Readonly<Record<string, number>>, Refusal> {
  const weights: Record<string, number> = {};
  for (const { category, risk, weight } of lines) {
    if (risk === null) continue;
    if (Object.hasOwn(weights, risk) && weights[risk] !== weight) return fail({ kind: 'document-unclear', category, risk });
    weights[risk] = weight;
  }
  return ok(weights);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
