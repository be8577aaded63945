// `mingqian prove`: a proof for somebody else's eyes, and the check of one that somebody else gave.
import type { Command } from 'commander';
import { type EntryProof, entryProof, type GrowthProof, growthProof, type RowProof, rowProof } from '../domain/proof.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { verifySm2 } from '../keys/sm2.ts';
import type { Store } from '../store/books.ts';
import { checkProofText } from '../verify/proof.ts';
import { publicRecord } from '../web/reading.ts';
import { PROOF_WORDS, sayEntryProof, sayGrowthProof, sayRowProof } from '../words/proofs.ts';
import { print, printJson, refuse } from './answer.ts';
import type { OpenedOffice } from './office.ts';
import { readJson } from './read-json.ts';
import { inLines } from './verify.ts';

interface Options {
  readonly json?: boolean;
  readonly inner?: boolean;
  readonly entry?: string;
  readonly from?: string;
  readonly check?: string;
  readonly lock?: string;
  readonly key?: string;
}

const SIZE = /^[1-9]\d{0,8}$/;

/** Why there is no proof. */
interface NoProof {
  readonly words: string;
  readonly code: 1 | 2;
}

/** Adds the verb: exit 0 with a proof or if a proof holds, 1 if it does not hold or may not be given yet, 2 if there is nothing to prove. */
export function register(program: Command, openBooks: () => Promise<OpenedOffice>): void {
  program
    .command('prove')
    .description(PROOF_WORDS.prove)
    .argument('[DRAW]', PROOF_WORDS.draw)
    .argument('[INSTITUTION]', PROOF_WORDS.institution)
    .option('--inner', PROOF_WORDS.inner)
    .option('--entry <SEQ>', PROOF_WORDS.entry)
    .option('--from <SIZE>', PROOF_WORDS.from)
    .option('--check <FILE>', PROOF_WORDS.check)
    .option('--lock <HASH>', PROOF_WORDS.lock)
    .option('--key <VKEY>', PROOF_WORDS.key)
    .option('--json', PROOF_WORDS.json)
    .addHelpText('after', PROOF_WORDS.more)
    .action(async (draw: string | undefined, institution: string | undefined, options: Options) => {
      if (options.check !== undefined) return checkFile(options.check, options);
      if ((options.entry ?? options.from ?? institution) === undefined) return refuse(PROOF_WORDS.usage);
      const { store } = await openBooks();
      try {
        if (options.entry !== undefined) show(await proveEntry(store, options.entry), sayCautiously, options);
        else if (options.from !== undefined) show(await proveGrowth(store, options.from), sayGrowthProof, options);
        else show(await proveRow(store, draw ?? '', institution ?? '', options.inner === true), sayRowProof, options);
      } finally {
        await store.close();
      }
    });
}

function checkFile(file: string, { lock, key, json }: Options): void {
  const read = readJson(file);
  if (!read.ok) return refuse(read.problem);
  const verification = checkProofText(read.value.text, { lock, key, foreign: verifySm2 });
  if (json) printJson(verification);
  else print(inLines(verification));
  process.exitCode = verification.verdict.kind === 'refused' ? 1 : 0;
}

function show<Proof>(proof: Result<Proof, NoProof>, inWords: (proof: Proof) => string, { json }: Options): void {
  if (!proof.ok) refuse(proof.problem.words, proof.problem.code);
  else if (json) printJson(proof.value);
  else print(inWords(proof.value));
}

/** Only when the draw is public, or for the office's own eyes: see `PROOF_WORDS.hidden` for what a proof gives away. */
function proveRow(store: Store, number: string, institution: string, isInner: boolean): Promise<Result<RowProof, NoProof>> {
  return store.read(async (books) => {
    const draw = await books.draws.get(number);
    if (!draw) return fail({ words: PROOF_WORDS.noDraw(number), code: 2 });
    if (!isInner && (await publicRecord(books, number)) === null) return fail({ words: PROOF_WORDS.hidden, code: 1 });
    const proof = rowProof(draw, institution);
    return proof ? ok(proof) : fail({ words: PROOF_WORDS.noRow(institution), code: 2 });
  });
}

function proveEntry(store: Store, seq: string): Promise<Result<EntryProof, NoProof>> {
  return store.read(async (books) => {
    const newest = await books.checkpoints.last();
    const [entry] = SIZE.test(seq) ? await books.ledger.from(Number(seq), 1) : [];
    if (!newest || !entry || entry.seq > newest.size) return fail({ words: PROOF_WORDS.noEntry(seq, newest?.size ?? 0), code: 2 });
    return ok(entryProof(entry, await books.ledger.hashes(0, newest.size), newest));
  });
}

function proveGrowth(store: Store, size: string): Promise<Result<GrowthProof, NoProof>> {
  return store.read(async (books) => {
    const newest = await books.checkpoints.last();
    const old = newest && SIZE.test(size) ? await books.checkpoints.get(Number(size)) : null;
    if (!newest || !old) return fail({ words: PROOF_WORDS.noCheckpoint(size), code: 2 });
    return ok(growthProof(old, newest, await books.ledger.hashes(0, newest.size)));
  });
}

function sayCautiously(proof: EntryProof): string {
  return `${sayEntryProof(proof)}\n${PROOF_WORDS.neighbour}`;
}
