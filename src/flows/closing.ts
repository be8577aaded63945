// What the close of the contributions writes, whoever brings it about: the last witness or, after the time is up, an operator or the clock.
import { announcementOf } from '../domain/announcement.ts';
import { closed } from '../domain/ceremony.ts';
import type { ContributionEntry, Draw } from '../domain/draw.ts';
import type { Books } from '../store/books.ts';
import { announce } from './announce.ts';
import type { Office } from './office.ts';
import { group, people, tell } from './tell.ts';

/** Closes the contributions and posts their hash; in mode `dice` the witnesses are asked for the throws, of a lottery once it is drawn. */
export async function close(
  books: Books,
  draw: Draw,
  given: readonly ContributionEntry[],
  absent: readonly string[],
  at: Date,
): Promise<Draw> {
  const row = await books.draws.replace(closed(draw, given, absent, at));
  const needsDice = row.manifest.entropy.mode === 'dice';
  await tell(books, at, 'closed', [
    { to: [...(await group(books)), ...people([row.lockedBy])], face: 'lock', about: row.number },
    { to: needsDice ? people(row.witnesses.map((witness) => witness.person)) : [], face: 'dice', about: row.number },
  ]);
  return row;
}

/** The same brought about by the clock: the absent stand in the ledger, and the group is told. */
export async function closeByClock(
  books: Books,
  { signer }: Pick<Office, 'signer'>,
  draw: Draw,
  given: readonly ContributionEntry[],
  absent: readonly string[],
  at: Date,
): Promise<Draw> {
  const row = await close(books, draw, given, absent, at);
  const facts = { closeHash: row.closeHash, absent: absent.join(' ') };
  await books.ledger.add({ what: 'draw-closed', by: 'system', about: draw.number, facts }, at);
  await announce(books, signer, announcementOf('closed', row, at));
  return row;
}
