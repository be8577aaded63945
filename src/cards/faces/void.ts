// Voiding a draw: the operator's reason, the second person's agreement, and what came of it.
import type { Draw } from '../../domain/draw.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Task } from '../../domain/task.ts';
import { sayTime } from '../../words/days.ts';
import { called } from '../../words/names.ts';
import { act } from '../acts.ts';
import { asked, buttons, facts, form, text, textField } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { drawState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `void` card is made of. */
export interface VoidFacts {
  readonly draw: Pick<Draw, 'number' | 'state' | 'voided' | 'version'>;
  readonly task: Pick<Task, 'id' | 'title'>;
  /** What waits for the second person, null while nobody asked. */
  readonly request: { readonly by: PersonId; readonly at: Date; readonly reason: string } | null;
  /** The newest request, if it was declined or withdrawn and no other waits. */
  readonly ended: { readonly kind: 'declined' | 'withdrawn'; readonly by: PersonId; readonly at: Date; readonly reason: string } | null;
  /** The lottery that its task names is drawn, or so soon that it is too late to lock for it. */
  readonly isIssueDrawn: boolean;
  readonly names: Names;
  readonly may: May;
}

/** The `void` card. */
export function voidFace(shown: VoidFacts): Card {
  const { draw, task, request, ended, names, may } = shown;
  const ask = question(shown);
  const { number, version } = draw;
  return {
    title: say('void.title', { number }),
    subtitle: task.title,
    state: request !== null && !isOver(shown) ? { word: '作废待批', tone: 'todo' } : drawState(draw.state),
    preview: ask,
    blocks: [
      text(ask),
      facts(
        ['理由', draw.voided?.reason ?? request?.reason ?? null],
        ['申请', request === null ? null : `${called(names, request.by)}，${sayTime(request.at)}`],
        ['不同意', ended?.kind === 'declined' ? `${called(names, ended.by)}，${sayTime(ended.at)}` : null],
        ['不同意的理由', ended?.kind === 'declined' ? ended.reason : null],
        ['批准', draw.voided === null ? null : `${called(names, draw.voided.approvedBy)}，${sayTime(draw.voided.at)}`],
      ),
      ...buttons(
        may,
        asked('批准作废', act('approve-void', number, version), {
          title: say('void.approve-title', { number }),
          text: say('void.approve-confirm'),
        }),
      ),
      ...form(
        may,
        'decline',
        [textField('reason', '不同意的理由', { lines: 3, max: 500 })],
        asked('不同意作废', act('decline-void', number, version), {
          title: say('void.decline-title', { number }),
          text: say('void.decline-confirm'),
        }),
      ),
      ...buttons(
        may,
        asked('撤回申请', act('withdraw-void', number, version), {
          title: say('void.withdraw-title', { number }),
          text: say('void.withdraw-confirm'),
        }),
      ),
      ...form(
        may,
        'void',
        [textField('reason', '作废的理由', { lines: 3, max: 500, placeholder: '会公开，请写清为什么不能继续' })],
        asked(
          '申请作废',
          act('ask-void', number, version),
          { title: say('void.ask-title', { number }), text: say('void.ask-confirm') },
          'grave',
        ),
      ),
    ],
  };
}

function isOver({ draw }: VoidFacts): boolean {
  return draw.state === 'settled' || draw.state === 'void';
}

function question(shown: VoidFacts): string {
  const { draw, request, may } = shown;
  if (draw.state === 'void') return say(shown.isIssueDrawn ? 'void.done-drawn' : 'void.done');
  if (draw.state === 'settled') return say('void.too-late');
  if (request === null && shown.ended !== null) return say(shown.ended.kind === 'declined' ? 'void.declined' : 'void.withdrawn');
  if (request === null) return say(may.includes('ask-void') ? 'void.ask' : 'void.not-asked');
  return say(may.includes('approve-void') ? 'void.ask-approve' : 'void.waiting');
}
