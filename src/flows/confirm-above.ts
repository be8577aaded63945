// 确认上级决定: a second person has compared what was typed with the paper; only now it is carried out.
import type { ChangeRequest } from '../domain/change-request.ts';
import { confirmersOf, isConcerned } from '../domain/change-ruling.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, ownRequest, stale, wrongState } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import { refuseInBooks } from './change-refusing.ts';
import { carryOut, caseOf } from './changing.ts';
import type { Office } from './office.ts';

/** Confirms, and the change is made or refused as the paper says; not by whoever typed it, asked for it, or is concerned. */
export function confirmAbove(office: Office, by: Person, id: string, version: number): Answer<ChangeRequest> {
  return change(office, by, 'confirm-above', async (books, at) => {
    const found = await caseOf(books, id);
    if (!found.ok) return found;
    const { request, rows, everybody, draw } = found.value;
    const { above } = request;
    if (request.state === 'open' || above === null) return wrongState('change', request.state, 'to-confirm');
    if (request.state !== 'to-confirm') return alreadyDone();
    if (request.version !== version) return stale();
    if (by.id === above.by || by.id === request.by) return ownRequest();
    if (isConcerned(request, above.ruling, rows, by.id)) return fail({ kind: 'concerned', change: id });
    const fit = confirmersOf(
      request,
      rows,
      everybody,
      draw.witnesses.map(({ person }) => person),
    );
    if (!fit.includes(by.id)) return fail({ kind: 'not-a-witness', draw: draw.number });
    const { number, ruling } = above;
    const ruled = { by: by.id, at, number, words: '' };
    return ruling.kind === 'refuse'
      ? ok(await refuseInBooks(books, found.value, ruled))
      : carryOut(books, office.signer, found.value, { ...ruled, ruling });
  });
}
