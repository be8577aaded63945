// Whether the contributions of a draw are what LOCK announced: whose, in which order, and the server's own opened (SSJ-1, CONTRIB and CLOSE).
import type { Contribution, Manifest } from '../record.ts';
import { SERVER, serverCommit } from './secrets.ts';
import { receiveText } from './texts.ts';

/** Mode `witness` has no other chance than theirs. */
export const FEWEST_WITNESSES = 2;

/** Why contributions are not acceptable. */
export type ContributionProblem =
  | { readonly kind: 'contributor-unknown'; readonly by: string }
  | { readonly kind: 'contributor-out-of-order'; readonly by: string }
  | { readonly kind: 'server-silent' }
  | { readonly kind: 'server-commit-broken' }
  | { readonly kind: 'contribution-text-bad'; readonly by: string }
  | { readonly kind: 'witnesses-too-few'; readonly need: number; readonly have: number };

/** The first thing wrong with the contributions, or null. */
export function contributionProblem(manifest: Manifest, contributions: readonly Contribution[]): ContributionProblem | null {
  const { mode, contributors, serverCommit: commit } = manifest.entropy;
  const order = contributors.map(({ by }) => by);
  let last = -1;
  for (const { by, value } of contributions) {
    const at = order.indexOf(by);
    if (at < 0) return { kind: 'contributor-unknown', by };
    if (at <= last) return { kind: 'contributor-out-of-order', by };
    last = at;
    const text = receiveText(value);
    if (!text.ok || text.value !== value) return { kind: 'contribution-text-bad', by };
  }
  const [first] = contributions;
  if (first?.by !== SERVER) return { kind: 'server-silent' };
  if (serverCommit(manifest.draw, first.value) !== commit) return { kind: 'server-commit-broken' };
  const have = contributions.length - 1;
  if (mode === 'witness' && have < FEWEST_WITNESSES) return { kind: 'witnesses-too-few', need: FEWEST_WITNESSES, have };
  return null;
}
