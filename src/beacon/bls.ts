// Whether a round of drand's quicknet is signed: BLS12-381, signatures on G1, checked without any network (drand, scheme bls-unchained-g1-rfc9380).
import { hash } from 'node:crypto';
import { bls12_381 } from '@noble/curves/bls12-381.js';

/** Quicknet's public key, 96 bytes of a compressed point of G2. The chain hash of every manifest is a hash over this key. */
const PUBLIC_KEY =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a';
/** How messages become points of G1 (RFC 9380); drand's early chains hashed otherwise. */
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

const { shortSignatures: scheme } = bls12_381;
const publicKey = bls12_381.G2.Point.fromHex(PUBLIC_KEY);

/**
 * True if `signature` (96 lowercase hex characters) is quicknet's for that round. Whatever does not decode to a point of
 * the right group is false, and so is a second spelling of the same point: its hash would be another randomness.
 */
export function isSignedRound(round: number, signature: string): boolean {
  if (!Number.isSafeInteger(round) || round < 1 || !/^[0-9a-f]{96}$/.test(signature)) return false;
  try {
    const point = scheme.Signature.fromHex(signature);
    if (scheme.Signature.toHex(point) !== signature) return false;
    return scheme.verify(point, scheme.hash(messageOf(round), DOMAIN), publicKey);
  } catch {
    return false;
  }
}

/** What is signed: SHA-256 of the round as eight bytes, big-endian. Unchained: nothing of the round before. */
function messageOf(round: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(round));
  return hash('sha256', bytes, 'buffer');
}
