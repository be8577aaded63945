// 放弃导入: what was put aside is dropped, the lists stay as they are.
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import type { PendingImport } from '../domain/roster.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { importVerb } from './roster-books.ts';

/** Anyone who might have confirmed it may drop it. Nothing happened, so the ledger gets no entry. */
export async function cancelImport(office: Office, by: Person, id: string): Answer<PendingImport> {
  const waiting = await office.store.read((books) => books.imports.get(id));
  if (!waiting) return notFound('import', id);
  return change(office, by, importVerb(waiting.kind), async (books) => {
    const pending = await books.imports.get(id);
    if (!pending) return notFound('import', id);
    if (pending.state === 'cancelled') return alreadyDone();
    if (pending.state === 'confirmed') return fail({ kind: 'import-gone' });
    await books.imports.dropStaged(id);
    return ok(await books.imports.replace({ ...pending, state: 'cancelled' }));
  });
}
