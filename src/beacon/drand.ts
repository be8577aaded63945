// drand from outside: asks its public addresses for a round, side by side, and believes none of them.
import { QUICKNET } from '../domain/ssj/beacon.ts';

/** Where to ask, and how long to wait for each. */
export interface DrandOptions {
  readonly endpoints: readonly string[];
  readonly timeoutSeconds: number;
}

/** A round of the chain, and the address that gave it. */
export interface FoundRound {
  readonly signature: string;
  readonly from: string;
}

/** An answer is a few hundred bytes. Whoever sends more is not read to the end. */
const LONGEST_ANSWER = 4096;

/** Whether a signature is the chain's for that round: needs no network. */
export type IsSigned = (round: number, signature: string) => Promise<boolean>;

/** Opens the two ways to drand: the check, which is handed in because it is heavy, and the fetch, which believes only that. */
export function openDrand(options: DrandOptions, isSigned: IsSigned) {
  return { isSigned, fetch: (round: number) => fetchRound(options, isSigned, round) };
}

/** The first signed answer; null when no address has one. What is not signed counts as no answer. */
async function fetchRound({ endpoints, timeoutSeconds }: DrandOptions, isSigned: IsSigned, round: number): Promise<FoundRound | null> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutSeconds * 1000)]);
  const tries = endpoints.map(async (from) => {
    const signature = signatureIn(await ask(`${from}/${QUICKNET.chain}/public/${round}`, signal));
    if (signature === null || !(await isSigned(round, signature))) throw new Error('not signed');
    return { signature, from };
  });
  try {
    return await Promise.any(tries);
  } catch {
    return null;
  } finally {
    stop.abort();
  }
}

/** The body of a plain answer. Redirects are not followed: nobody may send the office's server elsewhere. */
async function ask(url: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (answer.status !== 200 || answer.body === null) {
    await answer.body?.cancel();
    throw new Error(`status ${answer.status}`);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > LONGEST_ANSWER) throw new Error('too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function signatureIn(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body);
    const signature = typeof value === 'object' && value !== null && 'signature' in value ? value.signature : null;
    return typeof signature === 'string' ? signature.toLowerCase() : null;
  } catch {
    return null;
  }
}
