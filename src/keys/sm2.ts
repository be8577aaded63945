// SM2 with SM3 (GM/T 0003.2, user id of GM/T 0009), for a second signature line. Node's own 'SM2' keys sign plain ECDSA, which no SM2 verifier takes.
import { sm2 } from 'sm-crypto-v2';
import { type NoteKey, skeyOf } from '../domain/signed-note.ts';

/**
 * C2SP has no number for SM2: type 0xff with a name of our own, then the public key as 65 bytes `04 X Y`. The signature is
 * `r s`, 64 bytes, over the note's text.
 */
const TYPE = Buffer.concat([Buffer.of(0xff), Buffer.from('mingqian/SM2-with-SM3\n')]);
const PRIVATE_BYTES = 32;
const PUBLIC_BYTES = 65;
const SIGNATURE_BYTES = 64;

/** A fresh key in its private form. */
export function makeSm2Skey(name: string): string {
  const secret = Buffer.from(sm2.generateKeyPairHex().privateKey, 'hex');
  return skeyOf(sm2Key(name, secret), Buffer.concat([TYPE, secret]));
}

/** The key of a private form, null if that is of another type. */
export function readSm2({ name, secret }: { readonly name: string; readonly secret: Buffer }): NoteKey | null {
  const isOurs = secret.length === TYPE.length + PRIVATE_BYTES && secret.subarray(0, TYPE.length).equals(TYPE);
  return isOurs ? sm2Key(name, secret.subarray(TYPE.length)) : null;
}

/** Whether an SM2 key signed the text; null if the material is not such a key. */
export function verifySm2(material: Uint8Array, text: string, signature: Uint8Array): boolean | null {
  const bytes = Buffer.from(material);
  if (bytes.length !== TYPE.length + PUBLIC_BYTES || !bytes.subarray(0, TYPE.length).equals(TYPE)) return null;
  if (signature.length !== SIGNATURE_BYTES) return false;
  const publicKey = bytes.subarray(TYPE.length).toString('hex');
  return sm2.doVerifySignature(Buffer.from(text), Buffer.from(signature).toString('hex'), publicKey, { hash: true });
}

function sm2Key(name: string, secret: Buffer): NoteKey {
  const privateKey = secret.toString('hex');
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey);
  return {
    name,
    material: Buffer.concat([TYPE, Buffer.from(publicKey, 'hex')]),
    sign: (text) => Buffer.from(sm2.doSignature(Buffer.from(text), privateKey, { hash: true, publicKey }), 'hex'),
  };
}
