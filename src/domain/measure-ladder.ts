// Whether a measure may be taken now: the two ladders and the competence router, and what is missing when it may not (Art. 16, 17; 律师法 §52, §55).
import type { Assignment, Outcome } from './assignment.ts';
import type { Day } from './day.ts';
import type { Institution } from './institution.ts';
import { contactDays, type JournalEntry } from './journal.ts';
import { isUnderway, type Measure, type MeasureDetails, type MeasureKind } from './measure.ts';
import type { Lack } from './measure-lack.ts';
import { EXIT_OF, MEASURE_RULES } from './measure-rules.ts';
import type { Problem } from './problem.ts';
import { isOpen } from './rectification-rules.ts';
import { unreachable } from './result.ts';

/** What is known about an institution and the problem the measure is about. */
export interface LadderGround {
  readonly institution: Institution;
  readonly problem: Problem | null;
  readonly assignment: Assignment | null;
  /** All measures towards the institution. */
  readonly measures: readonly Measure[];
  /** All journal lines about it. */
  readonly journal: readonly JournalEntry[];
  readonly today: Day;
  /** Names by which the office itself would be meant as an authority. */
  readonly ownNames: readonly string[];
}

/** Categories that only the city or the province may punish (律师法 §47–52, 公证法 §41–42). */
const PUNISHED_ABOVE: readonly string[] = ['lawfirm', 'notary'];

/** What speaks against it, the first thing first; null when it may be proposed. Details as far as they are known: on a card that only offers, none are. */
export function lackOf(kind: MeasureKind, ground: LadderGround, details: MeasureDetails | null): Lack | null {
  if (isTwin(kind, ground)) return 'underway';
  switch (kind) {
    case 'reminder':
    case 'talk':
      return ground.problem && isOpen(ground.problem) ? null : 'open-problem';
    case 'licence':
      return outcomeOf(ground) === 'licence' ? null : 'licence-problem';
    case 'transfer':
      return outcomeOf(ground) === 'transfer' ? null : 'criminal-problem';
    case 'advice':
      return isUnlawful(ground) ? null : 'unlawful';
    case 'case':
      return isUnlawful(ground) ? caseLack(ground, details) : 'unlawful';
    case 'abnormal':
      return abnormalLack(ground);
    case 'credit':
      return creditLack(ground, details);
    case 'penalty':
      return penaltyLack(ground, details);
    case 'blacklist':
      return blacklistLack(ground);
    case 'abnormal-exit':
    case 'blacklist-exit':
      return inForce(ground, EXIT_OF[kind]) ? null : 'listed';
    default:
      return unreachable(kind);
  }
}

/** The measure it rests on: the listing an exit takes back, the penalty past appeal of a blacklisting. */
export function sourceOf(kind: MeasureKind, ground: LadderGround): Measure | null {
  if (kind === 'blacklist') return finalPenalty(ground);
  return EXIT_OF[kind] ? inForce(ground, EXIT_OF[kind]) : null;
}

/** The same act is on its way already, or the institution stands on that list. */
function isTwin(kind: MeasureKind, { measures, problem }: LadderGround): boolean {
  const same = measures.filter((one) => one.kind === kind);
  if (MEASURE_RULES[kind].needsNotice) return same.some((one) => isUnderway(one) || one.state === 'done');
  return same.some((one) => isUnderway(one) && one.problem === (problem?.id ?? null));
}

function outcomeOf({ problem, assignment }: LadderGround): Outcome | null {
  return problem?.outcome ?? assignment?.findings?.outcome ?? null;
}

/** Unlawful, and not put right: to be filed, without licence, or an order that a follow-up found not followed. */
function isUnlawful(ground: LadderGround): boolean {
  const { problem } = ground;
  const outcome = outcomeOf(ground);
  if (outcome === 'file' || outcome === 'licence') return true;
  return outcome === 'ordered' && problem?.state === 'uncorrected';
}

/** The county files no case against a law firm or a notary office, but against who practises without a licence (律师法 §55). */
function caseLack({ institution }: LadderGround, details: MeasureDetails | null): Lack | null {
  const isAllowed = !PUNISHED_ABOVE.includes(institution.category) || details?.isUnlicensed === true;
  return isAllowed ? null : 'competence';
}

/** 17.2: a reminder or talk, and after it a follow-up that found it uncorrected. 16.5: unreachable, tried on two days with proof. */
function abnormalLack(ground: LadderGround): Lack | null {
  const { problem, measures, journal, assignment } = ground;
  if (outcomeOf(ground) === 'unreachable') {
    const tried = journal.filter((one) => one.assignment === (assignment?.id ?? null));
    return contactDays(tried).length >= 2 ? null : 'contacts';
  }
  if (!problem) return 'open-problem';
  const rungs = measures.filter(
    (one) => (one.kind === 'reminder' || one.kind === 'talk') && one.problem === problem.id && one.done !== null,
  );
  if (rungs.length === 0) return 'rung';
  const { followUp } = problem;
  const isAfter = followUp !== null && rungs.some(({ done }) => done !== null && done.at < followUp.at);
  return problem.state === 'uncorrected' && isAfter ? null : 'failed-follow-up';
}

function creditLack(ground: LadderGround, details: MeasureDetails | null): Lack | null {
  const { journal, assignment } = ground;
  if (outcomeOf(ground) !== 'uncooperative') return 'uncooperative';
  const warnings = journal.filter((one) => one.kind === 'warning' && one.assignment === (assignment?.id ?? null));
  if (warnings.length === 0) return 'warning';
  if (details === null) return null;
  if (details.severity === null) return 'severity';
  return new Set(details.people).size < 2 ? 'witnesses' : null;
}

/** Whose decision it is: above the county for law firms and notary offices; the county may warn a grassroots office, or act under §55. */
function penaltyLack({ institution, ownNames, measures }: LadderGround, details: MeasureDetails | null): Lack | null {
  const authority = details?.authority?.replace(/\s/gu, '') ?? '';
  if (details === null || !ownNames.some((name) => authority.includes(name))) return null;
  const isUnlicensed = measures.some((one) => one.kind === 'case' && one.details.isUnlicensed && one.done !== null);
  if (isUnlicensed) return null;
  if (PUNISHED_ABOVE.includes(institution.category)) return 'competence';
  return details.sanction === 'warning' ? null : 'own-penalty';
}

function blacklistLack(ground: LadderGround): Lack | null {
  if (finalPenalty(ground)) return null;
  return ground.measures.some(({ kind, state }) => kind === 'penalty' && state === 'done') ? 'appeal-open' : 'penalty';
}

/** The newest penalty that can no longer be appealed and no blacklisting rests on yet. */
function finalPenalty({ measures, today }: LadderGround): Measure | null {
  const used = new Set(
    measures.flatMap((one) => (one.kind === 'blacklist' && one.state !== 'refused' && one.state !== 'withdrawn' ? [one.source] : [])),
  );
  const found = measures.filter(
    (one) => one.kind === 'penalty' && one.state === 'done' && one.until !== null && one.until < today && !used.has(one.id),
  );
  return found.at(-1) ?? null;
}

function inForce({ measures }: LadderGround, kind: MeasureKind | undefined): Measure | null {
  return measures.findLast((one) => one.kind === kind && one.state === 'done') ?? null;
}
