// How a measure moves: proposed, decided, noticed, objected to, done, ended. Each step says which state it needs.
import type { Calendar } from './calendar.ts';
import { type Day, dayOf, plusDays } from './day.ts';
import type { Measure, MeasureDetails, MeasureKind } from './measure.ts';
import type { Lack } from './measure-lack.ts';
import { type LadderGround, lackOf, sourceOf } from './measure-ladder.ts';
import { MEASURE_RULES } from './measure-rules.ts';
import type { PersonId } from './person.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, checkWords, ownRequest, type Refused, stale, wrongState } from './refused.ts';
import { fail, ok, type Result, unreachable } from './result.ts';
import type { Decision } from './task.ts';
import { WORDS_MAX } from './task-rules.ts';
import { checkDay } from './visit-rules.ts';

/** What somebody proposes. */
export interface MeasureDraft {
  readonly kind: MeasureKind;
  readonly words: string;
  readonly until: Day | null;
  readonly details: MeasureDetails;
}

/** Deadlines of measures, as the office sets them. */
export interface MeasureClock {
  readonly calendar: Calendar;
  /** Working days between notice and listing in which the institution may object. */
  readonly objection: number;
  /** Days after a penalty decision in which it can be appealed. */
  readonly appealDays: number;
}

/** A measure proposed; one that no head decides can be carried out at once. */
export function proposed(
  draft: MeasureDraft,
  ground: LadderGround,
  stamp: { readonly id: string; readonly by: PersonId; readonly at: Date },
  clock: MeasureClock,
): Result<Measure, Refusal> {
  const rule = MEASURE_RULES[draft.kind];
  const lack = lackOf(draft.kind, ground, draft.details);
  if (lack) return fail(notYet(draft.kind, lack, ground));
  const refusal = checkWords(draft.words, 'words', WORDS_MAX, true) ?? checkDetails(draft, dayOf(stamp.at));
  if (refusal) return refusal;
  const { decidedOn } = draft.details;
  return ok({
    ...stamp,
    kind: draft.kind,
    institution: ground.institution.id,
    category: ground.institution.category,
    assignment: ground.assignment?.id ?? null,
    problem: ground.problem?.id ?? null,
    source: sourceOf(draft.kind, ground)?.id ?? null,
    words: draft.words.trim(),
    details: draft.details,
    state: rule.needsHead ? 'proposed' : 'approved',
    decision: null,
    notice: null,
    objection: null,
    answer: null,
    done: null,
    until: draft.kind === 'penalty' && decidedOn !== null ? plusDays(decidedOn, clock.appealDays) : draft.until,
    end: null,
    version: 1,
  });
}

/** The refusal that says what is missing, and until when where it is a matter of time. */
export function notYet(measure: MeasureKind, lack: Lack, ground: LadderGround): Refusal {
  const until =
    lack === 'appeal-open' ? (ground.measures.findLast(({ kind, state }) => kind === 'penalty' && state === 'done')?.until ?? null) : null;
  return { kind: 'measure-not-yet', measure, lack, until };
}

function checkDetails({ kind, until, details }: MeasureDraft, today: Day): Refused | null {
  const rule = MEASURE_RULES[kind];
  if (new Set(details.people).size < rule.people) return fail({ kind: 'missing-fields', names: ['people'] });
  if ((kind === 'advice' || kind === 'transfer') && !details.authority?.trim())
    return fail({ kind: 'missing-fields', names: ['authority'] });
  if (kind === 'penalty') {
    const { authority, number, decidedOn } = details;
    const names = [
      ...(authority?.trim() ? [] : ['authority']),
      ...(number?.trim() ? [] : ['number']),
      ...(decidedOn === null ? ['decidedOn'] : []),
    ];
    if (names.length > 0 || decidedOn === null) return fail({ kind: 'missing-fields', names });
    return checkDay('decidedOn', decidedOn, null, today);
  }
  if (!rule.needsUntil) return until === null ? null : fail({ kind: 'bad-field', name: 'until' });
  return until === null ? fail({ kind: 'missing-fields', names: ['until'] }) : checkDay('until', until, plusDays(today, 1), null);
}

/** A head's decision. Nobody decides his own. */
export function decided(
  row: Measure,
  version: number,
  isGranted: boolean,
  decision: Decision,
  lack: Refusal | null,
): Result<Measure, Refusal> {
  if (row.state !== 'proposed') return row.decision ? alreadyDone() : wrongState('measure', row.state, 'proposed');
  if (row.version !== version) return stale();
  if (row.by === decision.by) return ownRequest();
  if (isGranted && lack) return fail(lack);
  if (isGranted) return ok({ ...row, decision, ...(row.kind === 'penalty' ? recorded(row, decision) : { state: 'approved' }) });
  const refusal = checkWords(decision.words, 'reason', WORDS_MAX, true);
  return refusal ?? ok({ ...row, state: 'refused', decision });
}

