// Signed notes against a note that somebody else signed, byte for byte; and what a changed byte comes to.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkpointText } from '../../src/domain/checkpoint.ts';
import { ed25519Key, ed25519Skey, readEd25519, readSkey, signerOf } from '../../src/domain/signed-note.ts';
import { checkNote, readNote } from '../../src/verify/note.ts';

/** Of the key of RFC 8032, test 1. */
const NOTE = readFileSync(path.join(import.meta.dirname, '../vectors/checkpoint-note.txt'), 'utf8');
const SEED = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const NAME = 'ssj.example.gov.cn/log';
/** The public key that RFC 8032 prints for it. */
const PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const signer = signerOf([ed25519Key(NAME, SEED)]);
const [VKEY = ''] = signer.vkeys;

function failing(note: string, vkey = VKEY): readonly string[] {
  return checkNote(note, vkey).flatMap(({ id, passed }) => (passed ? [] : [id]));
}

test('the sample note is reproduced to the byte', () => {
  const root = Buffer.from('QjghArr0XVaWxVApYFn87lwUr9o/aKz+FCQX2Aef4Zs=', 'base64').toString('hex');
  expect(signer.sign(checkpointText(NAME, 3, root))).toBe(NOTE);
});

test('the public key has the form in which others exchange it', () => {
  // The hash is the one the sample's own signature line begins with.
  const id = Buffer.from(NOTE.split(' ').at(-1) ?? '', 'base64').toString('hex', 0, 4);
  expect(VKEY).toBe(`${NAME}+${id}+${Buffer.from(`01${PUBLIC}`, 'hex').toString('base64')}`);
});

test('the sample note is read and verified', () => {
  expect(failing(NOTE)).toEqual([]);
  expect(readNote(NOTE)).toMatchObject({ origin: NAME, size: 3 });
});

test('not one byte of it can be changed', () => {
  for (let at = 0; at < NOTE.length; at += 1) {
    const other = NOTE[at] === 'A' ? 'B' : 'A';
    expect(failing(NOTE.slice(0, at) + other + NOTE.slice(at + 1)), `byte ${at}`).not.toEqual([]);
    expect(failing(NOTE.slice(0, at) + NOTE.slice(at + 1)), `without ${at}`).not.toEqual([]);
  }
  expect(failing(NOTE.replace('\n3\n', '\n4\n'))).toEqual(['note-signature']);
});

test('another key, another name or a key written wrong does not verify it', () => {
  const [other = ''] = signerOf([ed25519Key(NAME, Buffer.alloc(32, 7))]).vkeys;
  const [elsewhere = ''] = signerOf([ed25519Key('elsewhere.example/log', SEED)]).vkeys;
  expect(failing(NOTE, other)).toEqual(['note-signature']);
  expect(failing(NOTE, elsewhere)).toEqual(['note-origin', 'note-signature']);
  expect(failing(NOTE, VKEY.replace('+AdA', '+AdB').slice(0, -2))).toEqual(['note-vkey']);
});

test('a private form read back signs alike', () => {
  const read = readSkey(ed25519Skey(NAME, SEED));
  const key = read && readEd25519(read);
  if (!key) throw new Error('not read');
  expect(signerOf([key]).vkeys).toEqual(signer.vkeys);
  expect(readSkey('PRIVATE+KEY+nonsense')).toBeNull();
});
