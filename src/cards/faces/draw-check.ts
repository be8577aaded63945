// How anybody verifies a draw, and what our own verifier says.

import type { DrawState } from '../../domain/draw.ts';
import type { Digest } from '../../domain/record.ts';
import { buttons, faint, link, strong, text, warning } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import { drawState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `draw-check` card is made of. */
export interface DrawCheckFacts {
  readonly number: string;
  readonly state: DrawState;
  readonly manifestHash: Digest;
  readonly closeHash: Digest | null;
  /** The time of the lock as it was posted, with its zone. */
  readonly lockedAt: string;
  readonly address: string | null;
  /** Whether the record is public by now. */
  readonly isOpen: boolean;
  /** The verifier's lines; null while there is no record to verify. */
  readonly checks: readonly { readonly what: string; readonly holds: boolean }[] | null;
}

/** The `draw-check` card. */
export function drawCheckFace(shown: DrawCheckFacts): Card {
  const { number, state, manifestHash, closeHash, lockedAt, address, isOpen, checks } = shown;
  const failed = checks?.filter(({ holds }) => !holds).length ?? 0;
  const outcome =
    checks === null
      ? say('draw-check.not-yet', { state: drawState(state).word })
      : failed === 0
        ? say('draw-check.holds', { count: checks.length })
        : say('draw-check.fails', { failed });
  const command = `npx mingqian verify record.json --lock ${manifestHash} --locked-at ${lockedAt}${closeHash === null ? '' : ` --close ${closeHash}`}`;
  return {
    title: say('draw-check.title', { number }),
    state: failed > 0 ? { word: say('draw-check.failed'), tone: 'late' } : drawState(state),
    preview: outcome,
    blocks: [
      failed > 0 ? warning(outcome) : text(outcome),
      ...checkBlocks(shown),
      { kind: 'digest', label: '群里公布的封签摘要', value: manifestHash },
      ...(closeHash === null ? [] : [{ kind: 'digest', label: '群里公布的见证封存摘要', value: closeHash } as const]),
      strong('自己验证'),
      text(say(isOpen ? (address === null ? 'draw-check.how-offline' : 'draw-check.how') : 'draw-check.how-later')),
      faint(command),
      ...buttons(null, ...link('打开验证页面', isOpen ? address : null)),
    ],
  };
}

function checkBlocks({ checks }: DrawCheckFacts): readonly Block[] {
  if (checks === null || checks.length === 0) return [];
  const failed = checks.filter(({ holds }) => !holds);
  return [
    ...failed.map(({ what }) => warning(`不通过：${what}`)),
    {
      kind: 'fold',
      title: `逐项结果（${checks.length} 项）`,
      blocks: checks.map(({ what, holds }) => text(`${holds ? '通过' : '不通过'}：${what}`)),
    },
  ];
}
