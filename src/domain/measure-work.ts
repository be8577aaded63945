// Work on measures: a head's decision, then whatever step has its turn, then the end of a listing (Art. 16, 17).
import type { Day } from './day.ts';
import type { Measure } from './measure.ts';
import { EXIT_OF, MEASURE_RULES } from './measure-rules.ts';
import { stepsNow } from './measure-steps.ts';
import { teamOf } from './seats.ts';
import { hasWaited, isNear, nameOf, type Work, type WorkFacts, withRole } from './work-facts.ts';

/** What every measure that is not over asks. A running objection window asks nobody for anything. */
export function measureWork(facts: WorkFacts): readonly Work[] {
  return facts.measures.flatMap((measure): readonly Work[] => {
    const base = { about: measure.id, title: nameOf(facts, measure.institution) };
    if (measure.state === 'proposed') {
      return [
        { ...base, kind: 'decide-measure', due: null, for: withRole(facts, 'head', [measure.by]), isDue: hasWaited(facts, measure.at) },
      ];
    }
    const due = dueOf(measure, facts);
    if (due === null) return [];
    return [{ ...base, kind: 'take-measure', due: due.day, for: carriers(measure, facts), isDue: due.isNear }];
  });
}

/** When the next step is due; null when it is nobody's turn. */
function dueOf(measure: Measure, facts: WorkFacts): { readonly day: Day | null; readonly isNear: boolean } | null {
  const { state, kind, until, notice, objection } = measure;
  const steps = stepsNow(measure, facts.today);
  if (state === 'approved') return { day: null, isNear: hasWaited(facts, measure.decision?.at ?? measure.at) };
  if (steps.includes('answer')) return { day: notice?.until ?? null, isNear: hasWaited(facts, objection?.at) };
  if (steps.includes('carry-out')) return { day: notice?.until ?? null, isNear: true };
  if (state !== 'done') return null;
  if (MEASURE_RULES[kind].ends === 'receipt') return { day: null, isNear: hasWaited(facts, measure.done?.at) };
  return isListing(kind) && until !== null && isNear(facts, until) ? { day: until, isNear: true } : null;
}

/** A listing ends by an act of its own, so that its day has to be seen coming. */
function isListing(kind: Measure['kind']): boolean {
  return kind === 'credit' || Object.values(EXIT_OF).includes(kind);
}

/** Whoever runs the work, and the team of the inspection it came from. */
function carriers(measure: Measure, facts: WorkFacts) {
  const row = facts.assignments.find(({ id }) => id === measure.assignment);
  const isListed = measure.state === 'done' && isListing(measure.kind);
  return [...withRole(facts, 'operator'), ...(row && !isListed ? teamOf(row) : [])];
}
