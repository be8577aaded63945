// Open work as rows with a button each, the most urgent first.
import { sayDue } from '../words/days.ts';
import { WORK_WORDS } from '../words/work.ts';
import type { ActVerb } from './acts.ts';
import { act } from './acts.ts';
import { button } from './blocks.ts';
import type { Act, Row } from './card.ts';
import type { WorkItem, WorkKind } from './facts.ts';
import { isLate } from './tones.ts';
import { say } from './words.ts';

/** What the row's button opens. */
const OPENS: Readonly<Record<WorkKind, { readonly label: string; readonly verb: ActVerb }>> = {
  'approve-task': { label: '去审批', verb: 'show-task' },
  'lock-draw': { label: '去封签', verb: 'show-task' },
  contribute: { label: '去见证', verb: 'open-contribution' },
  'type-beacon': { label: '去录入', verb: 'open-beacon' },
  'paste-beacon': { label: '去粘贴', verb: 'open-beacon' },
  'settle-draw': { label: '去开签', verb: 'show-draw' },
  'confirm-draw': { label: '去核对', verb: 'open-confirmation' },
  answer: { label: '去确认', verb: 'show-assignment' },
  'decide-change': { label: '去决定', verb: 'show-change' },
  'record-above': { label: '去登记', verb: 'show-change' },
  'confirm-above': { label: '去确认', verb: 'show-change' },
  'approve-visits': { label: '去批准', verb: 'show-task' },
  'serve-notice': { label: '去登记', verb: 'show-assignment' },
  visit: { label: '去检查', verb: 'show-assignment' },
  'fill-findings': { label: '去填写', verb: 'show-findings' },
  cosign: { label: '去会签', verb: 'show-inspection' },
  review: { label: '去审核', verb: 'show-inspection' },
  'propose-publication': { label: '去提请', verb: 'show-publication' },
  'approve-publication': { label: '去批准', verb: 'show-publication' },
  'place-publication': { label: '去登记', verb: 'show-publication' },
  'report-rectification': { label: '查看', verb: 'show-problem' },
  'follow-up': { label: '去回访', verb: 'show-problem' },
  'decide-measure': { label: '去决定', verb: 'show-measures' },
  'take-measure': { label: '去办理', verb: 'show-measures' },
  'certificate-expiring': { label: '看名录', verb: 'show-list' },
  'licence-expiring': { label: '看名录', verb: 'show-list' },
  'list-outdated': { label: '看名录', verb: 'show-list' },
  'draws-missing': { label: '看任务', verb: 'show-tasks' },
};

/** Late first, then by day; work without a day comes last. */
export function byUrgency(items: readonly WorkItem[]): readonly WorkItem[] {
  return items.toSorted((a, b) => (a.due?.day ?? '9999').localeCompare(b.due?.day ?? '9999'));
}

/** The act that opens a piece of work. Expiring papers are looked up in their list. */
export function openingOf({ kind, about }: Pick<WorkItem, 'kind' | 'about'>): Act {
  const { verb } = OPENS[kind];
  const list = kind === 'certificate-expiring' ? 'people' : 'institutions';
  return verb === 'show-list' ? act(verb, list, undefined, { search: about }) : act(verb, about);
}

/** `1/2`: draws the year has had, and draws it needs. */
function sayDraws(title: string): string {
  const [have = '', need = ''] = title.split('/');
  return say('my-work.draws', { have, need });
}

/** One piece of work as a row. */
export function workRow({ kind, about, title, due }: WorkItem): Row {
  return {
    title: `${WORK_WORDS[kind]} · ${kind === 'draws-missing' ? sayDraws(title) : title}`,
    ...(due === null ? {} : { detail: sayDue(due) }),
    ...(isLate(due) ? { tone: 'late' } : {}),
    button: button(OPENS[kind].label, openingOf({ kind, about })),
  };
}
