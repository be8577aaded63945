// Typed words about a change to what they mean: who, and which way to decide.
import type { Ruling } from '../../domain/change-request.ts';
import { teamOf } from '../../domain/seats.ts';
import type { ChangeCase } from '../../flows/changing.ts';
import type { ActTurn } from './pressed.ts';

/** The person of that id or name; the text itself where there is none or several, so that the refusal names it. */
export async function personNamed({ office }: ActTurn, word: string): Promise<string> {
  const people = await office.store.read((books) => books.people.all());
  const named = people.filter(({ id, name }) => id === word.toUpperCase() || name === word);
  return named.length === 1 ? (named[0]?.id ?? word) : word;
}

/** The ruling that was typed; for a request of which only one thing can be decided, no word means that one. Null: not understood. */
export function ruledIn(typed: string, { request, rows, everybody }: Pick<ChangeCase, 'request' | 'rows' | 'everybody'>): Ruling | null {
  const [first = '', ...rest] = typed.trim().split(/\s+/u);
  if (first === '不同意') return { kind: 'refuse' };
  if (request.kind !== 'recusal') return first === '' || first === '递补' || first === '补位' ? { kind: request.kind } : null;
  if (first === '另补' || first === '回避') return { kind: 'replace' };
  if (first === '不参与') return { kind: 'withdraw' };
  if (first !== '交换') return null;
  const person = everybody.find(({ id, name }) => rest.includes(id) || rest.includes(name))?.id;
  if (person === undefined) return null;
  const theirs = rows.filter((row) => row.id !== request.assignment && row.state !== 'replaced' && teamOf(row).includes(person));
  const named = theirs.filter(({ id }) => rest.includes(id));
  const [only, more] = named.length > 0 ? named : theirs;
  // Of several visits one must be named: which one is not for us to choose.
  return only === undefined || more !== undefined ? null : { kind: 'swap', assignment: only.id, person };
}
