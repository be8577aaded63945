// What will be published of one inspection: the six fields of Art. 14.

import type { AssignmentId } from '../../domain/assignment.ts';
import type { SixFields } from '../../domain/publication.ts';
import { sayDue } from '../../words/days.ts';
import { act } from '../acts.ts';
import { asked, buttons, faint, request } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { Due, May } from '../facts.ts';
import { sixFields } from '../six-fields.ts';
import { say } from '../words.ts';

/** What the `result` card is made of. */
export interface ResultFacts {
  readonly assignment: AssignmentId;
  readonly version: number;
  readonly fields: SixFields;
  readonly due: Due | null;
  readonly may: May;
}

/** The `result` card. */
export function resultFace({ assignment, version, fields, due, may }: ResultFacts): Card {
  const ask = may.includes('propose-publication') ? say('result.ask', { by: due === null ? '' : sayDue(due) }) : say('result.as-it-is');
  return {
    title: say('result.title', { institution: fields.institution }),
    state: { word: '待公示', tone: 'todo' },
    preview: ask,
    blocks: [
      request(ask, due),
      sixFields(fields),
      ...(may.includes('propose-publication') ? [faint(say('result.privacy'))] : []),
      ...buttons(
        may,
        asked('提请公示', act('propose-publication', assignment, version), {
          title: say('result.confirm-title'),
          text: say('result.confirm'),
        }),
      ),
    ],
  };
}
