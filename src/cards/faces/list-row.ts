// One row of a list: all that stands in it, who changed what in it and when, and for a person his account and roles.
import type { RosterHistory, RosterKind, RosterRows } from '../../domain/roster.ts';
import { sayTime } from '../../words/days.ts';
import { COLUMN_WORDS, LIST_WORDS } from '../../words/lists.ts';
import { called } from '../../words/names.ts';
import { ROLE_WORDS } from '../../words/people.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, facts, form, options, strong, text } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import { sayCells, sayChange } from '../diff.ts';
import type { May, Names } from '../facts.ts';
import { say } from '../words.ts';

type AnyRow = RosterRows[RosterKind];

/** What the `list-row` card is made of. */
export interface ListRowFacts {
  readonly kind: RosterKind;
  readonly row: AnyRow;
  /** Newest first. */
  readonly history: readonly RosterHistory<AnyRow>[];
  readonly names: Names;
  readonly may: May;
}

/** The `list-row` card. */
export function listRowFace({ kind, row, history, names, may }: ListRowFacts): Card {
  const title = 'name' in row ? row.name : row.title;
  const summary = say('list-row.what', { list: LIST_WORDS[kind].name, id: row.id });
  return {
    title,
    preview: summary,
    blocks: [
      text(summary),
      facts(...sayCells(kind, row, names).map(({ field, value }) => [headingOf(kind, field), value] as const)),
      ...('roles' in row ? account(row, may) : []),
      ...(kind === 'institutions' ? buttons(may, button('措施和指导', act('show-measures', row.id))) : []),
      ...(history.length === 0 ? [] : [strong(say('list-row.history'))]),
      ...history.map((entry) =>
        text(
          say('list-row.entry', {
            at: sayTime(entry.at),
            by: entry.by === 'system' ? say('list-row.system') : called(names, entry.by),
            source: sourceOf(entry.source),
            change: sayChange(kind, entry, names).change,
          }),
        ),
      ),
    ],
  };
}

function headingOf(kind: RosterKind, field: string): string {
  const headings: Readonly<Record<string, string>> = COLUMN_WORDS[kind];
  return headings[field] ?? field;
}

/** A file's name as it is; what was done in the chat or through a platform has no file. */
function sourceOf(source: string): string {
  return ['chat', 'feishu', 'dingtalk'].includes(source) ? say('list-row.from-chat') : source;
}

/** What an administrator can do to a person: let him in, shut an account out, change what he is. */
function account(person: RosterRows['people'], may: May): readonly Block[] {
  const isBound = person.feishu !== null || person.dingtalk !== null;
  return [
    text(say(isBound ? 'list-row.bound' : 'list-row.not-bound')),
    ...buttons(
      isBound ? may : may.filter((verb) => verb !== 'unbind-account'),
      button('要绑定验证码', act('issue-code', person.id)),
      asked(
        '解除绑定',
        act('unbind-account', person.id),
        { title: say('list-row.unbind-title', { name: person.name }), text: say('list-row.unbind-confirm') },
        'grave',
      ),
    ),
    ...form(
      may,
      'roles',
      [{ kind: 'choices', name: 'roles', label: '角色', required: true, options: options(ROLE_WORDS), values: person.roles }],
      button('改角色', act('set-roles', person.id)),
    ),
  ];
}
