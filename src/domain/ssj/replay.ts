// Repeats a whole draw from its inputs alone; anything that does not agree with what was sealed is refused.
import type { DrawEvent, DrawRecord } from '../record.ts';
import { fail, ok, type Result } from '../result.ts';
import { type BeaconProblem, beaconProblem } from './beacon.ts';
import { digestOf } from './canonical.ts';
import { type ContributionProblem, contributionProblem } from './contributions.ts';
import { type SealProblem, sealProblems } from './lock-rules.ts';
import { byId, byPair, rooted } from './merkle.ts';
import { type EventProblem, takeEvent } from './next-event.ts';
import { replayShape } from './record-shape.ts';
import { settle, sortedTeams } from './settle.ts';
import { misshapen } from './shape.ts';
import { standingAtResult, teamsOf } from './standing.ts';

/** What `replay` reads of a record. */
export type ReplayInput = Pick<DrawRecord, 'manifest' | 'roster' | 'inspectors' | 'recusals' | 'contributions' | 'beacon'> & {
  readonly events?: readonly Pick<DrawEvent, 'n' | 'request' | 'link'>[];
};

/** What `replay` computes. */
export type Replayed = Pick<DrawRecord, 'seed' | 'objects' | 'inspectorSeed' | 'teams' | 'unfilled' | 'finalTeams'> & {
  readonly events: readonly Pick<DrawEvent, 'n' | 'seed' | 'result'>[];
};

/** Why an input cannot be replayed. */
export type ReplayProblem =
  | { readonly kind: 'input-misshapen'; readonly paths: readonly string[] }
  | { readonly kind: 'lock-refused'; readonly problems: readonly SealProblem[] }
  | { readonly kind: 'root-differs'; readonly list: 'roster' | 'inspectors' | 'recusals' }
  | ContributionProblem
  | BeaconProblem
  | EventProblem;

/** Repeats a draw and its events. `raw` is what JSON gave: its shape is looked at first. */
export function replay(raw: unknown): Result<Replayed, ReplayProblem> {
  const paths = misshapen(raw, replayShape);
  if (paths.length > 0) return fail({ kind: 'input-misshapen', paths });
  const input = received(raw as ReplayInput);
  const problem = inputProblem(input);
  return problem ? fail(problem) : replayEvents(input);
}

/** What people typed, as it was to be received: CRLF is LF. */
function received(input: ReplayInput): ReplayInput {
  return { ...input, contributions: input.contributions.map(({ by, value }) => ({ by, value: value.replaceAll('\r\n', '\n') })) };
}

function inputProblem(input: ReplayInput): ReplayProblem | null {
  const { manifest, roster, inspectors, recusals } = input;
  const problems = sealProblems({ ...manifest, roster, inspectors, recusals, chainLength: manifest.eventChain.length });
  if (problems.length > 0) return { kind: 'lock-refused', problems };
  const lists = { roster: rooted(roster, byId), inspectors: rooted(inspectors, byId), recusals: rooted(recusals, byPair) };
  for (const list of ['roster', 'inspectors', 'recusals'] as const) {
    if (lists[list].n !== manifest[list].n || lists[list].root !== manifest[list].root) return { kind: 'root-differs', list };
  }
  return contributionProblem(manifest, input.contributions) ?? beaconProblem(manifest.entropy.beacon, input.beacon);
}

function replayEvents(input: ReplayInput): Result<Replayed, ReplayProblem> {
  const record = settle({ ...input, manifestHash: digestOf(input.manifest) });
  const standing = standingAtResult(record);
  const events: Pick<DrawEvent, 'n' | 'seed' | 'result'>[] = [];
  let before = input.manifest.eventChain.link;
  for (const { n, request, link } of input.events ?? []) {
    if (n !== events.length + 1) return fail({ kind: 'event-number-bad', n });
    const taken = takeEvent(standing, input.manifest, before, { n, change: request.change, link });
    if (!taken.ok) return taken;
    events.push(taken.value);
    before = link;
  }
  const { seed, objects, inspectorSeed, teams, unfilled } = record;
  return ok({ seed, objects, inspectorSeed, teams, unfilled, events, finalTeams: sortedTeams(teamsOf(standing)) });
}
