// Checkpoints with the announcements made of them. A trigger below holds that none changes or goes.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Checkpoint } from '../domain/checkpoint.ts';
import { EMPTY_TREE, rootOf } from '../domain/ssj/tree.ts';
import type { Store } from './books.ts';
import { instant, integer, json, key, text, word } from './columns.ts';
import type { CheckpointBook } from './ledger-books.ts';
import { insert, select } from './rows.ts';

/** Checkpoints, by how many entries they cover. */
export const checkpoints = new EntitySchema<Checkpoint>({
  name: 'checkpoints',
  columns: { size: key(integer), root: word, frontier: json, note: text, draw: word, said: json, at: instant },
  indices: [{ name: 'ix_checkpoints_draw', columns: ['draw'] }],
});

/** The book of checkpoints. */
export function checkpointBook(manager: EntityManager): CheckpointBook {
  const rows = () => select(manager, checkpoints).orderBy('row.size');
  return {
    add: (row) => insert(manager, checkpoints, [row]),
    get: (size) => rows().where('row.size = :size', { size }).getOne(),
    last: () => select(manager, checkpoints).orderBy('row.size', 'DESC').limit(1).getOne(),
    all: () => rows().getMany(),
    ofDraw: (draw) => rows().where('row.draw = :draw', { draw }).getMany(),
  };
}

/** How the checkpoints stand to the ledger of today: all hold; or the first that does not, and between which entries it broke. */
export type CheckpointsCheck =
  | { readonly kind: 'hold'; readonly checkpoints: number; readonly entries: number }
  /** Entries `from` to `to` are not those that were there when the checkpoint was made. */
  | { readonly kind: 'differs'; readonly from: number; readonly to: number }
  /** The ledger ends before what a checkpoint covers. */
  | { readonly kind: 'cut'; readonly entries: number; readonly size: number };

/** Recomputes the tree over the whole ledger and compares it with every checkpoint on the way. */
export function checkCheckpoints(store: Store): Promise<CheckpointsCheck> {
  return store.read(async (books) => {
    const all = await books.checkpoints.all();
    let tree = EMPTY_TREE;
    for (const { size, root } of all) {
      const from = tree.size + 1;
      tree = await books.ledger.tree(tree, size);
      if (tree.size < size) return { kind: 'cut', entries: tree.size, size };
      if (rootOf(tree) !== root) return { kind: 'differs', from, to: size };
    }
    return { kind: 'hold', checkpoints: all.length, entries: (await books.ledger.head()).seq };
  });
}
