// What a task must have before a head sees it, and who may decide it (Art. 5, 10, 11, 12).
import { type Day, isDay } from './day.ts';
import type { Matter } from './matter.ts';
import type { CategoryRule } from './office-rules.ts';
import type { Category, Person, PersonId } from './person.ts';
import type { RatioDocument } from './ratio-document.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, checkWords, ownRequest, type Refused, stale, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import type { Decision, LotteryChoice, Task } from './task.ts';

/** A task as its maker fills it in; the rest is the system's. */
export type TaskDraft = Pick<
  Task,
  'title' | 'kind' | 'categories' | 'document' | 'matters' | 'methods' | 'methodReason' | 'from' | 'to' | 'ownerUnit' | 'mode' | 'witnesses'
> & {
  /** In mode `lottery`: which game's draw, and on which day. */
  readonly lottery?: LotteryChoice;
};

/** What the books hold that a draft is checked against; absent rows are absent. */
export interface TaskGround {
  readonly today: Day;
  readonly maker: PersonId;
  readonly categories: readonly CategoryRule[];
  readonly document: RatioDocument | null;
  readonly matters: readonly Matter[];
  readonly people: readonly Person[];
}

/** Longest title, longest reason. */
export const TITLE_MAX = 60;
export const WORDS_MAX = 500;

/** Fewest witnesses of a draw, in every mode. */
export const WITNESSES_MIN = 2;

/** A draft that may go to a head, its texts trimmed; or why not. */
export function checkDraft(draft: TaskDraft, ground: TaskGround): Result<TaskDraft, Refusal> {
  const clean: TaskDraft = { ...draft, title: draft.title.trim(), methodReason: draft.methodReason?.trim() || null };
  const refusal =
    checkFields(clean) ??
    checkWindow(clean, ground.today) ??
    checkScope(clean, ground) ??
    checkMatters(clean, ground) ??
    checkWitnesses(clean.witnesses, ground);
  return refusal ?? ok(clean);
}

function checkFields(draft: TaskDraft): Refused | null {
  const missing = (['title', 'categories', 'document', 'matters', 'methods', 'from', 'to', 'witnesses', 'ownerUnit'] as const).filter(
    (name) => draft[name].length === 0,
  );
  // Art. 11: on the spot is the rule, so a task that is all on paper says why.
  const isAllWritten = draft.methods.length > 0 && draft.methods.every((method) => method === 'written');
  const names = [...missing, ...(isAllWritten && draft.methodReason === null ? ['methodReason'] : [])];
  if (names.length > 0) return fail({ kind: 'missing-fields', names });
  const twice = (['categories', 'matters', 'methods', 'witnesses'] as const).find((name) => new Set(draft[name]).size < draft[name].length);
  if (twice) return fail({ kind: 'bad-field', name: twice });
  return checkWords(draft.title, 'title', TITLE_MAX, true) ?? checkWords(draft.methodReason ?? '', 'methodReason', WORDS_MAX, false);
}

function checkWindow(draft: TaskDraft, today: Day): Refused | null {
  const bad = (['from', 'to'] as const).find((name) => !isDay(draft[name]));
  if (bad) return fail({ kind: 'bad-field', name: bad });
  if (draft.from > draft.to) return fail({ kind: 'window-backwards', from: draft.from, to: draft.to });
  return draft.from < today ? fail({ kind: 'window-in-the-past', day: draft.from }) : null;
}

function checkScope(draft: TaskDraft, ground: TaskGround): Refused | null {
  const isSupervised = (id: Category): boolean =>
    ground.categories.some((rule) => rule.id === id && rule.from <= ground.today && (rule.until === null || rule.until >= ground.today));
  if (!draft.categories.every(isSupervised)) return fail({ kind: 'bad-field', name: 'categories' });
  return checkDocument(ground.document, draft.document, draft.categories, ground.today);
}

/** Art. 12: no draw without a document that is in force on the day and speaks of every category. */
export function checkDocument(document: RatioDocument | null, id: string, categories: readonly Category[], today: Day): Refused | null {
  if (document === null) return fail({ kind: 'not-found', what: 'document', id });
  if (!isInForce(document, today)) return fail({ kind: 'document-not-in-force', document: id, day: today });
  const without = categories.find((category) => !document.rows.some((row) => row.category === category));
  return without === undefined ? null : fail({ kind: 'no-ratio-document', category: without });
}

/** True if the document holds on that day. */
export function isInForce(document: RatioDocument, day: Day): boolean {
  return document.effectiveFrom <= day && (document.effectiveUntil === null || document.effectiveUntil >= day);
}

function checkMatters(draft: TaskDraft, ground: TaskGround): Refused | null {
  const unknown = draft.matters.find((id) => !ground.matters.some((matter) => matter.id === id));
  if (unknown !== undefined) return fail({ kind: 'not-found', what: 'matter', id: unknown });
  const chosen = ground.matters.filter((matter) => draft.matters.includes(matter.id));
  if (chosen.some((matter) => !draft.categories.includes(matter.category))) return fail({ kind: 'bad-field', name: 'matters' });
  return checkPublished(chosen, draft.categories, ground.today);
}

/** Art. 10: an item is used only once it is published and in effect; every category needs one with points to check. */
export function checkPublished(matters: readonly Matter[], categories: readonly Category[], today: Day): Refused | null {
  const unpublished = matters.find((matter) => matter.publishedOn === null || matter.publishedOn > today || matter.effectiveFrom > today);
  if (unpublished) return fail({ kind: 'unpublished-matter', matter: unpublished.id });
  const bare = categories.find((category) => !matters.some((matter) => matter.category === category && matter.points.length > 0));
  return bare === undefined ? null : fail({ kind: 'no-matter', category: bare });
}

/** Two people beside the maker, who have the role and are there. */
function checkWitnesses(ids: readonly PersonId[], ground: TaskGround): Refused | null {
  const here = ids.filter((id) =>
    ground.people.some((person) => person.id === id && person.status === 'active' && person.roles.includes('witness')),
  );
  if (here.length < ids.length || ids.includes(ground.maker)) return fail({ kind: 'bad-field', name: 'witnesses' });
  return here.length < WITNESSES_MIN ? fail({ kind: 'too-few-witnesses', need: WITNESSES_MIN, have: here.length }) : null;
}

/** What a head says to a task. A refusal needs a reason. */
export interface Verdict {
  readonly approve: boolean;
  readonly words: string;
}

/** The task after a head's decision: never its maker's own, and only once. */
export function decided(task: Task, version: number, verdict: Verdict, decision: Decision): Result<Task, Refusal> {
  if (task.state === 'approved' || task.state === 'refused') return alreadyDone();
  if (task.state !== 'pending') return wrongState('task', task.state, 'pending');
  if (task.version !== version) return stale();
  if (task.madeBy === decision.by) return ownRequest();
  const refusal = checkWords(verdict.words, 'words', WORDS_MAX, !verdict.approve);
  return refusal ?? ok({ ...task, state: verdict.approve ? 'approved' : 'refused', decision });
}
