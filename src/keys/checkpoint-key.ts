// The office's keys for checkpoints: from the environment, or from a file beside the database that is made at first start.
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ed25519Skey, keyId, type NoteKey, readEd25519, readSkey, type Signer, signerOf } from '../domain/signed-note.ts';
import { makeSm2Skey, readSm2 } from './sm2.ts';

/** Where the keys are: what the environment says, or else the file. Both hold private forms, an Ed25519 key first, one a line. */
export interface KeyPlace {
  readonly given: string | null;
  readonly file: string;
}

/** Why keys cannot be used. The sentences are in `words/keys.ts`; nothing of a key is ever repeated. */
export type KeyProblem = 'unreadable' | 'malformed' | 'no-ed25519' | 'names-differ' | 'given-elsewhere' | 'has-sm2';

/** Thrown before anything is signed. */
export class BadKey extends Error {
  readonly problem: KeyProblem;
  constructor(problem: KeyProblem) {
    super(`checkpoint key: ${problem}`);
    this.problem = problem;
  }
}

/** The signer, its key made (mode 0600) if there is none yet; `name` is what a new one is called. Throws `BadKey`. */
export function openSigner(place: KeyPlace, name: string): Signer {
  return signerOf(readKeys(place.given ?? fileText(place.file, name)));
}

/** The name of a new key: the host of the public site, or one that nobody else has. */
export function newKeyName(site: string | null): string {
  return `${site === null ? `mingqian-${randomBytes(4).toString('hex')}` : new URL(site).host}/log`;
}

/** Adds an SM2 key to the file. Throws `BadKey` if keys come from the environment, or there is one already. */
export function addSm2(place: KeyPlace): Signer {
  if (place.given !== null) throw new BadKey('given-elsewhere');
  const [first, second] = readKeys(existingText(place.file) ?? '');
  if (second) throw new BadKey('has-sm2');
  appendFileSync(place.file, `${makeSm2Skey(first.name)}\n`);
  return signerOf(readKeys(existingText(place.file) ?? ''));
}

function fileText(file: string, name: string): string {
  const text = existingText(file);
  if (text !== null) return text;
  mkdirSync(path.dirname(file), { recursive: true });
  const made = `${ed25519Skey(name, randomBytes(32))}\n`;
  try {
    writeFileSync(file, made, { flag: 'wx', mode: 0o600 });
    return made;
  } catch {
    // Another process that starts with us was first: its key is the office's.
    return existingText(file) ?? '';
  }
}

function existingText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new BadKey('unreadable');
  }
}

function readKeys(text: string): readonly [NoteKey, ...NoteKey[]] {
  const keys = text.split(/\s+/).flatMap((skey) => (skey === '' ? [] : [readKey(skey)]));
  const [first] = keys;
  if (first?.material[0] !== 1) throw new BadKey('no-ed25519');
  if (keys.some(({ name }) => name !== first.name)) throw new BadKey('names-differ');
  return keys as [NoteKey, ...NoteKey[]];
}

/** One key; its hash tells a typing mistake. */
function readKey(skey: string): NoteKey {
  const read = readSkey(skey);
  const key = read && (readEd25519(read) ?? readSm2(read));
  if (!read || !key || keyId(key.name, key.material).toString('hex') !== read.id) throw new BadKey('malformed');
  return key;
}
