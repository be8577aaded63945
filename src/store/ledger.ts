// The ledger: every entry carries the hash of the one before, so that none can be changed, added or taken out unseen.
import { type EntityManager, EntitySchema } from 'typeorm';
import { ledgerLeaf } from '../domain/checkpoint.ts';
import type { LedgerEntry } from '../domain/ledger-entry.ts';
import type { Digest } from '../domain/record.ts';
import { canonical, digest } from '../domain/ssj/canonical.ts';
import { grow, type Tree } from '../domain/ssj/tree.ts';
import type { Store } from './books.ts';
import { integer, json, key, longWord, word } from './columns.ts';
import type { LedgerBook } from './ledger-books.ts';
import { insert, select } from './rows.ts';

type StoredEntry = Omit<LedgerEntry, 'at'> & { readonly about: string };

/** Entries; `about` is repeated from the payload, to find them by. */
export const ledger = new EntitySchema<StoredEntry>({
  name: 'ledger',
  columns: { seq: key(integer), about: longWord, payload: json, prev: word, hash: word },
  indices: [{ name: 'ix_ledger_about', columns: ['about'] }],
});

/** What stands before the first entry. */
const BEGINNING = { seq: 0, hash: '0'.repeat(64) } as const;

/** Hashes read in one statement. */
const HASHES = 5000;

/** The book of what was done. */
export function ledgerBook(manager: EntityManager): LedgerBook {
  const rows = () => select(manager, ledger).orderBy('row.seq');
  const head = async () => {
    const last = await select(manager, ledger).orderBy('row.seq', 'DESC').limit(1).getOne();
    return last ? { seq: last.seq, hash: last.hash } : BEGINNING;
  };
  const hashes = async (seq: number, limit: number): Promise<readonly Digest[]> => {
    const after = select(manager, ledger).select('row.hash', 'hash').where('row.seq > :seq', { seq });
    return (await after.orderBy('row.seq').limit(limit).getRawMany<{ hash: Digest }>()).map(({ hash }) => hash);
  };

  return {
    head,
    async add({ what, by, about, facts }, at) {
      const { seq, hash: prev } = await head();
      const payload = { what, by, about, ...(facts && { facts }), at: at.toISOString() };
      const entry = { seq: seq + 1, prev, payload, hash: hashOf(seq + 1, prev, payload) };
      await insert(manager, ledger, [{ ...entry, about }]);
      return { ...entry, at };
    },
    about: async (id) => (await rows().where('row.about = :id', { id }).getMany()).map(asEntry),
    from: async (seq, limit) => (await rows().where('row.seq >= :seq', { seq }).limit(limit).getMany()).map(asEntry),
    hashes,
    async tree(from, size) {
      let tree: Tree = from;
      while (tree.size < size) {
        const added = await hashes(tree.size, Math.min(HASHES, size - tree.size));
        if (added.length === 0) break;
        tree = grow(tree, added.map(ledgerLeaf));
      }
      return tree;
    },
  };
}

/** How the chain stands: whole, or broken at the entry that does not follow from those before it. */
export type LedgerCheck =
  | { readonly kind: 'whole'; readonly entries: number; readonly head: Digest }
  | { readonly kind: 'broken'; readonly seq: number };

/** Entries read in one statement. */
const SLICE = 500;

/** Walks the whole ledger and recomputes every hash. */
export function checkLedger(store: Store): Promise<LedgerCheck> {
  return store.read((books) => checkChain(books.ledger));
}

/** The same within a transaction that is already open. */
export async function checkChain(book: LedgerBook): Promise<LedgerCheck> {
  let last: { readonly seq: number; readonly hash: Digest } = BEGINNING;
  for (;;) {
    const entries = await book.from(last.seq + 1, SLICE);
    for (const { seq, prev, payload, hash } of entries) {
      const follows = seq === last.seq + 1 && prev === last.hash && hash === hashOf(seq, prev, payload);
      if (!follows) return { kind: 'broken', seq: last.seq + 1 };
      last = { seq, hash };
    }
    if (entries.length === 0) return { kind: 'whole', entries: last.seq, head: last.hash };
  }
}

function hashOf(seq: number, prev: Digest, payload: LedgerEntry['payload']): Digest {
  return digest(canonical({ seq, prev, payload }));
}

function asEntry({ about: _about, ...entry }: StoredEntry): LedgerEntry {
  return { ...entry, at: new Date(entry.payload.at) };
}
