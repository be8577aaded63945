// What a draw would look like before its lock: the draw itself, run over sample seeds that anyone can repeat and that no real draw can have.
import type { DrawPlan } from './draw-plan.ts';
import { type Idle, idleReason } from './forecast-idle.ts';
import { mergeShortages, type ShortageGroup } from './forecast-shortage.ts';
import type { Digest, Recusal, Stratum } from './record.ts';
import type { Shortage } from './ssj/assign.ts';
import { digest } from './ssj/canonical.ts';
import { drawnOnly, drawOrder, poolOf, quotaOf, weightOf } from './ssj/objects.ts';
import { assignTeams } from './ssj/settle.ts';

/** What a forecast is computed from: the rows and rules as LOCK would seal them, and the sample seeds (hex SHA-256). Plain JSON. */
export interface ForecastInput extends DrawPlan {
  readonly recusals: readonly Recusal[];
  readonly seeds: readonly Digest[];
}

/** One institution that can be drawn. `drawn`: in how many samples it was. */
export interface InstitutionOdds {
  readonly id: string;
  readonly drawn: number;
}

/** One stratum. `exact` is the odds of each of its pool as a fraction in whole numbers, where all weigh the same; null where only the samples tell. */
export interface StratumOdds {
  readonly stratum: Stratum;
  /** Rows in the list, excluded and forced included. */
  readonly rows: number;
  readonly pool: number;
  readonly quota: number;
  /** Visits that the document orders beside the draw. */
  readonly forced: number;
  readonly exact: { readonly num: number; readonly den: number } | null;
  /** The pool, in the order of the list. */
  readonly institutions: readonly InstitutionOdds[];
}

/** In how many samples an inspector would visit an institution; pairs that never met are left out. */
export interface Meeting {
  readonly object: string;
  readonly times: number;
}

/** One inspector who can be drawn. `visits`: his visits in all samples together; `meetings`: the most frequent first. */
export interface InspectorOdds {
  readonly id: string;
  readonly visits: number;
  /** Most visits in any one sample. */
  readonly most: number;
  readonly meetings: readonly Meeting[];
  /** Why he went nowhere; null if he went anywhere. */
  readonly idle: Idle | null;
}

/** A forecast. All numbers are counts over `samples` draws, so that whoever shows them divides once, by `samples`. Plain JSON. */
export interface Forecast {
  readonly samples: number;
  /** Visits in each sample: the quotas and the forced are the same whatever the seed. */
  readonly visits: number;
  readonly places: number;
  readonly strata: readonly StratumOdds[];
  readonly inspectors: readonly InspectorOdds[];
  /** In how many samples a place stayed empty, and the fewest and most empty places of a sample. */
  readonly short: { readonly samples: number; readonly least: number; readonly most: number };
  readonly shortages: readonly ShortageGroup[];
}

/** The public text from which sample seeds are made. A real seed is the hash of JSON with the lock's digest in it and cannot begin like this. */
export const SAMPLE_TEXT = 'Mingqian SSJ-1 forecast sample';

/** `n` sample seeds: H(SAMPLE_TEXT + " " + k), k = 1…n. */
export function sampleSeeds(n: number): readonly Digest[] {
  return Array.from({ length: n }, (_, k) => digest(`${SAMPLE_TEXT} ${k + 1}`));
}

/** Most and fewest samples. */
const MOST_SAMPLES = 200;
const FEWEST_SAMPLES = 5;
/** Steps that all samples together may take: some ten seconds on a small machine. */
const STEPS = 50_000_000;

/** How many samples a plan is worth: 200 for an office's usual draw, fewer where one sample alone takes long. */
export function samplesFor({ roster, inspectors, rules }: DrawPlan): number {
  const visits = rules.strata.reduce((sum, stratum) => sum + quotaOf(roster, stratum), 0);
  const steps = roster.length + visits * (visits + inspectors.length);
  return Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, Math.floor(STEPS / Math.max(steps, 1))));
}

