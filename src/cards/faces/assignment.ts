// The inspector's card: where, when, with whom, and the one thing asked now.

import type { Assignment } from '../../domain/assignment.ts';
import type { Day } from '../../domain/day.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import { isBeforeFindings } from '../../domain/seats.ts';
import type { Task } from '../../domain/task.ts';
import { sayDays, sayDue, sayTime } from '../../words/days.ts';
import { CONFLICT_GROUND_WORDS, NOTICE_WAYS, OUTCOME_WORDS, sayMethods } from '../../words/inspections.ts';
import { called } from '../../words/names.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, facts, faint, form, main, options, request, strong, text, textField, warning } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';
import { assignmentState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `assignment` card is made of. */
export interface AssignmentFacts {
  readonly assignment: Assignment;
  readonly task: Pick<Task, 'id' | 'title' | 'methods'>;
  readonly institution: Institution;
  readonly matters: readonly Pick<Matter, 'id' | 'name'>[];
  /** The team with numbers to call. */
  readonly team: readonly Pick<Person, 'id' | 'name' | 'unit' | 'mobile' | 'certificate'>[];
  readonly viewer: PersonId;
  /** By when what is asked now has to be done. */
  readonly due: Due | null;
  readonly photos: number;
  readonly today: Day;
  readonly names: Names;
  readonly may: May;
}

/** The `assignment` card. */
export function assignmentFace(shown: AssignmentFacts): Card {
  const { assignment, institution, task } = shown;
  const isBlocked = conflicts(shown).length > 0;
  const ask = question(shown);
  const isOver = ['reviewed', 'archived', 'replaced'].includes(assignment.state);
  return {
    title: institution.name,
    subtitle: `${assignment.id} ${task.title}`,
    state: isBlocked && !isOver ? { word: '回避待定', tone: 'late' } : assignmentState(assignment.state),
    preview: say('assignment.preview', { institution: institution.name, ask }),
    blocks: isOver
      ? [text(ask), ...outcome(shown)]
      : [request(ask, shown.due), ...conflictBlocks(shown), ...returnedBlocks(shown), ...place(shown), ...actions(shown), ...forms(shown)],
  };
}

function conflicts({ assignment }: AssignmentFacts) {
  return assignment.seats.filter((seat) => seat.answer.kind === 'conflict');
}

function question(shown: AssignmentFacts): string {
  const { assignment, viewer, due, names } = shown;
  const by = due === null ? '' : sayDue(due);
  if (isBeforeFindings(assignment) && conflicts(shown).some(({ person }) => person === viewer)) return say('assignment.declared');
  switch (assignment.state) {
    case 'offered': {
      const mine = assignment.seats.find(({ person }) => person === viewer);
      if (mine?.answer.kind === 'open') return say('assignment.ask-answer', { by });
      if (conflicts(shown).length > 0) return say('assignment.undecided');
      const waiting = assignment.seats.flatMap(({ person, answer }) =>
        answer.kind === 'open' && person !== null ? [called(names, person)] : [],
      );
      if (waiting.length > 0 && !mine) return say('assignment.waiting', { waiting: waiting.join('、') });
      return waiting.length > 0 ? say('assignment.answered', { waiting: waiting.join('、') }) : say('assignment.all-answered');
    }
    case 'to-approve':
      return say(conflicts(shown).length > 0 ? 'assignment.undecided' : 'assignment.to-approve');
    case 'to-notify':
      return say('assignment.ask-notify', { by });
    case 'to-visit':
      return say('assignment.ask-visit', { by });
    case 'visiting':
      return say('assignment.ask-findings', { by });
    case 'submitted':
      return say('assignment.submitted');
    case 'cosigned':
      return say('assignment.cosigned');
    case 'reviewed':
    case 'archived':
      return say('assignment.reviewed');
    case 'replaced':
      return say('assignment.replaced');
    default:
      return assignment.state;
  }
}

/** What is left of a finished card: the outcome, who, when. */
function outcome({ assignment, names }: AssignmentFacts): readonly Block[] {
  const { findings, review, submitted } = assignment;
  return [
    facts(
      ['处理', findings === null ? null : findings.outcome === null ? '未发现问题' : OUTCOME_WORDS[findings.outcome]],
      ['检查人员', assignment.seats.flatMap(({ person }) => (person === null ? [] : [called(names, person)])).join('、')],
      ['提交', submitted === null ? null : `${called(names, submitted.by)}，${sayTime(submitted.at)}`],
      ['审核', review === null ? null : `${called(names, review.by)}，${sayTime(review.at)}`],
    ),
  ];
}

function conflictBlocks(shown: AssignmentFacts): readonly Block[] {
  // To whoever declared it, the card's first line says so.
  const others = conflicts(shown).filter(({ person }) => person !== shown.viewer);
  return others.map(({ person }) => warning(say('assignment.blocked', { name: person === null ? '' : called(shown.names, person) })));
}

function returnedBlocks({ assignment: { returned }, names }: AssignmentFacts): readonly Block[] {
  return returned === null ? [] : [warning(say('assignment.returned', { by: called(names, returned.by), words: returned.words }))];
}

/** What a colleague has said so far: a conflict is not hidden from the one who would go with him. */
const ANSWER_WORDS = { open: '还没确认', accepted: '已确认', conflict: '已申报回避' } as const;

function place({ assignment, institution, task, matters, team, photos, names }: AssignmentFacts): readonly Block[] {
  const members = new Map(team.map((person) => [person.id, person]));
  return [
    facts(
      ['地址', institution.address],
      ['负责人', institution.head],
      ['电话', institution.phone],
      ['检查时间', sayDays(assignment.from, assignment.to)],
      ['检查方式', sayMethods(task.methods)],
      ['照片和文件', photos === 0 ? null : `已收 ${photos} 份`],
    ),
    strong('同组'),
    ...assignment.seats.map(({ slot, person, answer }) => {
      if (person === null) return warning(say('assignment.empty-seat', { slot: slot + 1 }));
      const member = members.get(person);
      const said = assignment.state === 'offered' || answer.kind === 'conflict' ? ANSWER_WORDS[answer.kind] : '';
      return text([called(names, person), member?.unit ?? '', member?.mobile ?? '', said].filter((part) => part !== '').join('，'));
    }),
    {
      kind: 'fold',
      title: say('assignment.matters', { count: matters.length }),
      blocks: matters.map(({ name }, index) => text(`${index + 1}. ${name}`)),
    },
  ];
}

function actions({ assignment: { id, version, state }, may }: AssignmentFacts): readonly Block[] {
  return [
    ...buttons(
      may,
      main('我参加', act('accept-assignment', id, version)),
      asked('亮证并开始检查', act('start-visit', id, version), {
        title: say('assignment.start-title'),
        text: say('assignment.start-confirm'),
      }),
      main('填写检查情况', act('show-findings', id)),
      main(state === 'cosigned' ? '去审核' : '去会签', act('show-inspection', id)),
      button('登记回避', act('open-recusal', id)),
      button('申请递补', act('open-substitute', id)),
      button('措施和指导', act('show-measures', id)),
    ),
    ...(state === 'visiting' ? [faint(say('assignment.photos'))] : []),
  ];
}

function forms({ assignment: { id, version }, may }: AssignmentFacts): readonly Block[] {
  const ways = NOTICE_WAYS.map((way) => ({ value: way, label: way }));
  return [
    ...form(
      may,
      'notice',
      [
        { kind: 'day', name: 'day', label: '哪天通知的', required: true },
        { kind: 'choice', name: 'way', label: '怎么通知的', required: true, options: ways },
      ],
      main('登记通知', act('serve-notice', id, version)),
    ),
    ...(may.includes('declare-conflict') ? [strong('需要回避'), faint(say('assignment.conflict'))] : []),
    ...form(
      may,
      'conflict',
      [
        { kind: 'choice', name: 'ground', label: '回避理由', required: true, options: options(CONFLICT_GROUND_WORDS) },
        textField('words', '说明', { required: false, lines: 2, placeholder: '只有负责人看得到' }),
      ],
      button('申报回避', act('declare-conflict', id, version)),
    ),
  ];
}
