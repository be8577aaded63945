// 末项入册: a round of drand, fetched or pasted, is checked and kept; from then on the draw can be settled (SSJ-1, BEACON).
import { beaconTime } from '../domain/beacon-plan.ts';
import { awaitedRound, checkRound, randomnessOf, readPasted } from '../domain/drand-paste.ts';
import type { DrandEntry } from '../domain/draw.ts';
import { may } from '../domain/may.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import { keepBeacon } from './keeping.ts';
import type { Office } from './office.ts';

/**
 * Takes what somebody pasted. Who it was does not matter: the signature is the chain's own, and there is one for each
 * round. A round that is not the awaited one is refused, and so is a signature that is not the chain's.
 */
export async function takeBeacon(office: Office, by: Person, number: string, pasted: string): Answer<DrandEntry> {
  const read = readPasted(pasted);
  // The signature is checked before the transaction, against the round that the lock fixed: that never changes.
  const signature = read.ok && may(by, 'paste-beacon') ? read.value.signature : null;
  const isSigned = signature !== null && (await isOfDraw(office, number, signature));
  return change(office, by, 'paste-beacon', async (books, at) => {
    const draw = await books.draws.get(number);
    const task = draw && (await books.tasks.get(draw.task));
    if (!draw || !task) return notFound('draw', number);
    const awaited = awaitedRound(draw, beaconTime(draw, task), at);
    if (!awaited.ok) return awaited;
    if (!read.ok) return read;
    const refusal = checkRound(read.value, awaited.value);
    if (refusal) return refusal;
    if (signature === null || !isSigned) return fail({ kind: 'beacon-forged' });
    const entry = { draw: number, round: awaited.value, randomness: randomnessOf(signature), signature, from: null, by: by.id, at };
    return (await keepBeacon(books, draw, entry)) ? ok(entry) : alreadyDone();
  });
}

async function isOfDraw(office: Office, number: string, signature: string): Promise<boolean> {
  const draw = await office.store.read((books) => books.draws.get(number));
  const beacon = draw?.manifest.entropy.beacon;
  return beacon?.type === 'drand' && office.drand.isSigned(beacon.round, signature);
}
