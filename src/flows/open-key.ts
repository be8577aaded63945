// At each start the ledger is told which keys sign checkpoints, if they are not those it was told last.
import { KEY_SUBJECT } from '../domain/checkpoint.ts';
import type { Office } from './office.ts';

/** Says in the ledger that these are the keys from now on. Safe to call at each start. */
export async function openKey(office: Office): Promise<void> {
  const at = office.now();
  const vkeys = office.signer.vkeys.join(' ');
  await office.store.work(async (books) => {
    const told = (await books.ledger.about(KEY_SUBJECT)).at(-1)?.payload.facts?.['vkeys'] ?? null;
    if (told === vkeys) return;
    await books.ledger.add({ what: 'checkpoint-key-set', by: 'system', about: KEY_SUBJECT, facts: { vkeys, before: told } }, at);
  });
}
