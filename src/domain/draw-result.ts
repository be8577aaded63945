// The end of a draw: the record, and one inspection for each institution drawn (Art. 13; SSJ-1, RESULT).
import { type Assignment, UNTOUCHED } from './assignment.ts';
import { inOrder } from './ceremony.ts';
import { civilTime } from './day.ts';
import type { ContributionEntry, DrandEntry, Draw, TypedEntry } from './draw.ts';
import type { PersonId } from './person.ts';
import type { Beacon, DrawRecord } from './record.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { beaconProblem, roundTime } from './ssj/beacon.ts';
import { contributionProblem } from './ssj/contributions.ts';
import { drawOrder, isInStratum } from './ssj/objects.ts';
import { closeHash, SERVER } from './ssj/secrets.ts';
import type { SettleInput } from './ssj/settle.ts';
import type { Task } from './task.ts';
import { typingState } from './typing.ts';

/** What was given and came after the lock, as the books hold it. */
export interface Ingredients {
  readonly given: readonly ContributionEntry[];
  readonly typed: readonly TypedEntry[];
  readonly drand: DrandEntry | null;
}

/** What the record of a closed draw is computed from. In `dice` and `witness` the server opens its secret only now, after the last entry of everyone else. */
export function settleInput(draw: Draw, ingredients: Ingredients): Result<SettleInput, Refusal> {
  if (draw.state === 'settled') return alreadyDone();
  if (draw.state === 'locked') return fail({ kind: 'contributions-open', missing: waitedFor(draw, ingredients.given) });
  if (draw.state !== 'closed') return wrongState('draw', draw.state, 'closed');
  return inputOf(draw, ingredients);
}

/** What the outcome of a void draw is computed from; refused while (or because for ever) an ingredient is missing. */
export function outcomeInput(draw: Draw, ingredients: Ingredients): Result<SettleInput, Refusal> {
  if (draw.state !== 'void') return wrongState('draw', draw.state, 'void');
  if (draw.closedAt === null) return fail({ kind: 'contributions-open', missing: waitedFor(draw, ingredients.given) });
  return inputOf(draw, ingredients);
}

function inputOf(draw: Draw, ingredients: Ingredients): Result<SettleInput, Refusal> {
  const last = lastIngredient(draw, ingredients);
  if (!last.ok) return last;
  const sealed = inOrder(draw, ingredients.given);
  // A word added or changed in the books after the close would be a word chosen with everything else known.
  if (closeHash(sealed) !== draw.closeHash) return fail({ kind: 'seal-broken', draw: draw.number });
  const contributions = [{ by: SERVER, value: draw.secret }, ...sealed];
  const { manifest, manifestHash, roster, inspectors, recusals } = draw;
  const broken = contributionProblem(manifest, contributions) ?? beaconProblem(manifest.entropy.beacon, last.value.beacon);
  // Both were checked when they were entered; a record that does not hold must never be written.
  if (broken) throw new Error(`draw ${draw.number} does not hold: ${broken.kind}`);
  return ok({ manifest, manifestHash, roster, inspectors, recusals, contributions, ...last.value });
}

/** The people whose contribution is still missing. */
function waitedFor(draw: Draw, given: readonly ContributionEntry[]): readonly PersonId[] {
  return draw.witnesses.map(({ person }) => person).filter((person) => !given.some((entry) => entry.person === person));
}

/** The beacon and, where it was typed, by whom, as they stand in the record. */
export interface LastIngredient {
  readonly beacon: Beacon;
  readonly beaconTypedBy?: readonly string[];
}

/** The last ingredient once it is there; before that, what it waits for. */
export function lastIngredient(draw: Pick<Draw, 'manifest' | 'witnesses'>, { typed, drand }: Ingredients): Result<LastIngredient, Refusal> {
  const planned = draw.manifest.entropy.beacon;
  if (planned === null) return ok({ beacon: null });
  if (planned.type === 'drand') {
    if (drand === null) return fail({ kind: 'beacon-awaited', round: planned.round, at: civilTime(roundTime(planned.round)) });
    return ok({ beacon: { ...planned, randomness: drand.randomness, signature: drand.signature } });
  }
  const { agreed, typed: ofRound } = typingState(typed);
  if (!agreed) return fail({ kind: 'typing-open', typed: ofRound.length });
  const beaconTypedBy = draw.witnesses.filter((witness) => agreed.by.includes(witness.person)).map((witness) => witness.by);
  return ok({
    beacon: planned.type === 'dice' ? { ...planned, throws: agreed.numbers } : { ...planned, numbers: agreed.numbers },
    beaconTypedBy,
  });
}

/**
 * When the clock opens a closed draw by itself: so many minutes after its last ingredient came. Null before that, and where
 * no ingredient comes from outside: there the server opens its secret only with the result, so that nobody knows one to sit on.
 */
export function settlesAt(
  draw: Pick<Draw, 'manifest' | 'witnesses' | 'closedAt'>,
  { typed, drand, given }: Ingredients,
  minutes: number,
): Date | null {
  const { mode } = draw.manifest.entropy;
  const isFromOutside = mode === 'drand' || mode === 'lottery';
  if (!isFromOutside || draw.closedAt === null || !lastIngredient(draw, { given, typed, drand }).ok) return null;
  const came = [draw.closedAt, ...(drand ? [drand.at] : []), ...typed.map(({ at }) => at)].map((at) => at.getTime());
  return new Date(Math.max(...came) + minutes * 60_000);
}

/** The draw with its record. */
export function settledBy(draw: Draw, record: DrawRecord, by: PersonId | 'system', at: Date): Draw {
  return { ...draw, state: 'settled', record, settledAt: at, settledBy: by };
}

/** One inspection for each institution, numbered in draw order: `2026-03-01`, `2026-03-02`, … */
export function assignmentsOf(task: Task, draw: Draw, record: DrawRecord): readonly Assignment[] {
  const order = drawOrder(record.objects);
  const digits = Math.max(2, String(order.length).length);
  const rows = new Map(record.roster.map((row) => [row.id, row]));
  const teams = new Map(record.teams.map((team) => [team.object, team.team]));
  return order.map((institution, index) => {
    const row = rows.get(institution);
    const stratum = row && record.manifest.rules.strata.find((one) => isInStratum(row, one));
    if (!row || !stratum) throw new Error(`draw ${draw.number}: ${institution} is in no stratum`);
    return {
      id: `${task.id}-${String(index + 1).padStart(digits, '0')}`,
      task: task.id,
      draw: draw.number,
      stratum: stratum.id,
      category: row.category,
      institution,
      seats: (teams.get(institution) ?? []).map((person, slot) => ({ slot, person, answer: { kind: 'open' } })),
      state: 'offered',
      from: task.from,
      to: task.to,
      ...UNTOUCHED,
    };
  });
}
