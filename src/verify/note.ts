// A C2SP signed-note checkpoint, read and checked: its form, whose key, and an Ed25519 signature over every byte of its text.
import { ed25519 } from '@noble/curves/ed25519.js';
import { type Check, faultless, same } from './lines.ts';
import { sha256Bytes, toHex, utf8 } from './sha256.ts';

/** What a checkpoint says; the root as hex. */
export interface ReadNote {
  readonly text: string;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly signatures: readonly { readonly name: string; readonly id: string; readonly bytes: Uint8Array }[];
}

/** Verifies a signature by a key of type 0xff over a text; `material` is all that the key's public form holds. Null: a key unknown here. */
export type ForeignVerifier = (material: Uint8Array, text: string, signature: Uint8Array) => boolean | null;

const ED25519 = 1;
const FOREIGN = 0xff;

/** The note, or null if it is none. */
export function readNote(note: string): ReadNote | null {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n') || note.includes('\r')) return null;
  const text = note.slice(0, cut + 1);
  const lines = note
    .slice(cut + 2, -1)
    .split('\n')
    .map(signatureOf);
  const [origin = '', size = '', root = ''] = text.split('\n');
  const rootBytes = fromBase64(root);
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || rootBytes?.length !== 32 || lines.includes(null)) return null;
  return { text, origin, size: Number(size), root: toHex(rootBytes), signatures: lines.filter((line) => line !== null) };
}

/** The lines of a check of a note against a public key `name+hash+base64`; `foreign` is asked about keys that are not Ed25519. */
export function checkNote(note: string, vkey: string, foreign: ForeignVerifier = () => null): readonly Check[] {
  const key = readVkey(vkey);
  const read = readNote(note);
  const form = faultless('note-form', '存证的写法', '来源、条数、根、空行、签名行', read ? [] : ['不是 C2SP 存证，或有字节被改动']);
  const keyForm = faultless('note-vkey', '公钥的写法', '名称+标识+公钥，标识由后者算得', key ? [] : ['不是公钥，或抄错了']);
  if (!key || !read) return [form, keyForm];
  return [form, keyForm, same('note-origin', '存证的来源', key.name, read.origin), signatureCheck(read, key, foreign)];
}

interface Vkey {
  readonly name: string;
  readonly id: string;
  readonly material: Uint8Array;
}

function readVkey(vkey: string): Vkey | null {
  const [, name = '', id = '', base64 = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey.trim()) ?? [];
  const material = fromBase64(base64);
  if (name === '' || !material || material.length < 2) return null;
  const named = utf8(`${name}\n`);
  const whole = new Uint8Array(named.length + material.length);
  whole.set(named);
  whole.set(material, named.length);
  return toHex(sha256Bytes(whole).subarray(0, 4)) === id ? { name, id, material } : null;
}

function signatureCheck({ text, signatures }: ReadNote, { name, id, material }: Vkey, foreign: ForeignVerifier): Check {
  const expected = `${name} ${id} 对全文的签名`;
  const mine = signatures.find((line) => line.name === name && line.id === id);
  const line = (passed: boolean, found: string): Check => ({ id: 'note-signature', name: '签名', passed, expected, found });
  if (!mine) return line(false, '没有这把公钥的签名行');
  const holds = material[0] === FOREIGN ? foreign(material, text, mine.bytes) : isSigned(material, text, mine.bytes);
  if (holds === null) return line(false, '不认识这种公钥，无法核对');
  return holds ? line(true, expected) : line(false, '签名与内容不符：内容、签名或公钥被改动过');
}

function isSigned(material: Uint8Array, text: string, signature: Uint8Array): boolean | null {
  if (material[0] !== ED25519 || material.length !== 33) return null;
  if (signature.length !== 64) return false;
  try {
    return ed25519.verify(signature, utf8(text), material.subarray(1), { zip215: false });
  } catch {
    return false;
  }
}

function signatureOf(line: string): ReadNote['signatures'][number] | null {
  const [, name = '', base64 = ''] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(base64);
  return name === '' || !bytes || bytes.length < 5 ? null : { name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

/** Bytes of canonical base64, null if it is none: one text for one value, so that a changed character never reads alike. */
function fromBase64(text: string): Uint8Array | null {
  try {
    const raw = atob(text);
    return btoa(raw) === text ? Uint8Array.from(raw, (char) => char.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}
