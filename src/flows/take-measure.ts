// 办理措施: notice, objection, answer, service and end; a listing that is served changes the institution's standing, its exit changes it back.
import { dayOf } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';
import { standingUnder } from '../domain/measure-rules.ts';
import { exited, type MeasureStep, stepped } from '../domain/measure-steps.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import type { Books } from '../store/books.ts';
import { type Answer, change } from './change.ts';
import { checkScope, lackNow, measureClock } from './measure-ground.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';

/** Takes the step. What was right when it was approved must still be right when it is served. */
export function takeMeasure(office: Office, by: Person, id: string, version: number, step: MeasureStep): Answer<Measure> {
  const verb = step.kind === 'withdraw' ? 'propose-measure' : 'take-measure';
  return change(office, by, verb, async (books, at) => {
    const row = await books.measures.get(id);
    if (!row) return notFound('measure', id);
    const outside = checkScope(by, row.assignment === null ? null : await books.assignments.get(row.assignment));
    if (outside) return outside;
    const next = stepped(row, version, step, by.id, at, measureClock(office.rules));
    if (!next.ok) return next;
    const refusal = step.kind === 'carry-out' ? await lackNow(books, office.rules, row, at) : null;
    if (refusal) return fail(refusal);
    const kept = await books.measures.replace(next.value);
    const standing = await settleStanding(books, kept, by, at);
    await books.ledger.add(
      { what: 'measure-taken', by: by.id, about: id, facts: { kind: row.kind, step: step.kind, on: dayOf(at), standing } },
      at,
    );
    const heads = step.kind === 'object' ? await holders(books, 'head', [by.id]) : [];
    await tell(books, at, `${step.kind}:${kept.version}`, [
      { to: people([row.by, ...heads].filter((one) => one !== by.id)), face: 'measure', about: id },
    ]);
    return ok(kept);
  });
}

/** Writes the standing that follows from the measures in force, as a change of the list with its history; null if nothing changed. */
async function settleStanding(books: Books, row: Measure, by: Person, at: Date): Promise<string | null> {
  if (row.state !== 'done' && row.state !== 'ended') return null;
  const listing = row.state === 'done' && row.source !== null && row.kind.endsWith('-exit') ? await books.measures.get(row.source) : null;
  if (listing?.state === 'done') await books.measures.replace(exited(listing, row));
  const before = await books.institutions.get(row.institution);
  if (!before) return null;
  const status = standingUnder(before, await books.measures.ofInstitution(row.institution));
  const rulesStanding = row.kind.startsWith('abnormal') || row.kind.startsWith('blacklist');
  if (!rulesStanding || status === before.status) return null;
  await books.institutions.apply([{ id: before.id, before, after: { ...before, status } }], { at, by: by.id, source: row.id });
  return status;
}
