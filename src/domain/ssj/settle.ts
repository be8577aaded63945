// RESULT (开签): from the sealed inputs and the last ingredient to the whole record of a draw, without events yet.
import type {
  Beacon,
  Contribution,
  Digest,
  DrawRecord,
  InspectorRow,
  Manifest,
  Recusal,
  RosterRow,
  Rules,
  StratumResult,
  Team,
} from '../record.ts';
import { type Assigned, assign } from './assign.ts';
import { digestOf } from './canonical.ts';
import { byId, byPair, rooted } from './merkle.ts';
import { drawObjects, drawOrder } from './objects.ts';
import { byText } from './order.ts';
import { inspectorSeed, objectSeed } from './seed.ts';

/** What a record is computed from. */
export interface SettleInput {
  readonly manifest: Manifest;
  readonly manifestHash: Digest;
  readonly roster: readonly RosterRow[];
  readonly inspectors: readonly InspectorRow[];
  readonly recusals: readonly Recusal[];
  readonly contributions: readonly Contribution[];
  readonly beacon: Beacon;
  readonly beaconTypedBy?: readonly string[];
}

/** The record. Trusts its input: it was sealed and checked before. 100,000 rows take about a second. */
export function settle(input: SettleInput): DrawRecord {
  const { manifest, manifestHash, roster, inspectors, recusals, contributions, beacon, beaconTypedBy } = input;
  const seed = objectSeed(input);
  const objects = drawObjects(roster, manifest.rules, seed);
  const peopleSeed = inspectorSeed(input, drawOrder(objects));
  const { teams, unfilled } = assignTeams(input, objects, peopleSeed);
  return {
    v: 'SSJ-1',
    manifest,
    manifestHash,
    roster,
    inspectors,
    recusals,
    contributions,
    beacon,
    ...(beaconTypedBy ? { beaconTypedBy } : {}),
    seed,
    objects,
    inspectorSeed: peopleSeed,
    teams,
    unfilled,
    events: [],
    finalTeams: sortedTeams(teams),
  };
}

/** The same, once the lists are found to be those of the lock. Throws when they are not: somebody has been at the books, and no record is made of that. */
export function settleSealed(input: SettleInput): DrawRecord {
  const { manifest, manifestHash, roster, inspectors, recusals } = input;
  const lists = { roster: rooted(roster, byId), inspectors: rooted(inspectors, byId), recusals: rooted(recusals, byPair) };
  if (digestOf({ ...manifest, ...lists }) !== manifestHash) throw new Error(`draw ${manifest.draw} is not as it was locked`);
  return settle(input);
}

/** What teams are made from. */
export interface Staffing extends Pick<SettleInput, 'roster' | 'inspectors' | 'recusals'> {
  readonly manifest: Pick<Manifest, 'rules'>;
}

/** The assignment of a draw, with the reason for each place that stayed empty. */
export function assignTeams(
  { manifest: { rules }, roster, inspectors, recusals }: Staffing,
  objects: readonly StratumResult[],
  seed: Digest,
): Assigned {
  const category = new Map(roster.map((row) => [row.id, row.category]));
  const recused = new Map<string, string[]>();
  for (const { object, inspector } of recusals) recused.set(object, [...(recused.get(object) ?? []), inspector]);
  return assign({
    seed,
    objects: drawOrder(objects).map((id) => ({
      id,
      slots: slotNeeds(rules, category.get(id) ?? ''),
      recused: recused.get(id) ?? [],
    })),
    inspectors: inspectors
      .filter(({ excluded }) => excluded === null)
      .map(({ id, lead, categories, cap, load }) => ({ id, qualifications: qualificationsOf(categories, lead), cap, load })),
  });
}

/** Teams as `finalTeams` lists them: by ascending object. */
export function sortedTeams(teams: readonly Team[]): readonly Team[] {
  return teams.toSorted((a, b) => byText(a.object, b.object));
}

/** Every slot needs the category; the first also the qualification to lead, if the rules say so. The prefixes keep the two apart. */
function slotNeeds({ team }: Rules, category: string): readonly (readonly string[])[] {
  return Array.from({ length: team.size }, (_, slot) => qualificationsOf([category], slot === 0 && team.lead));
}

function qualificationsOf(categories: readonly string[], lead: boolean): readonly string[] {
  return [...categories.map((category) => `category:${category}`), ...(lead ? ['lead'] : [])];
}
