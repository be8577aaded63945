// BLS signatures on the curve BLS12-381, the one thing of this verifier that a package computes (`@noble/curves`).
import { bls12_381 } from '@noble/curves/bls12-381.js';

/** As drand's scheme `bls-unchained-g1-rfc9380` hashes messages to the curve. */
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const { shortSignatures } = bls12_381;

/** Whether 48 bytes are the signature over a message of the holder of a public key of 96 bytes; false too for what is no point. */
export function isSigned(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return shortSignatures.verify(signature, shortSignatures.hash(message, DOMAIN), publicKey);
  } catch {
    return false;
  }
}
