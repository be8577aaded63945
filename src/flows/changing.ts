// Carries a decided change out, in the transaction of its decision: the event in the record, the inspections, the notices.
import { announcementOf } from '../domain/announcement.ts';
import { type ChangeEffects, effectsOf, lapsing } from '../domain/change-effects.ts';
import { type ChangeRequest, GROUND_LABELS, type Ruling } from '../domain/change-request.ts';
import { changeOf, companionOf, type RulingGround } from '../domain/change-ruling.ts';
import { civilTime } from '../domain/day.ts';
import type { Draw } from '../domain/draw.ts';
import type { Person, PersonId } from '../domain/person.ts';
import type { Change, DrawRecord } from '../domain/record.ts';
import type { Refusal } from '../domain/refusal.ts';
import { notFound } from '../domain/refused.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { teamOf } from '../domain/seats.ts';
import type { Signer } from '../domain/signed-note.ts';
import { digestOf } from '../domain/ssj/canonical.ts';
import { standingOf } from '../domain/ssj/events.ts';
import { addEvent } from '../domain/ssj/next-event.ts';
import { linkOf } from '../domain/ssj/secrets.ts';
import type { Task } from '../domain/task.ts';
import type { Books } from '../store/books.ts';
import { announce } from './announce.ts';
import { endWhatIsOver } from './ending.ts';
import { holders, people, type Telling, tell } from './tell.ts';

/** A request and everything a decision on it is made from. */
export interface ChangeCase extends RulingGround {
  readonly request: ChangeRequest;
  readonly draw: Draw;
  readonly task: Task;
  readonly record: DrawRecord;
  readonly everybody: readonly Person[];
}

/** The case of a request as the books are now. */
export async function caseOf(books: Books, id: string): Promise<Result<ChangeCase, Refusal>> {
  const request = await books.changes.get(id);
  const draw = request && (await books.draws.get(request.draw));
  const task = request && (await books.tasks.get(request.task));
  if (!request || !draw?.record || !task) return notFound('change', id);
  const rows = (await books.assignments.ofTask(task.id)).filter((row) => row.draw === draw.number);
  const { record } = draw;
  const known = await books.changes.ofDraw(draw.number);
  return ok({ request, draw, task, record, rows, known, standing: standingOf(record), everybody: await books.people.all() });
}

/** Who rules, and by which paper if it was decided above. */
export interface RuledBy {
  readonly ruling: Exclude<Ruling, { kind: 'refuse' }>;
  readonly by: PersonId;
  readonly at: Date;
  readonly number: string | null;
  readonly words: string;
}

/** How the record names a decision that was made above the office; its 文号 stands beside it. */
const ABOVE = '上级机关';

/**
 * Carries it out, or says why it is not allowed, before anything is written. The ledger holds the change before it holds the
 * link: both entries are of one transaction, so that a kill leaves either none of it or all, and never an opened link
 * whose change somebody could still choose.
 */
export async function carryOut(books: Books, signer: Signer, found: ChangeCase, ruled: RuledBy): Promise<Result<ChangeRequest, Refusal>> {
  const { request, draw, task, record } = found;
  const change = changeOf(request, ruled.ruling, found);
  if (!change.ok) return change;
  const next = eventAfter(found, change.value, ruled);
  if (!next.ok) return next;
  const event = next.value.events.at(-1);
  if (!event) throw new Error('an event was added and is not there');
  const effects = effectsOf(found.rows, standingOf(next.value), event);
  const n = event.n;
  const approved = { draw: draw.number, n, kind: change.value.kind, change: digestOf(change.value), isAbove: ruled.number !== null };
  await books.ledger.add({ what: 'change-approved', by: ruled.by, about: request.id, facts: approved }, ruled.at);
  await books.changes.addEvent(draw.number, event);
  for (const row of effects.changed) await books.assignments.replace(row);
  if (effects.opened) await books.assignments.add(effects.opened);
  const { number, words, by, at, ruling } = ruled;
  const done = await books.changes.replace({
    ...request,
    state: 'done',
    decision: { by, at, words, number, ruling },
    outcome: effects.outcome,
  });
  // Whoever came may have had to leave where he was: the same exchange has settled that too.
  const also = companionOf(ruling, found.known);
  if (also) await books.changes.replace({ ...also, state: 'done', decision: done.decision, outcome: done.outcome });
  await lapseOthers(books, done);
  await endWhatIsOver(books, task);
  const changed = { n, link: event.link, before: digestOf(record), record: digestOf(next.value) };
  await books.ledger.add({ what: 'draw-changed', by: ruled.by, about: draw.number, facts: changed }, ruled.at);
  await tellOutcome(books, found, done, effects);
  await announce(books, signer, announcementOf('changed', { ...draw, record: next.value }, ruled.at));
  return ok(done);
}

function eventAfter({ record, draw, request }: ChangeCase, change: Change, ruled: RuledBy): Result<DrawRecord, Refusal> {
  const { length } = record.manifest.eventChain;
  const n = record.events.length + 1;
  if (n > length) return fail({ kind: 'links-used-up', draw: draw.number, length });
  const entry = {
    change,
    ground: GROUND_LABELS[request.ground],
    decidedBy: ruled.number === null ? ruled.by : ABOVE,
    // The number of the paper and nothing else: what people wrote is personal, and stays in the books.
    words: ruled.number ?? '',
    at: civilTime(ruled.at),
  };
  const next = addEvent(record, entry, linkOf(draw.lastLink, length, n));
  // Everything it could refuse was asked just before.
  if (!next.ok) throw new Error(`draw ${draw.number} takes no event: ${next.problem.kind}`);
  return next;
}

async function lapseOthers(books: Books, done: ChangeRequest): Promise<void> {
  const rows = await books.assignments.ofTask(done.task);
  for (const one of lapsing(await books.changes.ofDraw(done.draw), done, rows)) await books.changes.replace(one);
}

/** Whoever came gets the inspection's own card; everybody else it concerns learns what changed. */
async function tellOutcome(books: Books, { rows }: ChangeCase, done: ChangeRequest, effects: ChangeEffects): Promise<void> {
  const { moves, closed, event } = effects.outcome;
  const after = [...effects.changed, ...(effects.opened ? [effects.opened] : [])].filter(({ state }) => state !== 'replaced');
  const came = new Map(after.map((row) => [row.id, newIn(row.id, effects)]));
  const before = rows.filter((row) => row.id === closed || moves.some(({ assignment }) => assignment === row.id)).flatMap(teamOf);
  const readers = [
    done.by,
    ...(done.person === null ? [] : [done.person]),
    ...before,
    ...after.flatMap(teamOf),
    ...(await holders(books, 'operator')),
    ...(await holders(books, 'head')),
  ];
  // Whoever decided has it before him.
  const others = readers.filter((id) => id !== done.decision?.by);
  await tell(books, done.decision?.at ?? done.at, `decided:${event}`, [
    { to: people(others), face: 'change', about: done.id },
    ...after.map((row): Telling => ({ to: people(came.get(row.id) ?? []), face: 'assignment', about: row.id })),
  ]);
}

/** Who is new at an inspection; at one that has just been opened everybody is. */
function newIn(assignment: string, { outcome, opened, changed }: ChangeEffects): readonly PersonId[] {
  if (opened?.id === assignment) return teamOf(opened);
  const row = changed.find(({ id }) => id === assignment);
  const ids = outcome.moves.flatMap((move) => (move.assignment === assignment && move.in !== null ? [move.in] : []));
  return row ? ids : [];
}
