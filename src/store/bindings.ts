// One-time codes that tie a chat account to a person, and the wrong codes an account has typed.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { BindingBook, BindingCode } from './books.ts';
import { instant, key, longWord, orNull, sequence, word } from './columns.ts';
import { insert, select } from './rows.ts';

/** Codes, by their hash. */
export const bindingCodes = new EntitySchema<BindingCode>({
  name: 'binding_codes',
  columns: { hash: key(word), person: word, madeBy: word, expiresAt: instant, usedAt: orNull(instant) },
});

/** Wrong codes: who typed one, and when. */
export const bindingMisses = new EntitySchema<{ readonly seq: number; readonly account: string; readonly at: Date }>({
  name: 'binding_misses',
  columns: { seq: sequence, account: longWord, at: instant },
  indices: [{ name: 'ix_binding_misses_account', columns: ['account', 'at'] }],
});

/** The book of codes. */
export function bindingBook(manager: EntityManager): BindingBook {
  return {
    add: (code) => insert(manager, bindingCodes, [code]),
    find: (hash) => select(manager, bindingCodes).where('row.hash = :hash AND row.usedAt IS NULL', { hash }).getOne(),
    async use(hash, at) {
      const used = await manager
        .createQueryBuilder()
        .update(bindingCodes)
        .set({ usedAt: at })
        .where('hash = :hash AND usedAt IS NULL', { hash })
        .execute();
      return used.affected === 1;
    },
    misses: (account, since) =>
      select(manager, bindingMisses)
        .where('row.account = :account AND row.at >= :since', { account, since: since.toISOString() })
        .getCount(),
    miss: (account, at) => insert(manager, bindingMisses, [{ account, at }]),
  };
}
