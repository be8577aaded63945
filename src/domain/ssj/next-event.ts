// One event after the draw: the link is opened, the seed follows, the change is applied (SSJ-1, "Events").
import type { Change, Digest, DrawEvent, DrawRecord, Manifest } from '../record.ts';
import { fail, ok, type Result } from '../result.ts';
import { digest } from './canonical.ts';
import { type ChangeProblem, changeProblem } from './change-rules.ts';
import { applyChange, standingOf } from './events.ts';
import { eventSeed } from './seed.ts';
import { sortedTeams } from './settle.ts';
import { type Standing, teamsOf } from './standing.ts';

/** Why an event cannot follow. */
export type EventProblem =
  | { readonly kind: 'event-number-bad'; readonly n: number }
  | { readonly kind: 'event-chain-used-up'; readonly n: number }
  | { readonly kind: 'event-link-bad'; readonly n: number }
  | { readonly kind: 'event-change-refused'; readonly n: number; readonly problem: ChangeProblem };

/** What is known of an event before it is applied. */
export interface EventCall {
  readonly n: number;
  readonly change: Change;
  readonly link: Digest;
}

/** Applies event `n` to the standing and answers its seed and result. `before` is the link before it. */
export function takeEvent(
  standing: Standing,
  manifest: Manifest,
  before: Digest,
  { n, change, link }: EventCall,
): Result<Pick<DrawEvent, 'n' | 'seed' | 'result'>, EventProblem> {
  if (n > manifest.eventChain.length) return fail({ kind: 'event-chain-used-up', n });
  if (digest(link) !== before) return fail({ kind: 'event-link-bad', n });
  const problem = changeProblem(standing, change);
  if (problem) return fail({ kind: 'event-change-refused', n, problem });
  const seed = eventSeed(manifest, n, change, link);
  return ok({ n, seed, result: applyChange(standing, change, seed) });
}

/** Whether a change would be allowed as a record stands; to be asked, and the request written down, before a link is opened. */
export function refusalOf(record: DrawRecord, change: Change): ChangeProblem | null {
  return changeProblem(standingOf(record), change);
}

/** The record with one more event. `link` is the next link of the chain, which only the server can name. */
export function addEvent(record: DrawRecord, request: DrawEvent['request'], link: Digest): Result<DrawRecord, EventProblem> {
  const standing = standingOf(record);
  const before = record.events.at(-1)?.link ?? record.manifest.eventChain.link;
  const taken = takeEvent(standing, record.manifest, before, { n: record.events.length + 1, change: request.change, link });
  if (!taken.ok) return taken;
  const { n, seed, result } = taken.value;
  return ok({
    ...record,
    events: [...record.events, { n, request, link, seed, result }],
    finalTeams: sortedTeams(teamsOf(standing)),
  });
}
