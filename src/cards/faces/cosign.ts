// To the second inspector: all that was found, problems first, to agree or to send back.

import type { Institution } from '../../domain/institution.ts';
import type { Task } from '../../domain/task.ts';
import { sayDue } from '../../words/days.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, form, request, textField } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { Due, May } from '../facts.ts';
import { decisionsBlock, type FoundFacts, findingsBlocks } from '../findings-summary.ts';
import { assignmentState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `cosign` card is made of. */
export interface CosignFacts extends FoundFacts {
  readonly institution: Pick<Institution, 'id' | 'name'>;
  readonly task: Pick<Task, 'id' | 'title'>;
  readonly due: Due | null;
  /** All that was found, although nothing is left to be decided here: somebody asked to see it. */
  readonly isWhole: boolean;
  readonly may: May;
}

/** The `cosign` card. */
export function cosignFace(shown: CosignFacts): Card {
  const { assignment, institution, task, due, may } = shown;
  const isDone = assignment.state !== 'submitted';
  const ask = isDone
    ? say('cosign.done')
    : may.includes('cosign-findings')
      ? say('cosign.ask', { by: due === null ? '' : sayDue(due) })
      : say('cosign.waiting');
  const about = [assignment.id, assignment.version] as const;
  return {
    title: institution.name,
    subtitle: `${assignment.id} ${task.title}`,
    state: assignmentState(assignment.state),
    preview: isDone ? ask : say('cosign.preview', { institution: institution.name }),
    blocks: [
      request(ask, due),
      ...(isDone ? [decisionsBlock(shown)] : []),
      ...(isDone && !shown.isWhole ? [] : findingsBlocks(shown)),
      ...buttons(may, asked('会签', act('cosign-findings', ...about), { title: say('cosign.confirm-title'), text: say('cosign.confirm') })),
      ...form(
        may,
        'return',
        [textField('words', '退回的理由', { lines: 2, placeholder: '哪里不对，请写明' })],
        button('退回修改', act('return-findings', ...about)),
      ),
    ],
  };
}
