// 批准措施: a head approves or declines; what the ladder asked when it was proposed is asked again.
import { dayOf } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';
import { decided } from '../domain/measure-steps.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import { lackNow } from './measure-ground.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** Decides it. Nobody decides what he proposed. */
export function decideMeasure(
  office: Office,
  by: Person,
  id: string,
  version: number,
  { isGranted, words }: { readonly isGranted: boolean; readonly words: string },
): Answer<Measure> {
  return change(office, by, 'approve-measure', async (books, at) => {
    const row = await books.measures.get(id);
    if (!row) return notFound('measure', id);
    const lack = isGranted && row.state === 'proposed' ? await lackNow(books, office.rules, row, at) : null;
    const next = decided(row, version, isGranted, { by: by.id, at, words: words.trim() }, lack);
    if (!next.ok) return next;
    const kept = await books.measures.replace(next.value);
    const what = isGranted ? 'measure-approved' : 'measure-refused';
    await books.ledger.add({ what, by: by.id, about: id, facts: { kind: row.kind, on: dayOf(at) } }, at);
    await tell(books, at, `decided:${kept.version}`, [{ to: people([row.by]), face: 'measure', about: id }]);
    return ok(kept);
  });
}
