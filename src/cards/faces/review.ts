// To the head: the co-signed findings, to pass or to send back.
import { sayDue } from '../../words/days.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, form, request, textField } from '../blocks.ts';
import type { Card } from '../card.ts';
import { decisionsBlock, findingsBlocks } from '../findings-summary.ts';
import { assignmentState } from '../tones.ts';
import { say } from '../words.ts';
import type { CosignFacts } from './cosign.ts';

/** What the `review` card is made of. */
export type ReviewFacts = CosignFacts;

/** The `review` card. */
export function reviewFace(shown: ReviewFacts): Card {
  const { assignment, institution, task, due, may } = shown;
  const isDone = assignment.state !== 'cosigned';
  const ask = isDone
    ? say('review.done')
    : may.includes('review-inspection')
      ? say('review.ask', { by: due === null ? '' : sayDue(due) })
      : say('review.waiting');
  const about = [assignment.id, assignment.version] as const;
  return {
    title: institution.name,
    subtitle: `${assignment.id} ${task.title}`,
    state: assignmentState(assignment.state),
    preview: isDone ? ask : say('review.preview', { institution: institution.name }),
    blocks: [
      request(ask, due),
      ...(isDone ? [decisionsBlock(shown)] : []),
      ...(isDone && !shown.isWhole ? [] : findingsBlocks(shown)),
      ...buttons(
        may,
        asked('审核通过', act('review-inspection', ...about), { title: say('review.confirm-title'), text: say('review.confirm') }),
      ),
      ...form(
        may,
        'return',
        [textField('words', '退回的理由', { lines: 2, placeholder: '哪里不对，请写明' })],
        button('退回重查', act('return-inspection', ...about)),
      ),
    ],
  };
}
