// An office for tests of lists and bindings: a real store, a clock a test can move, chance that counts.
import type { Person } from '../../src/domain/person.ts';
import type { RosterKind, RosterRows } from '../../src/domain/roster.ts';
import type { Office } from '../../src/flows/office.ts';
import { bookOf } from '../../src/flows/roster-books.ts';
import type { Store } from '../../src/store/books.ts';
import { withoutThreads } from './drand-here.ts';
import { SAMPLE_RULES, samplePerson } from './samples.ts';
import { TEST_SIGNER } from './signer.ts';

/** The office, and its clock's hands. */
export interface ListOffice extends Office {
  readonly wait: (minutes: number) => void;
}

export const ADMIN: Person = samplePerson('P001', '示例管理员', { roles: ['admin'], mobile: '19900000001' });
export const OPERATOR: Person = samplePerson('P002', '示例经办人', { roles: ['operator'], mobile: '19900000002' });
export const HEAD: Person = samplePerson('P003', '示例负责人', { roles: ['head'], mobile: '19900000003' });

/** Opens at 09:00 on 2026-03-16 in China; hex and codes count up, so that they never repeat. */
export async function listOffice(store: Store, people: readonly Person[] = [ADMIN, OPERATOR, HEAD]): Promise<ListOffice> {
  let at = Date.parse('2026-03-16T09:00:00+08:00');
  let chance = 0;
  const next = (): number => {
    chance += 1;
    return chance;
  };
  const office: ListOffice = {
    store,
    rules: SAMPLE_RULES,
    ...withoutThreads(),
    // Every look takes a second: no two events share their time.
    now: () => {
      at += 1000;
      return new Date(at);
    },
    fresh: { hex: (bytes) => String(next()).padStart(bytes * 2, '0'), code: () => String(100_000 + next()) },
    signer: TEST_SIGNER,
    wait: (minutes) => {
      at += minutes * 60_000;
    },
  };
  await put(office, 'people', people);
  return office;
}

/** Writes rows past all flows, as if they had always been there. */
export async function put<K extends RosterKind>(office: Office, kind: K, rows: readonly RosterRows[K][]): Promise<void> {
  const stamp = { at: office.now(), by: 'system' as const, source: 'test' };
  await office.store.work(async (books) => {
    const book = bookOf(books, kind);
    const changes = await Promise.all(rows.map(async (after) => ({ id: after.id, before: await book.get(after.id), after })));
    await book.apply(changes, stamp);
  });
}
