// `mingqian checkpoints`: every stored checkpoint against its signature and against the ledger of today.
import type { Command } from 'commander';
import { checkpointText, KEY_SUBJECT } from '../domain/checkpoint.ts';
import type { Store } from '../store/books.ts';
import { checkCheckpoints } from '../store/checkpoints.ts';
import { checkNote, readNote } from '../verify/note.ts';
import { type CheckpointLine, type LedgerStanding, PROOF_WORDS, sayCheckpoint, sayStanding } from '../words/proofs.ts';
import { print, printJson } from './answer.ts';
import type { OpenedOffice } from './office.ts';

/** What was found; all is well if every line is signed and the ledger holds. */
export interface CheckpointsFound {
  readonly lines: readonly CheckpointLine[];
  readonly ledger: LedgerStanding;
}

/** Adds the verb: exit 0 if all holds, 1 if not. */
export function register(program: Command, openBooks: () => Promise<OpenedOffice>): void {
  program
    .command('checkpoints')
    .description(PROOF_WORDS.checkpoints)
    .option('--json', PROOF_WORDS.json)
    .action(async ({ json }: { readonly json?: boolean }) => {
      const { store } = await openBooks();
      try {
        const found = await examineCheckpoints(store);
        if (json) printJson(found);
        else print([...found.lines.map(sayCheckpoint), sayStanding(found.ledger)].join('\n'));
        if (!allHold(found)) process.exitCode = 1;
      } finally {
        await store.close();
      }
    });
}

/** Looks at every checkpoint. Its note must say what its row says, signed by a key that the ledger was told of. */
export async function examineCheckpoints(store: Store): Promise<CheckpointsFound> {
  const [all, told] = await store.read(async (books) => [await books.checkpoints.all(), await books.ledger.about(KEY_SUBJECT)] as const);
  const vkeys = told.flatMap(({ payload }) => String(payload.facts?.['vkeys'] ?? '').split(' '));
  const lines = all.map(({ size, root, note, draw }) => {
    const saysSo = readNote(note)?.text === checkpointText(readNote(note)?.origin ?? '', size, root);
    return { size, draw, isSigned: saysSo && vkeys.some((vkey) => checkNote(note, vkey).every(({ passed }) => passed)) };
  });
  return { lines, ledger: await checkCheckpoints(store) };
}

/** True if nothing was found wanting. */
export function allHold({ lines, ledger }: CheckpointsFound): boolean {
  return lines.every(({ isSigned }) => isSigned) && ledger.kind === 'hold';
}