/** The forecast. Trusts its input as `settle` does; time is that of one settled draw for each seed. */
export function forecast(input: ForecastInput): Forecast {
  const drawn = new Map<string, number>();
  const visits = new Map<string, { sum: number; most: number; readonly met: Map<string, number> }>();
  const shortages: Shortage[][] = [];
  for (const seed of input.seeds) {
    const sample = sampleOf(input, seed);
    for (const id of sample.drawn) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    for (const [id, objects] of sample.visits) {
      const tally = visits.get(id) ?? { sum: 0, most: 0, met: new Map() };
      visits.set(id, tally);
      tally.sum += objects.length;
      tally.most = Math.max(tally.most, objects.length);
      for (const object of objects) tally.met.set(object, (tally.met.get(object) ?? 0) + 1);
    }
    shortages.push([...sample.shortages]);
  }
  const strata = input.rules.strata.map((stratum) => stratumOdds(input, stratum, drawn));
  const total = strata.reduce((sum, { quota, forced }) => sum + quota + forced, 0);
  const drawable = input.roster.filter(({ excluded }) => excluded === null);
  const empty = shortages.map((one) => one.length);
  return {
    samples: input.seeds.length,
    visits: total,
    places: total * input.rules.team.size,
    strata,
    inspectors: input.inspectors
      .filter(({ excluded }) => excluded === null)
      .map((row) => {
        const { sum = 0, most = 0, met = new Map<string, number>() } = visits.get(row.id) ?? {};
        const idle = sum > 0 ? null : idleReason(row, drawable, input.recusals);
        return { id: row.id, visits: sum, most, meetings: meetingsOf(met), idle };
      }),
    short: {
      samples: empty.filter((n) => n > 0).length,
      least: empty.reduce((least, n) => Math.min(least, n), empty[0] ?? 0),
      most: empty.reduce((most, n) => Math.max(most, n), 0),
    },
    shortages: mergeShortages(shortages, input.roster),
  };
}

interface Sample {
  readonly drawn: readonly string[];
  /** The institutions of each inspector who has any. */
  readonly visits: ReadonlyMap<string, readonly string[]>;
  readonly shortages: readonly Shortage[];
}

/** One draw as `settle` would make it, without a record around it. */
function sampleOf(input: ForecastInput, seed: Digest): Sample {
  const objects = drawnOnly(input.roster, input.rules, seed);
  const people = digest(`${seed}:inspectors:${drawOrder(objects).join(',')}`);
  const { teams, shortages } = assignTeams({ ...input, manifest: input }, objects, people);
  const visits = new Map<string, string[]>();
  for (const { object, team } of teams) {
    for (const id of team) {
      if (id === null) continue;
      const mine = visits.get(id) ?? [];
      visits.set(id, mine);
      mine.push(object);
    }
  }
  return { drawn: objects.flatMap((one) => one.drawn), visits, shortages };
}

function stratumOdds({ roster, rules }: ForecastInput, stratum: Stratum, drawn: ReadonlyMap<string, number>): StratumOdds {
  const rows = roster.filter((row) => row.category === stratum.category && (stratum.risk === undefined || row.risk === stratum.risk));
  const pool = poolOf(roster, stratum);
  const quota = quotaOf(roster, stratum);
  const weights = new Set(pool.map(({ risk }) => weightOf(rules, risk)));
  return {
    stratum,
    rows: rows.length,
    pool: pool.length,
    quota,
    forced: rows.filter(({ excluded, forced }) => excluded === null && forced !== null).length,
    // Weights change nothing where everyone is drawn or nobody is.
    exact: pool.length > 0 && (weights.size === 1 || quota === pool.length || quota === 0) ? { num: quota, den: pool.length } : null,
    institutions: pool.map(({ id }) => ({ id, drawn: drawn.get(id) ?? 0 })),
  };
}

function meetingsOf(met: ReadonlyMap<string, number>): readonly Meeting[] {
  return [...met].map(([object, times]) => ({ object, times })).sort((a, b) => b.times - a.times || (a.object < b.object ? -1 : 1));
}
