// LOCK (封签): the manifest that fixes a draw before anyone can know its outcome.
import type { Digest, Manifest } from '../record.ts';
import { fail, ok, type Result } from '../result.ts';
import { digestOf } from './canonical.ts';
import { HEX_256, type Sealing, type SealProblem, sealProblems } from './lock-rules.ts';
import { byId, byPair, rooted } from './merkle.ts';
import { firstLink, serverCommit } from './secrets.ts';

/** What a lock needs: everything public, and two 256-bit chances as hex text that stay with the server. */
export interface LockInput extends Sealing {
  readonly secret: string;
  readonly lastLink: string;
}

/** What a lock posts. */
export interface Locked {
  readonly manifest: Manifest;
  readonly manifestHash: Digest;
}

/** Seals a draw, or lists everything that forbids it. Costs one digest a row and one a link. */
export function lockDraw(input: LockInput): Result<Locked, readonly SealProblem[]> {
  const problems = [...sealProblems(input)];
  if (!HEX_256.test(input.secret) || !HEX_256.test(input.lastLink)) problems.push({ kind: 'secret-bad' });
  if (problems.length > 0) return fail(problems);
  const { draw, lockedAt, rules, entropy, chainLength, prev } = input;
  const manifest: Manifest = {
    v: 'SSJ-1',
    draw,
    lockedAt,
    roster: rooted(input.roster, byId),
    inspectors: rooted(input.inspectors, byId),
    recusals: rooted(input.recusals, byPair),
    rules,
    entropy: {
      mode: entropy.mode,
      contributors: entropy.contributors,
      serverCommit: serverCommit(draw, input.secret),
      beacon: entropy.beacon,
    },
    eventChain: { link: firstLink(input.lastLink, chainLength), length: chainLength },
    prev,
  };
  return ok({ manifest, manifestHash: digestOf(manifest) });
}
