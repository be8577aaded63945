// A publication: proposed to the head, or published and to be placed.

import type { Publication } from '../../domain/publication.ts';
import { sayDay, sayDue, sayTime } from '../../words/days.ts';
import { CHANNEL_WORDS } from '../../words/inspections.ts';
import { called } from '../../words/names.ts';
import { act } from '../acts.ts';
import { asked, buttons, facts, form, link, main, options, request, strong, textField } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';
import { sixFields } from '../six-fields.ts';
import { publicationState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `publication` card is made of. */
export interface PublicationFacts {
  readonly publication: Publication;
  readonly due: Due | null;
  /** Its public page, null while the office has no address. */
  readonly address: string | null;
  readonly names: Names;
  readonly may: May;
}

/** The `publication` card. */
export function publicationFace(shown: PublicationFacts): Card {
  const { publication, due, address, names, may } = shown;
  const ask = question(shown);
  return {
    title: say('publication.title', { institution: publication.fields.institution }),
    state: publicationState(publication.state),
    preview: ask,
    blocks: [
      request(ask, due),
      sixFields(publication.fields),
      facts(
        ['提请', `${called(names, publication.proposed.by)}，${sayTime(publication.proposed.at)}`],
        ['批准', publication.approved === null ? null : `${called(names, publication.approved.by)}，${sayTime(publication.approved.at)}`],
        ['公示期限', publication.state === 'published' ? null : due === null ? sayDay(publication.due) : sayDue(due)],
      ),
      ...channels(shown),
      ...buttons(
        may,
        asked('批准公示', act('approve-publication', publication.id, publication.version), {
          title: say('publication.confirm-title'),
          text: say('publication.confirm'),
        }),
      ),
      ...form(
        may,
        'place',
        [
          { kind: 'choice', name: 'channel', label: '公示渠道', required: true, options: options(CHANNEL_WORDS) },
          textField('address', '公示地址', { max: 500, placeholder: 'https://' }),
          { kind: 'day', name: 'day', label: '哪天公示的', required: true },
        ],
        main('登记公示', act('place-publication', publication.id, publication.version)),
      ),
      ...buttons(null, ...link('看公开页面', address)),
    ],
  };
}

function question({ publication, due, may }: PublicationFacts): string {
  if (may.includes('approve-publication'))
    return say('publication.ask', { by: sayDue(due ?? { day: publication.due, workingDays: null }) });
  if (publication.state === 'proposed') return say('publication.waiting');
  const day = publication.publishedOn === null ? '' : sayDay(publication.publishedOn);
  return say(may.includes('place-publication') ? 'publication.ask-place' : 'publication.published', { day });
}

function channels({ publication }: PublicationFacts): readonly Block[] {
  if (publication.state === 'proposed') return [];
  return [
    strong('公示在哪里'),
    facts(
      ...publication.channels.map(({ channel, address, on }) =>
        address === null || on === null
          ? ([CHANNEL_WORDS[channel], '还没登记', 'todo'] as const)
          : ([CHANNEL_WORDS[channel], `${sayDay(on)} ${address}`, 'done'] as const),
      ),
    ),
  ];
}
