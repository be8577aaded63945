// 申请变更: the institution's request for 回避 or an order, a 递补, a 补位, as an operator or a head puts it into the books (Art. 13).

import type { Assignment } from '../domain/assignment.ts';
import { type Asking, type AskStamp, fillAsked, recusalAsked, substituteAsked } from '../domain/change-asking.ts';
import type { ChangeRequest } from '../domain/change-request.ts';
import { notAllowed } from '../domain/may.ts';
import type { Person } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { notFound, wrongState } from '../domain/refused.ts';
import { ok, type Result } from '../domain/result.ts';
import { standingOf } from '../domain/ssj/events.ts';
import type { Books } from '../store/books.ts';
import { type Answer, change } from './change.ts';
import { deciders } from './change-readers.ts';
import type { Office } from './office.ts';
import { people, type Telling, tell } from './tell.ts';

/** Writes the request down. A recusal blocks the visit at once; the team sees it on its card. */
export function askChange(office: Office, by: Person, asking: Asking): Answer<ChangeRequest> {
  return change(office, by, 'ask-change', async (books, at) => {
    // An order is a head's; an operator who says that there was one asks for it like everybody else.
    if (asking.kind === 'recusal' && asking.origin === 'order' && !by.roles.includes('head')) return notAllowed('decide-change');
    const number = await drawAsked(books, asking);
    if (number === null)
      return notFound(asking.kind === 'fill' ? 'draw' : 'assignment', asking.kind === 'fill' ? asking.draw : asking.assignment);
    const stamp = { id: await books.changes.nextId(number), by: by.id, at, known: await books.changes.ofDraw(number) };
    const asked = await requestOf(books, asking, stamp);
    if (!asked.ok) return asked;
    const { request, row } = asked.value;
    await books.changes.add(request);
    if (row) await books.assignments.replace(row);
    const { kind, ground, origin, draw, assignment } = request;
    await books.ledger.add({ what: 'change-asked', by: by.id, about: request.id, facts: { kind, ground, origin, draw, assignment } }, at);
    const blocked: readonly Telling[] =
      request.person === null ? [] : [{ to: people([request.person]), face: 'assignment', about: assignment ?? '' }];
    await tell(books, at, `asked:${request.id}`, [
      { to: people(await deciders(books, request)), face: 'change', about: request.id },
      ...blocked,
    ]);
    return ok(request);
  });
}

async function drawAsked(books: Books, asking: Asking): Promise<string | null> {
  if (asking.kind === 'fill') return (await books.draws.get(asking.draw))?.number ?? null;
  return (await books.assignments.get(asking.assignment))?.draw ?? null;
}

type Asked = Result<{ readonly request: ChangeRequest; readonly row: Assignment | null }, Refusal>;

async function requestOf(books: Books, asking: Asking, stamp: AskStamp): Promise<Asked> {
  if (asking.kind === 'fill') return fillOf(books, asking, stamp);
  const row = await books.assignments.get(asking.assignment);
  if (!row) return notFound('assignment', asking.assignment);
  if (asking.kind === 'recusal') return recusalAsked(row, asking, stamp);
  const request = substituteAsked(row, asking, stamp);
  return request.ok ? ok({ request: request.value, row: null }) : request;
}

async function fillOf(books: Books, asking: Extract<Asking, { kind: 'fill' }>, stamp: AskStamp): Promise<Asked> {
  const draw = await books.draws.get(asking.draw);
  if (!draw) return notFound('draw', asking.draw);
  if (!draw.record) return wrongState('draw', draw.state, 'settled');
  const request = fillAsked(draw, await books.assignments.ofTask(draw.task), standingOf(draw.record), asking.words, stamp);
  return request.ok ? ok({ request: request.value, row: null }) : request;
}
