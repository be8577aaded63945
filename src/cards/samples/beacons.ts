// 示例: a lock card in every stand of its last ingredient, the forms in which that is typed or pasted, a witness's confirmation.
import { digestOf } from '../../domain/ssj/canonical.ts';
import { ACTS, isActVerb } from '../acts.ts';
import type { BeaconFacts } from '../faces/beacon.ts';
import type { ConfirmFacts } from '../faces/confirm.ts';
import type { LockFacts } from '../faces/lock.ts';
import type { LotteryFacts } from '../faces/lottery.ts';
import type { May } from '../facts.ts';
import { lock, until } from './ceremony.ts';
import { DRAWN, LOCKED, LOTTERY, manifestOf, RECORD, ROUND, SETTLED, SM3, TASK, THROWN, VOIDED } from './draw.ts';
import { WARNINGS } from './list-rows.ts';
import { NAMES, NOW } from './office.ts';

const may: May = Object.keys(ACTS).filter(isActVerb);

const dicePlan = { type: 'dice', count: 4, sides: 6 } as const;
const drandPlan = { type: 'drand', chain: ROUND.chain, round: ROUND.round } as const;
const lotteryPlan = { type: 'lottery', game: LOTTERY.game, issue: LOTTERY.issue } as const;
const sealed = { ...SETTLED, state: 'closed' } as const;
/** A closed draw that waits for its last ingredient, by mode. */
const waiting = {
  dice: { ...lock, draw: { ...sealed, manifest: manifestOf('dice', dicePlan) }, task: { ...TASK, mode: 'dice' } },
  drand: { ...lock, draw: { ...sealed, manifest: manifestOf('drand', drandPlan) }, task: { ...TASK, mode: 'drand' }, beaconAt: until },
  lottery: {
    ...lock,
    draw: { ...sealed, manifest: manifestOf('lottery', lotteryPlan) },
    task: { ...TASK, mode: 'lottery', lottery: LOTTERY },
    beaconAt: LOTTERY.drawnAt,
  },
} as const;
const lottery = {
  draw: SETTLED,
  task: TASK,
  lottery: LOTTERY,
  isDrawn: true,
  round: 1,
  mine: null,
  missing: [],
  isAgreed: false,
  names: NAMES,
};
const beacon = {
  draw: SETTLED,
  task: TASK,
  round: ROUND.round,
  at: until,
  taken: null,
  addresses: [`https://example.org/${ROUND.chain}/public/${ROUND.round}`],
};
const confirm = {
  draw: SETTLED,
  task: TASK,
  result: { recordHash: digestOf(RECORD), drawn: 5, reserve: 3, inspectors: 2, beacon: null },
  said: null,
};

/** The facts of the `lock` card. */
export const LOCKS: readonly [LockFacts, ...LockFacts[]] = [
  { ...lock, may: ['open-contribution'] },
  { ...lock, contributed: ['P005', 'P006'], warnings: WARNINGS, may: ['close-draw'] },
  { ...lock, strata: [{ id: 'notary', rows: 1, listed: 0, pool: 0, forced: 1, quota: 0 }], may },
  { ...lock, draw: { ...SETTLED, state: 'closed' }, isReady: true, beacon: THROWN, may: ['settle-draw'] },
  { ...lock, draw: { ...SETTLED, state: 'closed' }, isReady: true, isComputing: true, beacon: THROWN, may: [] },
  { ...waiting.dice, typed: ['P005'], may: ['open-dice'] },
  { ...waiting.dice, typed: ['P005'], may: [] },
  { ...waiting.drand, secret: SM3, may: ['open-beacon'] },
  { ...waiting.drand, isBeaconPublic: true, may: ['open-beacon'] },
  { ...waiting.drand, isReady: true, settlesAt: NOW, beacon: ROUND, may: ['settle-draw'] },
  { ...waiting.drand, draw: { ...waiting.drand.draw, state: 'locked' }, hasMissedBeacon: true, may: ['open-void'] },
  { ...waiting.lottery, may: ['open-beacon'] },
  { ...waiting.lottery, isBeaconPublic: true, typed: ['P005'], may: ['open-beacon'] },
  { ...waiting.lottery, isReady: true, beacon: DRAWN, may: ['settle-draw'] },
  { ...lock, draw: SETTLED, may: [] },
  { ...lock, draw: VOIDED, may: [] },
  { ...lock, draw: VOIDED, outcome: { standing: 'complete', recordHash: SM3 }, may: [] },
  { ...lock, draw: VOIDED, outcome: { standing: 'drand-coming', recordHash: null }, may: [] },
  { ...lock, hasTooFew: true, isVoidAsked: true, may: ['open-contribution', 'open-void'] },
];

/** The facts of the `lottery` card. */
export const LOTTERIES: readonly [LotteryFacts, ...LotteryFacts[]] = [
  { ...lottery, may },
  { ...lottery, isDrawn: false, may: [] },
  { ...lottery, round: 2, may },
  { ...lottery, mine: DRAWN.numbers, missing: ['P006'], may: [] },
  { ...lottery, isAgreed: true, may: [] },
];

/** The facts of the `beacon` card. */
export const BEACONS: readonly [BeaconFacts, ...BeaconFacts[]] = [
  { ...beacon, standing: 'open', may },
  { ...beacon, standing: 'not-sealed', may: [] },
  { ...beacon, standing: 'missed', may: [] },
  { ...beacon, standing: 'not-yet', may: [] },
  { ...beacon, standing: 'done', taken: { randomness: ROUND.randomness, from: 'https://example.org', at: NOW }, may: [] },
  { ...beacon, standing: 'done', taken: { randomness: ROUND.randomness, from: null, at: NOW }, may: [] },
];

/** The facts of the `confirm` card. */
export const CONFIRMATIONS: readonly [ConfirmFacts, ...ConfirmFacts[]] = [
  { ...confirm, may },
  { ...confirm, said: { verdict: 'confirmed', words: '', at: NOW }, may: ['dispute-draw'] },
  { ...confirm, said: { verdict: 'disputed', words: '封存摘要与群里的不一样（示例）', at: NOW }, may: ['confirm-draw'] },
  { ...confirm, draw: LOCKED, result: null, may: [] },
];
