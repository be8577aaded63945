// 见证人核对: after the result every witness says whether the record is the one that was announced (SSJ-1, RESULT).
import { checkConfirmation } from '../domain/confirmation-rules.ts';
import type { Confirmation } from '../domain/draw.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { digest } from '../domain/ssj/canonical.ts';
import { type Answer, change } from './change.ts';
import { digestsAside } from './draw-aside.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';

/** Keeps what the witness says of the record as it is now; a dispute goes to the heads and the auditors. */
export function confirmDraw(
  office: Office,
  by: Person,
  number: string,
  said: Pick<Confirmation, 'verdict' | 'words'>,
): Answer<Confirmation> {
  return change(office, by, 'confirm-draw', async (books, at) => {
    const draw = await books.draws.get(number);
    if (!draw) return notFound('draw', number);
    const refusal = checkConfirmation(draw, await books.confirmations.ofDraw(number), by.id, said);
    if (refusal) return refusal;
    if (draw.record === null) throw new Error(`draw ${number} is settled without a record`);
    const { sha256 } = await digestsAside(draw.record);
    const isDisputed = said.verdict === 'disputed';
    const words = isDisputed ? said.words.trim() : '';
    const row: Confirmation = { draw: number, person: by.id, verdict: said.verdict, words, recordHash: sha256, at };
    if (!(await books.confirmations.add(row))) return alreadyDone();
    const facts = { record: row.recordHash, ...(isDisputed ? { wordsHash: digest(words) } : {}) };
    await books.ledger.add({ what: isDisputed ? 'draw-disputed' : 'draw-confirmed', by: by.id, about: number, facts }, at);
    const judges = isDisputed ? [...(await holders(books, 'head')), ...(await holders(books, 'auditor')), draw.lockedBy] : [];
    await tell(books, at, `disputed:${by.id}`, [{ to: people(judges), face: 'settled', about: number }]);
    return ok(row);
  });
}
