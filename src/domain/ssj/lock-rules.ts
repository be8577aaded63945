// Everything LOCK refuses, each as a problem of its own kind, all of them at once (SSJ-1, LOCK).
import type { Entropy, InspectorRow, Recusal, RosterRow, Rules, Stratum } from '../record.ts';
import { type BeaconProblem, plannedBeaconProblem } from './beacon.ts';
import { FEWEST_WITNESSES } from './contributions.ts';
import { isInStratum } from './objects.ts';
import { SERVER } from './secrets.ts';
import { receiveText } from './texts.ts';

/** The two lists whose rows have ids. */
export type ListName = 'roster' | 'inspectors';

/** Why a draw cannot be sealed. */
export type SealProblem =
  | { readonly kind: 'id-bad'; readonly list: ListName; readonly id: string }
  | { readonly kind: 'ids-alike'; readonly list: ListName; readonly ids: readonly [string, string] }
  | { readonly kind: 'recusal-unknown'; readonly object: string; readonly inspector: string }
  | { readonly kind: 'recusal-repeated'; readonly object: string; readonly inspector: string }
  | { readonly kind: 'row-in-two-strata'; readonly object: string; readonly strata: readonly [string, string] }
  | { readonly kind: 'stratum-repeated'; readonly stratum: string }
  | { readonly kind: 'ratio-bad'; readonly stratum: string; readonly num: number; readonly den: number }
  | { readonly kind: 'min-bad'; readonly stratum: string; readonly min: number }
  | { readonly kind: 'weight-bad'; readonly risk: string; readonly weight: number }
  | { readonly kind: 'team-bad'; readonly size: number }
  | { readonly kind: 'cap-bad'; readonly inspector: string }
  | { readonly kind: 'text-bad'; readonly text: string }
  | { readonly kind: 'contributors-bad' }
  | { readonly kind: 'witnesses-too-few'; readonly need: number; readonly have: number }
  | { readonly kind: 'draw-number-bad'; readonly draw: string }
  | { readonly kind: 'time-bad'; readonly lockedAt: string }
  | { readonly kind: 'secret-bad' }
  | { readonly kind: 'chain-bad'; readonly length: number }
  | { readonly kind: 'prev-bad' }
  | BeaconProblem;

/** What the rules look at: a manifest before its digests. */
export interface Sealing {
  readonly draw: string;
  /** RFC 3339 with an offset, e.g. `2026-03-16T09:00:00+08:00`. */
  readonly lockedAt: string;
  readonly roster: readonly RosterRow[];
  readonly inspectors: readonly InspectorRow[];
  readonly recusals: readonly Recusal[];
  readonly rules: Rules;
  readonly entropy: Omit<Entropy, 'serverCommit'>;
  readonly chainLength: number;
  /** Head of the ledger at lock, 64 hex characters. */
  readonly prev: string;
}

/** Ids of institutions and inspectors. */
export const ID = /^[0-9A-Za-z._-]{1,64}$/;
/** A digest, a link or a secret. */
export const HEX_256 = /^[0-9a-f]{64}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
/** More would serve no visit and only make verifying slow. */
const LARGEST_TEAM = 100;
const LONGEST_CHAIN = 1_000_000;

/** All problems of a draw to be sealed; none means that it may be. */
export function sealProblems(sealing: Sealing): readonly SealProblem[] {
  const { roster, inspectors, rules } = sealing;
  return [
    ...frameProblems(sealing),
    ...idProblems('roster', roster),
    ...idProblems('inspectors', inspectors),
    ...recusalProblems(sealing),
    ...strataProblems(roster, rules.strata),
    ...ruleProblems(rules),
    ...inspectors.filter(({ cap, load }) => !isCount(cap) || !isCount(load)).map(({ id }) => ({ kind: 'cap-bad', inspector: id }) as const),
    ...textProblems(sealing),
    ...entropyProblems(sealing),
  ];
}

