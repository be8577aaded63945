// A round of drand as somebody pastes it: the JSON of its public API, or the signature alone.
import { hash } from 'node:crypto';
import { hasMissedBeacon } from './ceremony.ts';
import type { Draw } from './draw.ts';
import type { Digest } from './record.ts';
import type { Refusal } from './refusal.ts';
import { type Refused, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';

/** What was pasted: `round` is null where only a signature was. Not believed yet. */
export interface PastedRound {
  readonly round: number | null;
  readonly signature: string;
}

/** A signature of quicknet: 48 bytes of a compressed point of G1. */
const SIGNATURE = /^[0-9a-f]{96}$/;

/** Reads what was pasted. A randomness that is not the signature's hash, or a text that holds no signature, is refused. */
export function readPasted(text: string): Result<PastedRound, Refusal> {
  const trimmed = text.trim();
  const bare = trimmed.toLowerCase();
  if (SIGNATURE.test(bare)) return ok({ round: null, signature: bare });
  const value = jsonIn(trimmed);
  const signature = textOf(value?.['signature']);
  const randomness = textOf(value?.['randomness']);
  const round = value?.['round'];
  if (!SIGNATURE.test(signature) || !(round === undefined || Number.isSafeInteger(round))) return fail({ kind: 'beacon-unread' });
  if (randomness !== '' && randomness !== randomnessOf(signature)) return fail({ kind: 'beacon-forged' });
  return ok({ round: typeof round === 'number' ? round : null, signature });
}

/** drand's randomness is the SHA-256 of its signature. */
export function randomnessOf(signature: string): Digest {
  return hash('sha256', Buffer.from(signature, 'hex'), 'hex');
}

/** What is copied from a page comes with words around it and with quotation marks that a phone made round. */
function jsonIn(text: string): Readonly<Record<string, unknown>> | null {
  const found = /\{.*\}/s.exec(text.replace(/[“”]/g, '"'))?.[0];
  if (found === undefined) return null;
  try {
    const value: unknown = JSON.parse(found);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

/** The round a draw waits for, if a beacon may come to it now: sealed, and going on or void. */
export function awaitedRound(draw: Draw, beaconAt: Date | null, now: Date): Result<number, Refusal> {
  const { beacon } = draw.manifest.entropy;
  if (beacon?.type !== 'drand') return fail({ kind: 'not-by-drand', draw: draw.number });
  if (hasMissedBeacon(draw, beaconAt, now)) return fail({ kind: 'beacon-public', draw: draw.number });
  return isSealed(draw) ? ok(beacon.round) : wrongState('draw', draw.state, 'closed');
}

/** Whether what was pasted claims to be that round. */
export function checkRound({ round }: PastedRound, awaited: number): Refused | null {
  return round === null || round === awaited ? null : fail({ kind: 'beacon-of-other-round', round, awaited });
}

/** The contributions are final: the draw waits for its beacon, or was voided after that. */
export function isSealed({ state, closedAt }: Pick<Draw, 'state' | 'closedAt'>): boolean {
  return state === 'closed' || (state === 'void' && closedAt !== null);
}
