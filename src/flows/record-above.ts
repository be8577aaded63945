// 登记上级决定: what concerns the head himself is decided above; an operator types what the paper says, and its 文号.
import { type ChangeRequest, isPending, type Ruling } from '../domain/change-request.ts';
import { changeOf, confirmersOf, decidersOf, isConcerned, mayGoUp } from '../domain/change-ruling.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, stale } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { digest } from '../domain/ssj/canonical.ts';
import { type Answer, change } from './change.ts';
import { caseOf } from './changing.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** A 文号 and nothing else (`示例司文〔2026〕9号`): it enters the public record, where nobody's name may stand. */
const NUMBER = /^\p{Script=Han}{1,20}[〔［[（(](?:19|20)\d\d[〕］\]）)]第?\d{1,5}号$/u;

/** Keeps it until a second person has compared it with the paper; typed anew, it takes the earlier one's place. */
export function recordAbove(
  office: Office,
  by: Person,
  id: string,
  version: number,
  number: string,
  ruling: Ruling,
): Answer<ChangeRequest> {
  return change(office, by, 'record-above', async (books, at) => {
    const found = await caseOf(books, id);
    if (!found.ok) return found;
    const { request, rows, everybody, draw } = found.value;
    if (!isPending(request)) return alreadyDone();
    if (request.version !== version) return stale();
    if (!mayGoUp(request, rows, everybody, ruling)) {
      return fail({ kind: 'head-can-decide', heads: decidersOf(request, rows, everybody, ruling) });
    }
    if (isConcerned(request, ruling, rows, by.id)) return fail({ kind: 'concerned', change: id });
    if (number.trim() === '') return fail({ kind: 'missing-fields', names: ['number'] });
    if (!NUMBER.test(number.trim())) return fail({ kind: 'bad-field', name: 'number' });
    const allowed = ruling.kind === 'refuse' ? null : changeOf(request, ruling, found.value);
    if (allowed && !allowed.ok) return allowed;
    const above = { number: number.trim(), ruling, by: by.id, at };
    const row = await books.changes.replace({ ...request, state: 'to-confirm', above });
    await books.ledger.add(
      { what: 'change-ruled-above', by: by.id, about: id, facts: { draw: draw.number, numberHash: digest(above.number) } },
      at,
    );
    const second = confirmersOf(
      row,
      rows,
      everybody,
      draw.witnesses.map(({ person }) => person),
    );
    await tell(books, at, `above:${row.version}`, [{ to: people(second), face: 'change', about: id }]);
    return ok(row);
  });
}