function* frameProblems({ draw, lockedAt, chainLength, prev }: Sealing): Generator<SealProblem> {
  if (!ID.test(draw)) yield { kind: 'draw-number-bad', draw };
  if (!MOMENT.test(lockedAt) || Number.isNaN(Date.parse(lockedAt))) yield { kind: 'time-bad', lockedAt };
  if (!isCount(chainLength) || chainLength < 1 || chainLength > LONGEST_CHAIN) yield { kind: 'chain-bad', length: chainLength };
  if (!HEX_256.test(prev)) yield { kind: 'prev-bad' };
}

function* idProblems(list: ListName, rows: readonly { readonly id: string }[]): Generator<SealProblem> {
  const seen = new Map<string, string>();
  for (const { id } of rows) {
    if (!ID.test(id)) yield { kind: 'id-bad', list, id };
    const folded = id.toLowerCase();
    const twin = seen.get(folded);
    if (twin !== undefined) yield { kind: 'ids-alike', list, ids: [twin, id] };
    seen.set(folded, id);
  }
}

function* recusalProblems({ roster, inspectors, recusals }: Sealing): Generator<SealProblem> {
  const objects = new Set(roster.map(({ id }) => id));
  const people = new Set(inspectors.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { object, inspector } of recusals) {
    if (!objects.has(object) || !people.has(inspector)) yield { kind: 'recusal-unknown', object, inspector };
    const pair = JSON.stringify([object, inspector]);
    if (seen.has(pair)) yield { kind: 'recusal-repeated', object, inspector };
    seen.add(pair);
  }
}

function* strataProblems(roster: readonly RosterRow[], strata: readonly Stratum[]): Generator<SealProblem> {
  const seen = new Set<string>();
  for (const { id } of strata) {
    if (seen.has(id)) yield { kind: 'stratum-repeated', stratum: id };
    seen.add(id);
  }
  for (const row of roster) {
    const [first, second] = strata.filter((stratum) => isInStratum(row, stratum));
    if (first && second) yield { kind: 'row-in-two-strata', object: row.id, strata: [first.id, second.id] };
  }
}

function* ruleProblems({ strata, weights, team }: Rules): Generator<SealProblem> {
  for (const { id, num, den, min } of strata) {
    if (!isCount(num) || !isCount(den) || den < 1 || num > den) yield { kind: 'ratio-bad', stratum: id, num, den };
    if (!isCount(min)) yield { kind: 'min-bad', stratum: id, min };
  }
  for (const [risk, weight] of Object.entries(weights)) {
    if (!isCount(weight) || weight < 1 || weight > 100) yield { kind: 'weight-bad', risk, weight };
  }
  if (!isCount(team.size) || team.size < 2 || team.size > LARGEST_TEAM) yield { kind: 'team-bad', size: team.size };
}

/** Every text that enters a digest has to be writable in UTF-8 and short. */
function* textProblems({ roster, inspectors, rules, entropy }: Sealing): Generator<SealProblem> {
  const texts = new Set<string | null | undefined>([rules.document, ...Object.keys(rules.weights)]);
  for (const row of roster) for (const text of [row.name, row.category, row.risk, row.excluded, row.forced]) texts.add(text);
  for (const row of inspectors) for (const text of [...row.categories, row.excluded]) texts.add(text);
  for (const row of rules.strata) for (const text of [row.id, row.category, row.risk]) texts.add(text);
  for (const { by } of entropy.contributors) texts.add(by);
  if (entropy.beacon?.type === 'lottery') texts.add(entropy.beacon.game).add(entropy.beacon.issue);
  for (const text of texts) if (typeof text === 'string' && !receiveText(text).ok) yield { kind: 'text-bad', text };
  for (const risk of Object.keys(rules.weights)) if (!/^[\x20-\x7e]*$/.test(risk)) yield { kind: 'text-bad', text: risk };
}

function* entropyProblems({ entropy: { mode, contributors, beacon }, lockedAt }: Sealing): Generator<SealProblem> {
  const names = contributors.map(({ by }) => by);
  if (names[0] !== SERVER || new Set(names).size < names.length || names.includes('')) yield { kind: 'contributors-bad' };
  const have = names.length - 1;
  if (mode !== 'drand' && have < FEWEST_WITNESSES) yield { kind: 'witnesses-too-few', need: FEWEST_WITNESSES, have };
  const problem = plannedBeaconProblem(mode, beacon, lockedAt);
  if (problem) yield problem;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
