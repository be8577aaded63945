// Work on tasks and draws: to approve, to lock, to witness, to type or paste, to settle, to confirm, and draws the year still needs (Art. 12).
import { dayOf } from './day.ts';
import type { Task } from './task.ts';
import { hasWaited, type Work, type WorkFacts, withRole } from './work-facts.ts';

/** Tasks that wait for a head or for their draw. */
export function taskWork(facts: WorkFacts): readonly Work[] {
  return facts.tasks.flatMap((task): readonly Work[] => {
    const base = { about: task.id, title: task.title, due: task.from };
    if (task.state === 'pending') {
      const heads = withRole(facts, 'head', [task.madeBy]);
      return [{ ...base, kind: 'approve-task', for: heads, isDue: hasWaited(facts, task.madeAt) }];
    }
    if (task.state !== 'approved') return [];
    return [{ ...base, kind: 'lock-draw', for: withRole(facts, 'operator'), isDue: hasWaited(facts, task.decision?.at) }];
  });
}

/** Draws that wait for a witness or for an operator. */
export function drawWork(facts: WorkFacts): readonly Work[] {
  return facts.draws.flatMap((draw): readonly Work[] => {
    const base = { about: draw.number, title: titleOf(facts.tasks, draw.task), due: dayOf(draw.lockedAt) };
    if (draw.state === 'locked') {
      const given = facts.contributed.get(draw.number) ?? [];
      const missing = draw.witnesses.filter((witness) => !given.includes(witness.by)).map((witness) => witness.person);
      return [{ ...base, kind: 'contribute', for: missing, isDue: hasWaited(facts, draw.lockedAt) }];
    }
    const silent = facts.unconfirmed.get(draw.number) ?? [];
    if (silent.length > 0) return [{ ...base, kind: 'confirm-draw', for: silent, isDue: hasWaited(facts, draw.settledAt) }];
    const awaiting = facts.awaiting.get(draw.number);
    if (awaiting?.kind === 'later') return [];
    if (awaiting?.kind === 'typists')
      return [{ ...base, kind: 'type-beacon', for: awaiting.people, isDue: hasWaited(facts, draw.closedAt) }];
    if (awaiting?.kind === 'paste')
      return [{ ...base, kind: 'paste-beacon', for: withRole(facts, 'operator'), isDue: hasWaited(facts, draw.closedAt) }];
    if (draw.state !== 'closed') return [];
    return [{ ...base, kind: 'settle-draw', for: withRole(facts, 'operator'), isDue: hasWaited(facts, draw.closedAt) }];
  });
}

function titleOf(tasks: readonly Task[], id: string): string {
  return tasks.find((task) => task.id === id)?.title ?? id;
}

/** When a year is asked how many draws it has had, and for how many days it is asked: a missed day is made up. */
const MARKS = ['06-30', '09-30'] as const;
const MARK_DAYS = 14;

/** From 30 June and from 30 September, for two weeks: fewer settled draws than the year needs. */
export function missingDraws(facts: WorkFacts): readonly Work[] {
  const year = facts.today.slice(0, 4);
  const have = facts.draws.filter((draw) => draw.state === 'settled' && draw.settledAt && dayOf(draw.settledAt).startsWith(year)).length;
  const need = facts.rules.drawsPerYear;
  const isAsked = MARKS.some((mark) => {
    const days = (Date.parse(facts.today) - Date.parse(`${year}-${mark}`)) / 86_400_000;
    return days >= 0 && days < MARK_DAYS;
  });
  if (!isAsked || have >= need) return [];
  const people = [...withRole(facts, 'operator'), ...withRole(facts, 'head')];
  return [{ kind: 'draws-missing', about: year, title: `${have}/${need}`, due: `${year}-12-31`, for: people, isDue: true }];
}
