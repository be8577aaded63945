// The last ingredient (末项): what the manifest fixes of it before it exists, and whether what came is that thing (SSJ-1, BEACON).
import { hash } from 'node:crypto';
import type { Beacon, Digest, Entropy } from '../record.ts';
import { unreachable } from '../result.ts';
import { canonical } from './canonical.ts';

/** drand's quicknet: chain hash, seconds of the first round since 1970, seconds between rounds. */
export const QUICKNET = {
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  genesis: 1_692_803_367,
  period: 3,
} as const;

/** When a round of quicknet appears. */
export function roundTime(round: number): Date {
  return new Date((QUICKNET.genesis + (round - 1) * QUICKNET.period) * 1000);
}

/** The first round of quicknet that appears after an instant. */
export function roundAfter(instant: Date): number {
  const seconds = instant.getTime() / 1000 - QUICKNET.genesis;
  return seconds < 0 ? 1 : Math.floor(seconds / QUICKNET.period) + 2;
}

/** Why a planned or a finished beacon is not acceptable. */
export type BeaconProblem =
  | { readonly kind: 'beacon-of-other-mode'; readonly mode: Entropy['mode'] }
  | { readonly kind: 'beacon-keys' }
  | { readonly kind: 'beacon-chain-unknown'; readonly chain: string }
  | { readonly kind: 'beacon-round-bad'; readonly round: number }
  | { readonly kind: 'beacon-known-at-lock'; readonly round: number }
  | { readonly kind: 'beacon-lottery-bad' }
  | { readonly kind: 'beacon-dice-bad' }
  | { readonly kind: 'beacon-not-as-planned' }
  | { readonly kind: 'beacon-randomness-bad' }
  | { readonly kind: 'beacon-numbers-bad' }
  | { readonly kind: 'beacon-throws-bad' };

const PLANNED_KEYS = { drand: ['chain', 'round', 'type'], lottery: ['game', 'issue', 'type'], dice: ['count', 'sides', 'type'] } as const;
const COMING_KEYS = { drand: ['randomness', 'signature'], lottery: ['numbers'], dice: ['throws'] } as const;

/** Looks at the part of a beacon that the manifest fixes. `lockedAt`: RFC 3339. */
export function plannedBeaconProblem(mode: Entropy['mode'], beacon: Beacon, lockedAt: string): BeaconProblem | null {
  if (beacon === null || mode === 'witness') return beacon === null && mode === 'witness' ? null : { kind: 'beacon-of-other-mode', mode };
  if (beacon.type !== mode) return { kind: 'beacon-of-other-mode', mode };
  if (!hasExactly(beacon, PLANNED_KEYS[beacon.type])) return { kind: 'beacon-keys' };
  switch (beacon.type) {
    case 'drand':
      if (beacon.chain !== QUICKNET.chain) return { kind: 'beacon-chain-unknown', chain: beacon.chain };
      if (!Number.isSafeInteger(beacon.round) || beacon.round < 1) return { kind: 'beacon-round-bad', round: beacon.round };
      return roundTime(beacon.round).getTime() > Date.parse(lockedAt) ? null : { kind: 'beacon-known-at-lock', round: beacon.round };
    case 'lottery':
      return beacon.game !== '' && beacon.issue !== '' ? null : { kind: 'beacon-lottery-bad' };
    case 'dice':
      return isInteger(beacon.count, 1) && isInteger(beacon.sides, 2) ? null : { kind: 'beacon-dice-bad' };
    default:
      return unreachable(beacon);
  }
}

/** Looks at a beacon that has come: exactly the keys, what the manifest fixed unchanged, what came in its form. */
export function beaconProblem(planned: Beacon, beacon: Beacon): BeaconProblem | null {
  if (planned === null || beacon === null) return planned === beacon ? null : { kind: 'beacon-not-as-planned' };
  const { type } = beacon;
  if (type !== planned.type) return { kind: 'beacon-not-as-planned' };
  if (!hasExactly(beacon, [...PLANNED_KEYS[type], ...COMING_KEYS[type]])) return { kind: 'beacon-keys' };
  const fixed = Object.fromEntries(Object.entries(beacon).filter(([key]) => Object.hasOwn(planned, key)));
  if (canonical(fixed) !== canonical(planned)) return { kind: 'beacon-not-as-planned' };
  switch (beacon.type) {
    case 'drand':
      return isSelfConsistent(beacon.randomness ?? '', beacon.signature ?? '') ? null : { kind: 'beacon-randomness-bad' };
    case 'lottery':
      return areAscending(beacon.numbers ?? []) ? null : { kind: 'beacon-numbers-bad' };
    case 'dice':
      return areThrows(beacon.throws ?? [], beacon.count, beacon.sides) ? null : { kind: 'beacon-throws-bad' };
    default:
      return unreachable(beacon);
  }
}

/** drand's randomness is the SHA-256 of its signature (48 bytes in quicknet), both in lowercase hex. */
function isSelfConsistent(randomness: Digest, signature: string): boolean {
  return /^[0-9a-f]{96}$/.test(signature) && hash('sha256', Buffer.from(signature, 'hex'), 'hex') === randomness;
}

function areAscending(numbers: readonly number[]): boolean {
  return numbers.length > 0 && numbers.every((number, i) => isInteger(number, numbers[i - 1] ?? 0));
}

function areThrows(throws: readonly number[], count: number, sides: number): boolean {
  return throws.length === count && throws.every((face) => isInteger(face, 1) && face <= sides);
}

function isInteger(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function hasExactly(object: object, keys: readonly string[]): boolean {
  return Object.keys(object).sort().join() === [...keys].sort().join();
}
