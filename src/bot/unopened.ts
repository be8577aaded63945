// After a restart: a draw whose computation died with the process gets its button back, for nothing else would draw its cards anew.
import type { Office } from '../flows/office.ts';
import { touchedByDraw } from './acts/draws.ts';
import type { Postman } from './postman.ts';

/** Draws the cards anew of each closed draw, which may have been under computation; the record comes with the next press. */
export async function redrawUnopened({ store }: Office, postman: Pick<Postman, 'refresh'>): Promise<void> {
  const closed = await store.read(async (books) => (await books.draws.all()).filter(({ state }) => state === 'closed'));
  for (const { number } of closed) for (const { face, about } of touchedByDraw(number)) await postman.refresh(face, about, null);
}
