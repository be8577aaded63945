// What an event of the record means for the inspections: new seats, a new approval, a reserve's own inspection (Art. 13, 递补).
import type { Assignment } from './assignment.ts';
import type { ChangeOutcome, ChangeRequest, Move } from './change-request.ts';
import { isPending } from './change-request.ts';
import type { DrawEvent } from './record.ts';
import { isBeforeFindings } from './seats.ts';
import type { Standing } from './ssj/standing.ts';

/** The rows to be written, and what the request came to. */
export interface ChangeEffects {
  readonly changed: readonly Assignment[];
  readonly opened: Assignment | null;
  readonly outcome: ChangeOutcome;
}

/** The inspections of the draw after an event, which has been applied to `standing`. */
export function effectsOf(rows: readonly Assignment[], standing: Standing, event: DrawEvent): ChangeEffects {
  const { change } = event.request;
  if (change.kind === 'substitute') return substituted(rows, standing, event, change.object);
  const changed = rows.flatMap((row) => {
    const team = standing.teams.get(row.institution)?.team;
    return isBeforeFindings(row) && team && isOther(row, team) ? [{ before: row, after: reseated(row, team) }] : [];
  });
  return {
    changed: changed.map(({ after }) => after),
    opened: null,
    outcome: { event: event.n, moves: changed.flatMap(({ before, after }) => movesOf(before, after)), closed: null, opened: null },
  };
}

function isOther(row: Assignment, team: readonly (string | null)[]): boolean {
  return row.seats.some(({ slot, person }) => person !== (team[slot] ?? null));
}

/**
 * The inspection with its new team. Whoever came is asked; whoever stays has answered. The head approved and the institution
 * was told of other people, so both happen anew; but a visit that has begun is a fact, and goes on.
 */
function reseated(row: Assignment, team: readonly (string | null)[]): Assignment {
  const seats = row.seats.map((seat) => {
    const person = team[seat.slot] ?? null;
    return person === seat.person ? seat : { slot: seat.slot, person, answer: { kind: 'open' } as const };
  });
  return row.state === 'visiting' ? { ...row, seats } : { ...row, seats, state: 'offered', approval: null, notice: null };
}

function movesOf(before: Assignment, after: Assignment): readonly Move[] {
  return after.seats.flatMap(({ slot, person }) => {
    const out = before.seats.find((seat) => seat.slot === slot)?.person ?? null;
    return out === person ? [] : [{ assignment: after.id, slot, out, in: person }];
  });
}

function substituted(rows: readonly Assignment[], standing: Standing, event: DrawEvent, object: string): ChangeEffects {
  const old = rows.find((row) => row.institution === object && row.state !== 'replaced');
  if (!old || typeof event.result !== 'object' || !('changes' in event.result)) throw new Error(`event ${event.n} substitutes nothing`);
  const closed: Assignment = { ...old, state: 'replaced' };
  const institution = event.result.object;
  const team = institution === null ? undefined : standing.teams.get(institution)?.team;
  if (institution === null || !team) {
    const moves = old.seats.map(({ slot, person }) => ({ assignment: old.id, slot, out: person, in: null }));
    return { changed: [closed], opened: null, outcome: { event: event.n, moves, closed: old.id, opened: null } };
  }
  const opened: Assignment = {
    ...old,
    id: nextId(rows, old),
    institution,
    seats: team.map((person, slot) => ({ slot, person, answer: { kind: 'open' } })),
    state: 'offered',
    approval: null,
    notice: null,
    startedAt: null,
    draft: [],
    version: 1,
  };
  const moves = movesOf(old, opened);
  return { changed: [closed], opened, outcome: { event: event.n, moves, closed: old.id, opened: opened.id } };
}

/** The next running number of the task, as wide as the others. */
function nextId(rows: readonly Assignment[], like: Assignment): string {
  const digits = like.id.length - like.task.length - 1;
  const last = Math.max(...rows.map(({ id }) => Number(id.slice(like.task.length + 1))));
  return `${like.task}-${String(last + 1).padStart(digits, '0')}`;
}

/** Requests that a change has made pointless: their seat is somebody else's now, or their institution is out. */
export function lapsing(requests: readonly ChangeRequest[], done: ChangeRequest, rows: readonly Assignment[]): readonly ChangeRequest[] {
  return requests
    .filter((one) => one.id !== done.id && isPending(one) && one.assignment !== null)
    .filter((one) => {
      const row = rows.find(({ id }) => id === one.assignment);
      if (!row || row.state === 'replaced') return true;
      return one.person !== null && !row.seats.some(({ person }) => person === one.person);
    })
    .map((one) => ({ ...one, state: 'lapsed' }));
}
