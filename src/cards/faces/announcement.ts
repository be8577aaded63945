// 公告: the plain message of a draw's step; sent as text, because a text message cannot be changed by whoever sent it.
import type { Announcement, Step } from '../../domain/announcement.ts';
import { civilTime } from '../../domain/day.ts';
import { CHANGE_WORDS } from '../../words/changes.ts';
import { facts, faint, text } from '../blocks.ts';
import type { Block, Card, Tone } from '../card.ts';
import { say } from '../words.ts';

/** What the announcement is made of: facts that were fixed when the draw was changed, and nothing read later. */
export interface AnnouncementFacts {
  readonly said: Announcement;
  /** The checkpoint's size, and its root as the signed note writes it. */
  readonly checkpoint: { readonly size: number; readonly root: string };
}

const STEPS: Readonly<Record<Step, { readonly word: string; readonly tone: Tone; readonly headline: string; readonly use: string }>> = {
  locked: { word: '已封签', tone: 'sealed', headline: 'announcement.locked', use: 'announcement.for-locked' },
  closed: { word: '见证已封存', tone: 'sealed', headline: 'announcement.closed', use: 'announcement.for-closed' },
  settled: { word: '已开签', tone: 'done', headline: 'announcement.settled', use: 'announcement.for-settled' },
  changed: { word: '有变更', tone: 'doing', headline: 'announcement.changed', use: 'announcement.for-changed' },
  voided: { word: '已作废', tone: 'void', headline: 'announcement.voided', use: 'announcement.for-voided' },
  outcome: { word: '已作废', tone: 'void', headline: 'announcement.outcome', use: 'announcement.for-outcome' },
};

/** The `announcement` card: mostly sent as the text of it. */
export function announcementFace({ said, checkpoint }: AnnouncementFacts): Card {
  const { word, tone, ...step } = STEPS[said.step];
  const headline = say(step.headline, { draw: said.draw });
  return {
    title: say('announcement.title', { draw: said.draw }),
    state: { word, tone },
    preview: headline,
    blocks: [
      text(headline),
      facts(
        // To the second and in the form in which the verifier takes it.
        ['时间', civilTime(said.at).slice(0, 19).replace('T', ' ')],
        ['名录', `机构 ${said.institutions} 家，执法检查人员 ${said.inspectors} 人，事先回避 ${said.recusals} 对`],
        ['见证人', sayWitnesses(said)],
        ['抽中', said.drawn === null ? null : `${said.drawn} 家`],
        ['变更', said.change === null ? null : `第 ${said.change.n} 次：${CHANGE_WORDS[said.change.name]}`],
        ['变更链', said.change === null ? null : say('announcement.chain', { of: said.change.of, left: said.change.of - said.change.n })],
      ),
      ...digestsOf(said),
      facts(['工作记录存证', say('announcement.checkpoint', { size: checkpoint.size, root: checkpoint.root })]),
      faint(say(step.use)),
    ],
  };
}

function sayWitnesses({ witnesses, absent }: Announcement): string {
  if (absent === null) return `${witnesses} 名`;
  return `${witnesses} 名，${witnesses - absent} 名已见证${absent === 0 ? '' : `，${absent} 名缺席`}`;
}

function digestsOf({ lock, close, record }: Announcement): readonly Block[] {
  return [
    digest('封签摘要 SHA-256', lock.sha256),
    digest('封签摘要 SM3', lock.sm3),
    ...(close === null ? [] : [digest('见证封存摘要 SHA-256', close)]),
    ...(record === null ? [] : [digest('完整记录摘要 SHA-256', record.sha256), digest('完整记录摘要 SM3', record.sm3)]),
  ];
}

function digest(label: string, value: string): Block {
  return { kind: 'digest', label, value };
}
