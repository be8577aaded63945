// Views of the last ingredient and of what follows the result: the forms in which it is typed or pasted, a witness's last card.
import type { Card } from '../../cards/card.ts';
import { beaconFace } from '../../cards/faces/beacon.ts';
import { confirmFace } from '../../cards/faces/confirm.ts';
import { diceFace } from '../../cards/faces/dice.ts';
import { lotteryFace } from '../../cards/faces/lottery.ts';
import { hasMissedBeacon } from '../../domain/ceremony.ts';
import { checkConfirmation, latestOf } from '../../domain/confirmation-rules.ts';
import { isSealed } from '../../domain/drand-paste.ts';
import { countsOf } from '../../domain/draw-counts.ts';
import { may } from '../../domain/may.ts';
import type { DrawRecord } from '../../domain/record.ts';
import { QUICKNET, roundTime } from '../../domain/ssj/beacon.ts';
import { mayType, typingState } from '../../domain/typing.ts';
import { digestsAside } from '../../flows/draw-aside.ts';
import { sayBeacon } from '../../words/draws.ts';
import { type Ceremony, ceremonyOf } from './ceremony.ts';
import { allowed, type Look, NothingThere, namesOf } from './context.ts';

/** What both forms for typing say: where this round stands, and what this witness did in it. */
async function typingFacts(look: Look, { draw, typed }: Ceremony) {
  const { round, typed: ofRound, agreed } = typingState(typed);
  const witnesses = draw.witnesses.map(({ person }) => person);
  const mine = ofRound.find(({ person }) => person === look.viewer?.id);
  return {
    round,
    agreed,
    mine: mine?.numbers ?? null,
    missing: witnesses.filter((person) => !ofRound.some((entry) => entry.person === person)),
    names: await namesOf(look, { people: witnesses }),
    mayType: witnesses.includes(look.viewer?.id ?? '') && !mine && agreed === null && mayType(draw),
  };
}

export async function diceView(look: Look): Promise<Card> {
  const ceremony = await ceremonyOf(look);
  const { draw, task } = ceremony;
  const { round, mine, missing, names, mayType: isOpen } = await typingFacts(look, ceremony);
  const beacon = draw.manifest.entropy.beacon;
  return diceFace({
    draw,
    task,
    count: beacon?.type === 'dice' ? beacon.count : 0,
    sides: beacon?.type === 'dice' ? beacon.sides : 0,
    round,
    mine,
    differed: round > 1,
    missing,
    names,
    may: allowed({ 'type-dice': isOpen }),
  });
}

export async function lotteryView(look: Look): Promise<Card> {
  const ceremony = await ceremonyOf(look);
  const { draw, task } = ceremony;
  if (task.lottery === null) throw new NothingThere('draw', draw.number);
  const { round, mine, missing, names, agreed, mayType: isOpen } = await typingFacts(look, ceremony);
  const isDrawn = look.office.now() >= task.lottery.drawnAt;
  return lotteryFace({
    draw,
    task,
    lottery: task.lottery,
    isDrawn,
    round,
    mine,
    missing,
    isAgreed: agreed !== null,
    names,
    may: allowed({ 'give-beacon': isOpen && isDrawn }),
  });
}

export async function beaconView(look: Look): Promise<Card> {
  const ceremony = await ceremonyOf(look);
  const { draw, task, drand } = ceremony;
  const { beacon } = draw.manifest.entropy;
  if (beacon?.type !== 'drand') throw new NothingThere('draw', draw.number);
  const { round } = beacon;
  const standing = standingOf(ceremony, look.office.now());
  const { viewer } = look;
  return beaconFace({
    draw,
    task,
    round,
    at: roundTime(round),
    standing,
    taken: drand,
    addresses: look.office.rules.drand.endpoints.map((endpoint) => `${endpoint}/${QUICKNET.chain}/public/${round}`),
    may: allowed({ 'give-beacon': standing === 'open' && viewer !== null && may(viewer, 'paste-beacon') }),
  });
}

function standingOf({ draw, drand, beaconAt }: Ceremony, now: Date): Parameters<typeof beaconFace>[0]['standing'] {
  if (drand !== null) return 'done';
  if (hasMissedBeacon(draw, beaconAt, now)) return 'missed';
  if (!isSealed(draw)) return 'not-sealed';
  return beaconAt !== null && now < beaconAt ? 'not-yet' : 'open';
}

export async function confirmView(look: Look): Promise<Card> {
  const { draw, task } = await ceremonyOf(look);
  const { viewer } = look;
  const said = await look.books.confirmations.ofDraw(draw.number);
  const maySay = (verdict: 'confirmed' | 'disputed'): boolean =>
    viewer !== null && may(viewer, 'confirm-draw') && checkConfirmation(draw, said, viewer.id, { verdict, words: '-' }) === null;
  return confirmFace({
    draw,
    task,
    result: draw.record && (await numbersOf(draw.record)),
    said: viewer === null ? null : latestOf(said, viewer.id),
    may: allowed({ 'confirm-draw': maySay('confirmed'), 'dispute-draw': maySay('disputed'), 'verify-draw': draw.record !== null }),
  });
}

/** A witness learns how many, not who. */
async function numbersOf(record: DrawRecord) {
  const { sha256 } = await digestsAside(record);
  const { institutions, inspectors, strata } = countsOf(record);
  const reserve = strata.reduce((sum, one) => sum + one.reserve, 0);
  return { recordHash: sha256, drawn: institutions, reserve, inspectors, beacon: sayBeacon(record.beacon) };
}
