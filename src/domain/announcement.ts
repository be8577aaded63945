// 公告: what the group is told of a draw in a plain message that is never changed afterwards. Its facts are fixed when the change is made.
import type { Draw } from './draw.ts';
import type { Change, Digest } from './record.ts';
import { type DigestPair, digestPairOf } from './ssj/canonical.ts';

/** The steps of a draw that are announced; `outcome` is the record of a void one. */
export const STEPS = ['locked', 'closed', 'settled', 'changed', 'voided', 'outcome'] as const;
export type Step = (typeof STEPS)[number];

/** What kind of change an event made: 回避 不参与 交换 递补 补位. */
export type ChangeName = Change['kind'] | 'withdraw';

/** The kind of a change as it is announced: 不参与 has a name of its own. */
export function nameOfChange(change: Change): ChangeName {
  return change.kind === 'replace' && change.withdraw ? 'withdraw' : change.kind;
}

/** The facts of one announcement: sizes and digests only, no name and nothing drawn. */
export interface Announcement {
  readonly step: Step;
  readonly draw: string;
  readonly at: Date;
  readonly institutions: number;
  readonly inspectors: number;
  readonly recusals: number;
  readonly witnesses: number;
  /** How many of them did not come; known from the close on. */
  readonly absent: number | null;
  readonly lock: DigestPair;
  readonly close: Digest | null;
  readonly record: DigestPair | null;
  /** How many institutions are to be inspected; known from the result on. */
  readonly drawn: number | null;
  /** The newest change since the result: which it is, of how many there may be, and of what kind; null before the first. */
  readonly change: { readonly n: number; readonly of: number; readonly name: ChangeName } | null;
}

/** The announcement of a draw as it stands after the change. Whoever has computed the record's digests already hands them in. */
export function announcementOf(step: Step, draw: Draw, at: Date, digests: DigestPair | null = null): Announcement {
  const { manifest, record } = draw;
  const newest = record?.events.at(-1);
  return {
    step,
    draw: draw.number,
    at,
    institutions: manifest.roster.n,
    inspectors: manifest.inspectors.n,
    recusals: manifest.recusals.n,
    witnesses: draw.witnesses.length,
    absent: draw.closeHash === null ? null : draw.absent.length,
    lock: digestPairOf(manifest),
    close: draw.closeHash,
    record: record && pairOf(digests ?? digestPairOf(record)),
    drawn: record && record.objects.reduce((sum, { forced, drawn }) => sum + forced.length + drawn.length, 0),
    change: newest ? { n: newest.n, of: manifest.eventChain.length, name: nameOfChange(newest.request.change) } : null,
  };
}

function pairOf({ sha256, sm3 }: DigestPair): DigestPair {
  return { sha256, sm3 };
}