/** Somebody else's decision is recorded, not made: once a second person has confirmed what was typed, it stands. */
function recorded({ details }: Measure, { by, at }: Decision): Pick<Measure, 'state' | 'done'> {
  return { state: 'done', done: { number: details.number ?? '', on: details.decidedOn ?? dayOf(at), way: '', by, at } };
}

/** What can happen to a measure after it was proposed, but for the head's decision. */
export type MeasureStep =
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'notice'; readonly on: Day; readonly way: string }
  | { readonly kind: 'object'; readonly words: string }
  | { readonly kind: 'answer'; readonly words: string }
  | { readonly kind: 'carry-out'; readonly number: string; readonly on: Day; readonly way: string }
  | { readonly kind: 'end'; readonly words: string };

/** The steps whose turn it is on that day, whoever takes them. */
export function stepsNow(row: Measure, today: Day): readonly MeasureStep['kind'][] {
  const rule = MEASURE_RULES[row.kind];
  switch (row.state) {
    case 'proposed':
      return ['withdraw'];
    case 'approved':
      return [rule.needsNotice ? 'notice' : 'carry-out'];
    case 'noticed': {
      if (row.objection && !row.answer) return ['answer'];
      const isOver = row.notice !== null && row.notice.until < today;
      return isOver ? ['carry-out'] : row.objection ? [] : ['object'];
    }
    case 'done':
      return rule.ends === 'receipt' || (rule.ends === 'day' && row.until !== null && row.until < today) ? ['end'] : [];
    case 'refused':
    case 'withdrawn':
    case 'ended':
      return [];
    default:
      return unreachable(row.state);
  }
}

/** The measure after a step. */
export function stepped(
  row: Measure,
  version: number,
  step: MeasureStep,
  by: PersonId,
  at: Date,
  clock: MeasureClock,
): Result<Measure, Refusal> {
  const today = dayOf(at);
  if (row.version !== version) return stale();
  if (!stepsNow(row, today).includes(step.kind)) return notItsTurn(row, step, today);
  const note = (words: string): Decision => ({ by, at, words: words.trim() });
  switch (step.kind) {
    case 'withdraw':
      return row.by === by ? ok({ ...row, state: 'withdrawn', end: note('') }) : fail({ kind: 'not-yours', measure: row.id });
    case 'notice': {
      const refusal = checkWords(step.way, 'way', 60, true) ?? checkDay('on', step.on, row.decision && dayOf(row.decision.at), today);
      if (refusal) return refusal;
      const until = clock.calendar.plusWorkingDays(step.on, clock.objection);
      return until.ok ? ok({ ...row, state: 'noticed', notice: { on: step.on, way: step.way.trim(), until: until.value, by, at } }) : until;
    }
    case 'object':
      return checkWords(step.words, 'words', WORDS_MAX, true) ?? ok({ ...row, objection: note(step.words) });
    case 'answer':
      return checkWords(step.words, 'words', WORDS_MAX, true) ?? ok({ ...row, answer: note(step.words) });
    case 'carry-out': {
      const since = row.notice?.on ?? (row.decision ? dayOf(row.decision.at) : dayOf(row.at));
      const refusal =
        checkWords(step.number, 'number', 60, true) ?? checkWords(step.way, 'way', 60, true) ?? checkDay('on', step.on, since, today);
      return refusal ?? ok({ ...row, state: 'done', done: { number: step.number.trim(), on: step.on, way: step.way.trim(), by, at } });
    }
    case 'end':
      return checkWords(step.words, 'words', WORDS_MAX, true) ?? ok({ ...row, state: 'ended', end: note(step.words) });
    default:
      return unreachable(step);
  }
}

/** Whether it is too early (the window runs), too late (done), or the wrong thing. */
function notItsTurn(row: Measure, step: MeasureStep, today: Day): Refused {
  if (step.kind === 'carry-out' && row.state === 'noticed') {
    if (row.objection && !row.answer) return fail({ kind: 'objection-open', measure: row.id });
    if (row.notice && row.notice.until >= today) return fail({ kind: 'window-open', until: row.notice.until });
  }
  if (step.kind === 'carry-out' && row.state === 'done') return alreadyDone();
  if (step.kind === 'object' && row.objection) return alreadyDone();
  const needed = step.kind === 'notice' || (step.kind === 'carry-out' && row.state !== 'approved') ? 'approved' : 'noticed';
  return wrongState('measure', row.state, step.kind === 'end' ? 'done' : step.kind === 'withdraw' ? 'proposed' : needed);
}

/** What an exit that is done does to its listing. */
export function exited(listing: Measure, exit: Measure): Measure {
  return { ...listing, state: 'ended', end: exit.done ? { by: exit.done.by, at: exit.done.at, words: exit.id } : null };
}
