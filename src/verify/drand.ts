// The public beacon drand (SSJ-1, BEACON): its chain, when a round appears, and that what came is that round and no other.
import { isSigned } from './bls.ts';
import { momentOf } from './form.ts';
import { type Check, faultless, same } from './lines.ts';
import type { LastIngredient, ReadRecord } from './record.ts';
import { fromHex, sha256, sha256Bytes } from './sha256.ts';

/** The chain `quicknet` as drand publishes it: its digest, its key, the second of its first round, seconds a round. */
const QUICKNET = {
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  key: '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  start: 1_692_803_367,
  period: 3,
} as const;

/** What the seal fixes: the chain, and a round that nobody could know yet. */
export function checkPlannedRound({ manifest: { entropy, lockedAt } }: ReadRecord): readonly Check[] {
  const round = roundOf(entropy.beacon);
  if (entropy.beacon === null || round === null) return [];
  const at = (QUICKNET.start + (round - 1) * QUICKNET.period) * 1000;
  const isLater = round >= 1 && at > momentOf(lockedAt)!;
  return [
    same('beacon-chain', '随机信标的链', QUICKNET.chain, entropy.beacon['chain']),
    {
      id: 'beacon-time',
      name: '随机信标的产生时间',
      passed: isLater,
      expected: `晚于封签时间 ${lockedAt}`,
      found: sayRound(round, at),
    },
  ];
}

/** What came: the randomness is the digest of the signature, and the signature is drand's own over the number of the round. */
export function checkRound({ beacon }: ReadRecord): readonly Check[] {
  const round = roundOf(beacon);
  if (beacon === null || round === null) return [];
  const signature = fromHex(String(beacon['signature']));
  const isOwn = isRoundSigned(round, String(beacon['signature']));
  const words = `quicknet 对第 ${round} 轮的签名`;
  return [
    same('beacon-randomness', '随机信标的随机值', sha256(signature), beacon['randomness']),
    faultless('beacon-signature', '随机信标的签名', words, isOwn ? [] : [`不是 ${words}`]),
  ];
}

/** One round is asked about again each time something is typed beside the record. */
let last = { name: '', isSigned: false };

/** Whether 96 hex characters are quicknet's signature over a round. */
export function isRoundSigned(round: number, signature: string): boolean {
  const name = `${round} ${signature}`;
  if (last.name !== name) last = { name, isSigned: isSigned(fromHex(signature), messageOf(round), fromHex(QUICKNET.key)) };
  return last.isSigned;
}

/** What drand signs in an unchained scheme: the digest of the round's number in 8 bytes, the highest first. */
function messageOf(round: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, BigInt(round));
  return sha256Bytes(new Uint8Array(bytes.buffer));
}

/** In Beijing's time, as the lock's is written. */
function sayRound(round: number, at: number): string {
  const date = new Date(at + 8 * 3_600_000);
  return Number.isNaN(date.getTime()) ? `第 ${round} 轮` : `第 ${round} 轮，${date.toISOString().slice(0, 19)}+08:00`;
}

function roundOf(beacon: LastIngredient): number | null {
  return beacon?.type === 'drand' ? Number(beacon['round']) : null;
}
