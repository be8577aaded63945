// 公告: at each step of a draw the ledger is signed as it stands, and the group gets a plain message that is never changed afterwards.
import type { Announcement } from '../domain/announcement.ts';
import { type Checkpoint, checkpointText } from '../domain/checkpoint.ts';
import type { Signer } from '../domain/signed-note.ts';
import { EMPTY_TREE, rootOf } from '../domain/ssj/tree.ts';
import type { Books } from '../store/books.ts';
import { group, tell } from './tell.ts';

/**
 * Makes the checkpoint and writes the announcement. To be called last in a verb: what the verb wrote to the ledger is
 * then covered. The message is drawn from the checkpoint's row alone, so it says what the change said, whenever it is sent.
 */
export async function announce(books: Books, signer: Signer, said: Announcement): Promise<Checkpoint> {
  const { draw, step, at } = said;
  const last = await books.checkpoints.last();
  const { seq } = await books.ledger.head();
  const tree = await books.ledger.tree(last ?? EMPTY_TREE, seq);
  const root = rootOf(tree);
  const note = signer.sign(checkpointText(signer.origin, tree.size, root));
  const checkpoint: Checkpoint = { size: tree.size, root, frontier: tree.frontier, note, draw, said, at };
  await books.checkpoints.add(checkpoint);
  // A draw is changed more than once; each change has its number.
  await tell(books, at, said.change === null ? step : `${step}:${said.change.n}`, [
    { to: await group(books), face: 'announcement', about: draw, extra: { size: tree.size } },
  ]);
  return checkpoint;
}
