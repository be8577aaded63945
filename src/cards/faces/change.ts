// A request for a change after the draw: to the head a decision with its consequences, to everybody concerned what came of it.
import type { Choice } from '../../domain/change-choices.ts';
import { type ChangeRequest, isPending, type Ruling } from '../../domain/change-request.ts';
import type { InstitutionStatus } from '../../domain/institution.ts';
import type { Task } from '../../domain/task.ts';
import { CHANGE_KIND_WORDS, ORIGIN_WORDS, RULING_WORDS, saySwap } from '../../words/changes.ts';
import { sayTime } from '../../words/days.ts';
import { called } from '../../words/names.ts';
import { INSTITUTION_STATUS_WORDS } from '../../words/states.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, facts, faint, form, options, strong, text, textField, warning } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import { choiceOption } from '../change-choice.ts';
import type { May, Names } from '../facts.ts';
import { changeState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `change` card is made of. */
export interface ChangeFacts {
  readonly request: ChangeRequest;
  readonly task: Pick<Task, 'id' | 'title'>;
  /** What could be decided now, the least disturbing first; empty for whoever decides nothing. */
  readonly choices: readonly Choice[];
  /** What the asker wrote: for the heads, the auditors and himself; null for all others. */
  readonly words: string | null;
  /** The ground: in full for whoever decides or runs the work, as the record has it for everybody else. */
  readonly ground: string;
  /** The institution that went by 递补 still stands in the list with the one status and should have the other; null if not. */
  readonly outdated: { readonly now: InstitutionStatus; readonly should: InstitutionStatus } | null;
  /** True if no head of the office may decide it. */
  readonly goesUp: boolean;
  /** People, institutions, and inspections by the name of their institution. */
  readonly names: Names;
  readonly may: May;
}

/** The `change` card. */
export function changeFace(shown: ChangeFacts): Card {
  const { request, task, may } = shown;
  const ask = question(shown);
  return {
    title: say('change.title', { kind: CHANGE_KIND_WORDS[request.kind], id: request.id }),
    subtitle: task.title,
    state: changeState(request.state),
    preview: ask,
    blocks: [
      text(ask),
      ...outcome(shown),
      ...outdatedRow(shown),
      ...about(shown),
      ...(isPending(request) ? [...consequences(shown), ...decisionForms(shown), ...aboveForms(shown)] : []),
      ...buttons(may, button('看这次检查', act('show-assignment', request.outcome?.opened ?? request.assignment ?? ''))),
    ],
  };
}

function question({ request, goesUp, may, names }: ChangeFacts): string {
  const kind = CHANGE_KIND_WORDS[request.kind];
  switch (request.state) {
    case 'open':
      if (may.includes('decide-change')) return say('change.ask-decide', { kind });
      if (may.includes('record-above') && goesUp) return say('change.ask-above', { kind });
      return say(goesUp ? 'change.waiting-above' : 'change.waiting', { kind });
    case 'to-confirm':
      if (may.includes('confirm-above')) return say('change.ask-confirm', { by: called(names, request.above?.by ?? '') });
      return say('change.waiting-confirm');
    case 'done':
      if (request.kind === 'recusal') return say('change.done-recusal', { how: RULING_WORDS[request.decision?.ruling.kind ?? 'replace'] });
      return say(request.outcome?.closed && !request.outcome.opened ? 'change.done-without' : 'change.done', { kind });
    case 'refused':
      return say(request.kind === 'recusal' ? 'change.refused-recusal' : 'change.refused', { kind });
    case 'lapsed':
      return say('change.lapsed');
  }
}

function about({ request, words, ground, names }: ChangeFacts): readonly Block[] {
  const { institution, person, origin, by, at, decision, above: ruled } = request;
  const number = decision?.number ?? ruled?.number ?? null;
  return [
    facts(
      ['机构', institution === null ? null : called(names, institution)],
      ['谁要回避', person === null ? null : called(names, person)],
      ['理由', ground],
      ['说明', words],
      ['提出', `${called(names, by)}，${ORIGIN_WORDS[origin]}，${sayTime(at)}`],
      ['上级文号', number],
      ['上级决定', ruled === null ? null : sayRuling(ruled.ruling, request, names)],
      [
        number === null ? '决定' : '确认',
        decision === null ? null : `${called(names, decision.by)}，${sayRuling(decision.ruling, request, names)}，${sayTime(decision.at)}`,
      ],
      ['不同意的理由', decision === null || decision.words === '' ? null : decision.words],
    ),
  ];
}

function sayRuling(ruling: Ruling, { person, institution }: ChangeRequest, names: Names): string {
  if (ruling.kind !== 'swap') return RULING_WORDS[ruling.kind];
  return saySwap(
    { person: called(names, person ?? ''), goesTo: called(names, ruling.assignment) },
    { person: called(names, ruling.person), goesTo: called(names, institution ?? '') },
  );
}

/** Who left, who came, where; for 递补 which institution went and which came. */
function outcome({ request: { outcome: came }, names }: ChangeFacts): readonly Block[] {
  if (came === null) return [];
  const { closed, opened, moves } = came;
  const swapped =
    closed === null
      ? []
      : [
          opened === null
            ? warning(say('change.no-reserve', { old: called(names, closed) }))
            : strong(say('change.substituted', { old: called(names, closed), institution: called(names, opened) })),
        ];
  const lines = (closed !== null && opened === null ? [] : moves).map(({ assignment, slot, out, in: come }) => {
    const values = { institution: called(names, assignment), slot: slot + 1 };
    if (come === null) return warning(say('change.left-empty', { ...values, out: called(names, out ?? '') }));
    if (out === null) return text(say('change.filled', { ...values, come: called(names, come) }));
    return text(say('change.moved', { ...values, out: called(names, out), come: called(names, come) }));
  });
  return [...swapped, ...lines];
}

/** The row in the list is not changed by a draw: who keeps it has to, or the next draw draws the same again. */
function outdatedRow({ outdated, request, names }: ChangeFacts): readonly Block[] {
  if (outdated === null) return [];
  const [now, should] = [INSTITUTION_STATUS_WORDS[outdated.now], INSTITUTION_STATUS_WORDS[outdated.should]];
  return [warning(say('change.list-outdated', { institution: called(names, request.institution ?? ''), now, should }))];
}

/** What is known before the decision; who follows is not. */
function consequences({ choices, request }: ChangeFacts): readonly Block[] {
  const lines = choices.flatMap((choice): readonly Block[] => {
    if (choice.kind === 'replace') {
      return [choice.eligible === 0 ? warning(say('change.nobody')) : faint(say('change.successor', { eligible: choice.eligible }))];
    }
    if (choice.kind === 'substitute') {
      return [choice.reserves === 0 ? warning(say('change.reserves-none')) : text(say('change.reserves', { reserves: choice.reserves }))];
    }
    return choice.kind === 'fill' ? [text(say('change.places', { places: choice.places }))] : [];
  });
  const isSwappable = choices.some(({ kind }) => kind === 'swap');
  const noSwap = choices.length > 0 && request.kind === 'recusal' && !isSwappable ? [faint(say('change.no-swap'))] : [];
  return [...lines, ...noSwap];
}

/** What an approval means, by what was asked for. */
const CONFIRMS: Readonly<Record<ChangeRequest['kind'], string>> = {
  recusal: 'change.decide-confirm-recusal',
  substitute: 'change.decide-confirm-substitute',
  fill: 'change.decide-confirm-fill',
};

function decisionForms({ request, choices, names, may }: ChangeFacts): readonly Block[] {
  const { id, version, kind } = request;
  const isLast = choices.some((choice) => choice.kind === 'substitute' && choice.reserves === 0);
  const confirm = { title: say('change.decide-title'), text: say(isLast ? 'change.decide-confirm-without' : CONFIRMS[kind]) };
  const approve = asked('批准', act('decide-change', id, version), confirm);
  const ways = choices.map((choice) => choiceOption(choice, request, names));
  const fields = [{ kind: 'choice', name: 'remedy', label: '怎么办', required: true, options: ways } as const];
  return [
    ...(ways.length === 0 ? [] : kind === 'recusal' ? form(may, 'decide', fields, approve) : buttons(may, approve)),
    ...form(
      may,
      'refuse',
      [textField('reason', '不同意的理由', { lines: 2, placeholder: '会转告提出的人' })],
      button('不同意', act('refuse-change', id, version)),
    ),
  ];
}

function aboveForms({ request, choices, names, may }: ChangeFacts): readonly Block[] {
  const { id, version } = request;
  const ways = [...choices.map((choice) => choiceOption(choice, request, names)), ...options({ refuse: RULING_WORDS.refuse })];
  const confirm = { title: say('change.confirm-title'), text: say('change.confirm-confirm', { number: request.above?.number ?? '' }) };
  return [
    ...buttons(may, asked('与文件一致，执行', act('confirm-above', id, version), confirm)),
    ...form(
      may,
      'above',
      [
        textField('number', '上级决定的文号', { max: 60, placeholder: '不要写人名' }),
        { kind: 'choice', name: 'aboveRemedy', label: '上级怎么定的', required: true, options: ways },
      ],
      button('登记上级决定', act('record-above', id, version)),
    ),
  ];
}
