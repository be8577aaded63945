// `mingqian note FILE --key VKEY`: whether a checkpoint's note was signed by that key and not changed since.
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { verifySm2 } from '../keys/sm2.ts';
import { checkNote } from '../verify/note.ts';
import type { Verification } from '../verify/verify.ts';
import { PROOF_WORDS } from '../words/proofs.ts';
import { print, printJson, refuse } from './answer.ts';
import { inLines } from './verify.ts';

/** Adds the verb: exit 0 if all holds, 1 if not, 2 if there is no such file. */
export function register(program: Command): void {
  program
    .command('note')
    .description(PROOF_WORDS.note)
    .argument('<FILE>', PROOF_WORDS.noteFile)
    .requiredOption('--key <VKEY>', PROOF_WORDS.noteKey)
    .option('--json', PROOF_WORDS.json)
    .action((file: string, { key, json }: { readonly key: string; readonly json?: boolean }) => {
      let note: string;
      try {
        note = readFileSync(file, 'utf8');
      } catch {
        return refuse(`读不到文件 ${file}。`);
      }
      const verification = verified(note, key);
      if (json) printJson(verification);
      else print(inLines(verification));
      process.exitCode = verification.verdict.kind === 'refused' ? 1 : 0;
    });
}

function verified(note: string, key: string): Verification {
  const checks = checkNote(note, key, verifySm2);
  const holds = checks.every(({ passed }) => passed);
  const verdict = holds
    ? ({ kind: 'announced', words: PROOF_WORDS.noteHolds } as const)
    : ({ kind: 'refused', words: PROOF_WORDS.noteFails } as const);
  return { checks, notChecked: PROOF_WORDS.noteOpen, verdict };
}
