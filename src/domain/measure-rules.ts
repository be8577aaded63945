// What each kind of measure needs: one table, read by the ladder, the steps, the cards and the papers (Art. 16, 17).
import type { Institution, InstitutionStatus } from './institution.ts';
import type { Measure, MeasureKind } from './measure.ts';

/** The rules of one kind. */
export interface MeasureRule {
  /** Article of 西司文(2020)9号. */
  readonly article: string;
  /** A head other than the maker decides it. */
  readonly needsHead: boolean;
  /** Notice goes before it, and an objection window (河南省社会信用条例 §28). */
  readonly needsNotice: boolean;
  /** How it ends: never by itself, by a receipt or reply, by its day, by a measure of its own. */
  readonly ends: 'never' | 'receipt' | 'day' | 'exit';
  /** It asks for a day: a deadline, or the end of the listing. */
  readonly needsUntil: boolean;
  /** People who must be named. */
  readonly people: number;
  readonly needsEvidence: boolean;
  /** The standing it gives the institution while it is in force. */
  readonly status: Extract<InstitutionStatus, 'abnormal' | 'blacklisted'> | null;
  /** True if the public may learn of it while it is in force. */
  readonly isPublic: boolean;
}

const PLAIN: MeasureRule = {
  article: '17.1',
  needsHead: true,
  needsNotice: false,
  ends: 'never',
  needsUntil: false,
  people: 0,
  needsEvidence: false,
  status: null,
  isPublic: false,
};

/** Every kind and its rules. A reminder and a talk need no head of their own: he approved the outcome they follow. */
export const MEASURE_RULES: Readonly<Record<MeasureKind, MeasureRule>> = {
  reminder: { ...PLAIN, needsHead: false, needsUntil: true },
  talk: { ...PLAIN, needsHead: false, needsUntil: true, people: 2 },
  licence: { ...PLAIN, article: '16.2', needsHead: false },
  case: { ...PLAIN, article: '16.3' },
  advice: { ...PLAIN, article: '16.3', ends: 'receipt' },
  transfer: { ...PLAIN, article: '16.4', ends: 'receipt' },
  abnormal: { ...PLAIN, article: '17.2', needsNotice: true, ends: 'exit', needsUntil: true, status: 'abnormal', isPublic: true },
  'abnormal-exit': { ...PLAIN, article: '17.2' },
  credit: { ...PLAIN, article: '16.6', needsNotice: true, ends: 'day', needsUntil: true, people: 2, isPublic: true },
  penalty: { ...PLAIN, article: '17.3', isPublic: true },
  blacklist: { ...PLAIN, article: '17.3', needsNotice: true, ends: 'exit', needsUntil: true, status: 'blacklisted', isPublic: true },
  'blacklist-exit': { ...PLAIN, article: '17.3' },
};

/** Which listing an exit takes back. */
export const EXIT_OF: Readonly<Partial<Record<MeasureKind, MeasureKind>>> = {
  'abnormal-exit': 'abnormal',
  'blacklist-exit': 'blacklist',
};

/** The institution's standing under the measures in force. Who is closed, suspended or gone stays so; nothing here touches a draw of the past. */
export function standingUnder(institution: Institution, measures: readonly Measure[]): InstitutionStatus {
  if (institution.status === 'suspended' || institution.status === 'cancelled' || institution.status === 'moved') return institution.status;
  const inForce = measures.filter(({ state }) => state === 'done').map(({ kind }) => MEASURE_RULES[kind].status);
  if (inForce.includes('blacklisted')) return 'blacklisted';
  return inForce.includes('abnormal') ? 'abnormal' : 'normal';
}
