// C2SP signed notes (c2sp.org/signed-note): a text, an empty line, and signature lines that name their keys.
import { createPrivateKey, createPublicKey, hash, sign } from 'node:crypto';

/** Signature types by their first byte: 1 is C2SP's Ed25519; 0xff is left to others, who add a name of their own. */
const ED25519 = 0x01;

/** A key that signs notes: its name, its public form, and the bytes it gives for a text. */
export interface NoteKey {
  readonly name: string;
  /** What it is called by everybody else: type byte, an own name if the type is 0xff, public key. */
  readonly material: Buffer;
  readonly sign: (text: string) => Buffer;
}

/** Whatever signs checkpoints: made at start from the office's keys, all of one name. */
export interface Signer {
  /** The first line of each checkpoint, and the keys' name. */
  readonly origin: string;
  /** The public keys, each as `name+hash+base64`. */
  readonly vkeys: readonly string[];
  /** The note with a signature line for each key; `text` ends with a line end. */
  sign(text: string): string;
}

/** The first four bytes of SHA-256 over name, line end, material: a hint which key signed, not a proof. */
export function keyId(name: string, material: Buffer): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), material]), 'buffer').subarray(0, 4);
}

/** The public form `name+hash+base64`. */
export function vkeyOf({ name, material }: Pick<NoteKey, 'name' | 'material'>): string {
  return `${name}+${keyId(name, material).toString('hex')}+${material.toString('base64')}`;
}

/** The private form `PRIVATE+KEY+name+hash+base64`, as Go's note package writes it; `secret` is type byte (and own name) and private key. */
export function skeyOf({ name, material }: Pick<NoteKey, 'name' | 'material'>, secret: Buffer): string {
  return `PRIVATE+KEY+${name}+${keyId(name, material).toString('hex')}+${secret.toString('base64')}`;
}

/** A private form taken apart; null if it is none. Its hash is for the caller to compare with the key's. */
export function readSkey(text: string): { readonly name: string; readonly id: string; readonly secret: Buffer } | null {
  const [, name, id, secret] = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (name === undefined || id === undefined || secret === undefined) return null;
  return { name, id, secret: Buffer.from(secret, 'base64') };
}

/** What stands before a raw Ed25519 private key of 32 bytes in PKCS #8 (RFC 8410 §7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key of a 32-byte seed (RFC 8032 §5.1.5). Signing is repeatable: the same text, the same bytes. */
export function ed25519Key(name: string, seed: Buffer): NoteKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { name, material: Buffer.concat([Buffer.of(ED25519), publicKey]), sign: (text) => sign(null, Buffer.from(text), key) };
}

/** The private form of an Ed25519 key. */
export function ed25519Skey(name: string, seed: Buffer): string {
  return skeyOf(ed25519Key(name, seed), Buffer.concat([Buffer.of(ED25519), seed]));
}

/** The Ed25519 key of a private form, null if that is of another type. */
export function readEd25519({ name, secret }: { readonly name: string; readonly secret: Buffer }): NoteKey | null {
  return secret[0] === ED25519 && secret.length === 33 ? ed25519Key(name, secret.subarray(1)) : null;
}

/** A signer with these keys, the first of which gives the origin. */
export function signerOf(keys: readonly [NoteKey, ...NoteKey[]]): Signer {
  return {
    origin: keys[0].name,
    vkeys: keys.map(vkeyOf),
    sign: (text) => `${text}\n${keys.map((key) => signatureLine(key, text)).join('')}`,
  };
}

function signatureLine({ name, material, sign: signed }: NoteKey, text: string): string {
  return `— ${name} ${Buffer.concat([keyId(name, material), signed(text)]).toString('base64')}\n`;
}
