// 提请措施: somebody proposes a measure that the ladder allows now; a head other than himself decides it, where the kind needs one.
import type { Measure } from '../domain/measure.ts';
import { type MeasureDraft, proposed } from '../domain/measure-steps.ts';
import type { Person } from '../domain/person.ts';
import { ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import { checkScope, measureClock, measureGround } from './measure-ground.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';

/** Proposes it about a problem, an inspection or an institution, by its number. */
export function proposeMeasure(office: Office, by: Person, about: string, draft: MeasureDraft): Answer<Measure> {
  return change(office, by, 'propose-measure', async (books, at) => {
    const ground = await measureGround(books, office.rules, about, at);
    if (!ground.ok) return ground;
    const outside = checkScope(by, ground.value.assignment);
    if (outside) return outside;
    const id = await books.measures.nextId(Number(ground.value.today.slice(0, 4)));
    const made = proposed(draft, ground.value, { id, by: by.id, at }, measureClock(office.rules));
    if (!made.ok) return made;
    await books.measures.add(made.value);
    const { kind, institution, problem, assignment } = made.value;
    await books.ledger.add({ what: 'measure-proposed', by: by.id, about: id, facts: { kind, institution, problem, assignment } }, at);
    const heads = made.value.state === 'proposed' ? await holders(books, 'head', [by.id]) : [];
    await tell(books, at, 'proposed', [{ to: people(heads), face: 'measure', about: id }]);
    return ok(made.value);
  });
}
