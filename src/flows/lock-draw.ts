// 封签: fixes lists, rules and a number before anyone can know the outcome (Art. 12, 13; SSJ-1, LOCK).

import { announcementOf } from '../domain/announcement.ts';
import { plannedBeacon } from '../domain/beacon-plan.ts';
import { checkWitnesses, waitsUntil, witnessName } from '../domain/ceremony.ts';
import { civilTime, dayOf } from '../domain/day.ts';
import type { Draw } from '../domain/draw.ts';
import { checkLockable, type DrawPlan, planDraw } from '../domain/draw-plan.ts';
import type { OfficeRules } from '../domain/office-rules.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { SERVER } from '../domain/ssj/secrets.ts';
import type { Task, TaskId } from '../domain/task.ts';
import type { Books } from '../store/books.ts';
import { announce } from './announce.ts';
import { type Answer, change } from './change.ts';
import { lockAside } from './draw-aside.ts';
import { groundOf } from './draw-ground.ts';
import type { Office } from './office.ts';
import { group, people, tell } from './tell.ts';

/** Fewest links of the event chain; a random number of up to 255 is added, so that its end cannot be guessed from outside. */
const CHAIN_MIN = 64;

/** Locks the draw of an approved task: nothing of it can be changed afterwards, and the number is used up whatever happens. */
export function lockDraw(office: Office, by: Person, id: TaskId, version: number): Answer<Draw> {
  const chance = {
    secret: office.fresh.hex(32),
    lastLink: office.fresh.hex(32),
    chainLength: CHAIN_MIN + Number.parseInt(office.fresh.hex(1), 16),
  };
  return change(office, by, 'lock-draw', async (books, at) => {
    const task = await books.tasks.get(id);
    if (!task) return notFound('task', id);
    const lockable = checkLockable(task, version);
    if (!lockable.ok) return lockable;
    const announced = await group(books);
    // The digest must stand, from the lock on, where the office cannot take it back.
    if (announced.length === 0) return fail({ kind: 'no-group' });
    const ground = await groundOf(books, task, at);
    const unwitnessed = checkWitnesses(task.witnesses, ground.people, by.id);
    if (unwitnessed) return unwitnessed;
    const plan = planDraw(task, ground);
    if (!plan.ok) return plan;
    const made = await sealedDraw(books, office.rules, task, plan.value, chance, by, at);
    if (!made.ok) return made;
    const draw = made.value;
    await books.draws.add(draw);
    await books.tasks.replace({ ...task, state: 'locked', draw: draw.number });
    await books.ledger.add(
      { what: 'draw-locked', by: by.id, about: draw.number, facts: { task: id, manifestHash: draw.manifestHash } },
      at,
    );
    await tell(books, at, 'locked', [
      { to: [...announced, ...people([by.id, task.madeBy])], face: 'lock', about: draw.number },
      { to: people(task.witnesses), face: 'contribute', about: draw.number },
    ]);
    await announce(books, office.signer, announcementOf('locked', draw, at));
    return ok(draw);
  });
}

/** The draw with its seal. The number is taken here, inside the transaction that inserts it. */
async function sealedDraw(
  books: Books,
  rules: OfficeRules,
  task: Task,
  plan: DrawPlan,
  chance: { readonly secret: string; readonly lastLink: string; readonly chainLength: number },
  by: Person,
  at: Date,
): Answer<Draw> {
  const number = await books.draws.nextNumber(Number(dayOf(at).slice(0, 4)));
  const witnesses = task.witnesses.map((person, index) => ({ by: witnessName(index + 1), person }));
  const beacon = plannedBeacon(task, rules, at);
  if (!beacon.ok) return beacon;
  const sealed = await lockAside({
    draw: number,
    lockedAt: civilTime(at),
    roster: plan.roster,
    inspectors: plan.inspectors,
    recusals: [],
    rules: plan.rules,
    entropy: { mode: task.mode, contributors: [{ by: SERVER }, ...witnesses.map(({ by: name }) => ({ by: name }))], beacon: beacon.value },
    chainLength: chance.chainLength,
    prev: (await books.ledger.head()).hash,
    secret: chance.secret,
    lastLink: chance.lastLink,
  });
  if (!sealed.ok) return fail({ kind: 'cannot-seal', reasons: [...new Set(sealed.problem.map((problem) => problem.kind))] });
  return ok({
    number,
    task: task.id,
    state: 'locked',
    lockedAt: at,
    lockedBy: by.id,
    ...sealed.value,
    roster: plan.roster,
    inspectors: plan.inspectors,
    recusals: [],
    secret: chance.secret,
    lastLink: chance.lastLink,
    witnesses,
    witnessesUntil: waitsUntil({ lockedAt: at, witnessesUntil: null }, rules.witnessMinutes),
    closeHash: null,
    closedAt: null,
    absent: [],
    record: null,
    settledAt: null,
    settledBy: null,
    voided: null,
    version: 1,
  });
}
