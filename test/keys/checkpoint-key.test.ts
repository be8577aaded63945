// The keys that sign checkpoints: made once, kept to ourselves, refused when written wrong; and SM2 that others would verify.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sm2 } from 'sm-crypto-v2';
import { afterAll, expect, test } from 'vitest';
import { checkpointText } from '../../src/domain/checkpoint.ts';
import { ed25519Skey } from '../../src/domain/signed-note.ts';
import { addSm2, BadKey, newKeyName, openSigner } from '../../src/keys/checkpoint-key.ts';
import { verifySm2 } from '../../src/keys/sm2.ts';
import { checkNote } from '../../src/verify/note.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = checkpointText('ssj.example.gov.cn/log', 3, '42'.repeat(32));

const at = (given: string) => () => openSigner({ given, file: '' }, 'x');

const failing = (text: string, vkey: string): readonly string[] =>
  checkNote(text, vkey, verifySm2).flatMap(({ id, passed }) => (passed ? [] : [id]));

function problemOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof BadKey) return error.problem;
    throw error;
  }
  return 'none';
}

test('a first start makes a key that only its owner can read, and the next start finds it', () => {
  const file = path.join(folder, 'data', 'checkpoint.key');
  const made = openSigner({ given: null, file }, 'ssj.example.gov.cn/log');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(made.origin).toBe('ssj.example.gov.cn/log');
  expect(openSigner({ given: null, file }, 'another.example/log').vkeys).toEqual(made.vkeys);
  expect(checkNote(made.sign(TEXT), made.vkeys[0] ?? '').every(({ passed }) => passed)).toBe(true);
});

test('a key from the environment is used instead of the file', () => {
  const given = ed25519Skey('env.example/log', Buffer.alloc(32, 9));
  expect(openSigner({ given, file: path.join(folder, 'unused') }, 'x').origin).toBe('env.example/log');
  expect(existsSync(path.join(folder, 'unused'))).toBe(false);
});

test('a key mistyped, of another name, or of no known type is refused, and never repeated', () => {
  const good = ed25519Skey('env.example/log', Buffer.alloc(32, 9));
  expect(problemOf(at(good.replace('CQkJ', 'CQkK')))).toBe('malformed');
  expect(problemOf(at('PRIVATE+KEY+x+00000000+AQ=='))).toBe('malformed');
  expect(problemOf(at(`${good} ${ed25519Skey('other.example/log', Buffer.alloc(32, 8))}`))).toBe('names-differ');
  const file = path.join(folder, 'empty.key');
  writeFileSync(file, '');
  expect(problemOf(() => openSigner({ given: null, file }, 'x'))).toBe('no-ed25519');
  expect(new BadKey('malformed').message).not.toContain('PRIVATE');
});

test('a second, national key signs a line of its own, and the first line holds as before', () => {
  const place = { given: null, file: path.join(folder, 'both.key') };
  const [ed = ''] = openSigner(place, 'ssj.example.gov.cn/log').vkeys;
  const both = addSm2(place);
  expect(both.vkeys).toEqual([ed, expect.stringMatching(/^ssj\.example\.gov\.cn\/log\+[0-9a-f]{8}\+\/21pbmdxaWFu/)]);
  expect(readFileSync(place.file, 'utf8').trim().split('\n')).toHaveLength(2);
  const note = openSigner(place, 'x').sign(TEXT);
  for (const vkey of both.vkeys) {
    expect(failing(note, vkey)).toEqual([]);
    expect(failing(note.replace('\n3\n', '\n4\n'), vkey)).toEqual(['note-signature']);
  }
  expect(checkNote(note, both.vkeys[1] ?? '').at(-1)?.found).toContain('不认识');
  expect(problemOf(() => addSm2(place))).toBe('has-sm2');
  expect(problemOf(() => addSm2({ ...place, given: 'x' }))).toBe('given-elsewhere');
});

test('our SM2 is the standard one: the signature printed in GB/T 32918.5 verifies, with its private and public key', () => {
  const privateKey = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
  const publicKey =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
  const signature =
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
  expect(sm2.getPublicKeyFromPrivateKey(privateKey)).toBe(publicKey);
  const material = Buffer.concat([Buffer.of(0xff), Buffer.from('mingqian/SM2-with-SM3\n'), Buffer.from(publicKey, 'hex')]);
  expect(verifySm2(material, 'message digest', Buffer.from(signature, 'hex'))).toBe(true);
  expect(verifySm2(material, 'message digesT', Buffer.from(signature, 'hex'))).toBe(false);
  expect(verifySm2(Buffer.of(1, 2), 'message digest', Buffer.from(signature, 'hex'))).toBeNull();
});

test('a new key is named for the public site, or for nobody else', () => {
  expect(newKeyName('https://ssj.example.gov.cn/x')).toBe('ssj.example.gov.cn/log');
  expect(newKeyName(null)).toMatch(/^mingqian-[0-9a-f]{8}\/log$/);
});
