// The journal (办理记录): guidance, contact attempts, warnings and complaints, each a line that is never changed (Art. 12, 15, 16).
import type { AssignmentId } from './assignment.ts';
import { type Day, dayOf } from './day.ts';
import type { InstitutionId } from './institution.ts';
import type { PersonId } from './person.ts';
import type { Refusal } from './refusal.ts';
import { checkWords } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import type { TaskId } from './task.ts';
import { checkDay } from './visit-rules.ts';

/** 指导 联系 警告 投诉. */
export const JOURNAL_KINDS = ['guidance', 'contact', 'warning', 'complaint'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** 建议 辅导 提醒 规劝 示范 公示 (Art. 15). */
export const GUIDANCE_KINDS = ['advise', 'coach', 'remind', 'urge', 'show', 'publicise'] as const;
export type GuidanceKind = (typeof GUIDANCE_KINDS)[number];

/** One line of it. */
export interface JournalEntry {
  readonly id: string;
  readonly kind: JournalKind;
  readonly institution: InstitutionId | null;
  readonly assignment: AssignmentId | null;
  readonly task: TaskId | null;
  readonly guidance: GuidanceKind | null;
  /** The way of a contact (电话, 上门, 邮寄), where a complaint came from; '' where there is none. */
  readonly way: string;
  readonly on: Day;
  /** Files that prove a contact, by their ids. */
  readonly proof: readonly string[];
  readonly witnesses: readonly PersonId[];
  readonly words: string;
  readonly by: PersonId;
  readonly at: Date;
}

/** What somebody wants to write. */
export type JournalLine = Omit<JournalEntry, 'id' | 'by' | 'at'>;

/** Longest line. */
export const LINE_MAX = 500;

/** The entry, or what is missing in it. A day may lie in the past, never ahead. */
export function journalled(
  line: JournalLine,
  stamp: { readonly id: string; readonly by: PersonId; readonly at: Date },
): Result<JournalEntry, Refusal> {
  if (line.kind === 'guidance' && line.guidance === null) return fail({ kind: 'missing-fields', names: ['guidance'] });
  if (line.kind === 'contact' && line.way.trim() === '') return fail({ kind: 'missing-fields', names: ['way'] });
  const refusal = checkWords(line.words, 'words', LINE_MAX, true) ?? checkDay('on', line.on, null, dayOf(stamp.at));
  return refusal ?? ok({ ...line, ...stamp, words: line.words.trim(), way: line.way.trim() });
}

/** Days on which somebody tried to reach the institution and can prove it. */
export function contactDays(entries: readonly JournalEntry[]): readonly Day[] {
  const proven = entries.filter(({ kind, proof }) => kind === 'contact' && proof.length > 0);
  return [...new Set(proven.map(({ on }) => on))].sort();
}

/** Complaints about one institution since a day (Art. 12: 投诉举报多). */
export function complaintsSince(entries: readonly JournalEntry[], institution: InstitutionId, since: Day): number {
  return entries.filter((one) => one.kind === 'complaint' && one.institution === institution && one.on >= since).length;
}
