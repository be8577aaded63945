// The group card of a locked draw: what is fixed, by which numbers, and who has witnessed.

import type { Draw } from '../../domain/draw.ts';
import type { LockWarnings } from '../../domain/lock-warnings.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Beacon, Digest } from '../../domain/record.ts';
import type { Task } from '../../domain/task.ts';
import type { VoidStanding } from '../../domain/void-outcome.ts';
import { sayTime } from '../../words/days.ts';
import { publicReason, sayBeacon, sayLastIngredient, sayRule, VOID_STANDING_WORDS } from '../../words/draws.ts';
import { called, calledAll } from '../../words/names.ts';
import { act } from '../acts.ts';
import { beaconQuestion } from '../beacon-question.ts';
import { asked, button, buttons, facts, faint, main, strong, text, warning } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { type ListFacts, listBlocks } from '../list-blocks.ts';
import { warningBlocks } from '../lock-warnings.ts';
import { drawState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `lock` card is made of. */
export interface LockFacts {
  readonly draw: Pick<
    Draw,
    | 'number'
    | 'state'
    | 'lockedAt'
    | 'lockedBy'
    | 'manifest'
    | 'manifestHash'
    | 'witnesses'
    | 'closeHash'
    | 'closedAt'
    | 'absent'
    | 'voided'
    | 'version'
  >;
  readonly task: Task;
  /** SM3 of the same bytes as `manifestHash`. */
  readonly sm3: Digest;
  /** By stratum: rows in the list, those not excluded, those that take part, forced visits, and how many are drawn. */
  readonly strata: readonly {
    readonly id: string;
    readonly rows: number;
    readonly listed: number;
    readonly pool: number;
    readonly forced: number;
    readonly quota: number;
  }[];
  readonly contributed: readonly PersonId[];
  /** Who has typed the dice or numbers of this round. */
  readonly typed: readonly PersonId[];
  /** The last ingredient once it is there. */
  readonly beacon: Beacon;
  /** When a beacon from outside becomes public; null where none comes from outside. */
  readonly beaconAt: Date | null;
  /** It is public by now. */
  readonly isBeaconPublic: boolean;
  /** The server's secret where the protocol opens it with the close and the viewer is entitled to see it. */
  readonly secret: string | null;
  /** Of a void draw: what its outcome lacks, and the digest of its record once that is published. */
  readonly outcome: { readonly standing: VoidStanding; readonly recordHash: Digest | null } | null;
  /** Closed, and nothing is missing any more for the result. */
  readonly isReady: boolean;
  /** When the clock opens it by itself; null before it is ready, and where it does not. */
  readonly settlesAt: Date | null;
  /** The result is being computed at this moment. */
  readonly isComputing: boolean;
  /** Until when the draw waits for its witnesses. */
  readonly until: Date;
  /** The beacon became public before the contributions were closed: only voiding is left. */
  readonly hasMissedBeacon: boolean;
  /** The time is up and too few have witnessed for a close: only voiding is left. */
  readonly hasTooFew: boolean;
  /** Somebody asked to void it, and nobody has agreed yet. */
  readonly isVoidAsked: boolean;
  readonly warnings: LockWarnings;
  readonly lists: ListFacts;
  readonly names: Names;
  readonly may: May;
}

/** The `lock` card. */
export function lockFace(shown: LockFacts): Card {
  const { draw, task, may } = shown;
  const ask = question(shown);
  const about = [draw.number, draw.version] as const;
  return {
    title: say('lock.title', { number: draw.number }),
    subtitle: task.title,
    state: drawState(draw.state),
    preview: say('lock.preview', { number: draw.number, ask }),
    blocks: [
      text(ask),
      ...(shown.isVoidAsked ? [warning(say('lock.void-asked'))] : []),
      ...voidedBlocks(shown),
      ...witnessBlocks(shown),
      ...buttons(
        may,
        main('见证', act('open-contribution', ...about)),
        main('录入骰子', act('open-dice', ...about)),
        main(task.mode === 'lottery' ? '录入开奖号码' : '粘贴信标数值', act('open-beacon', ...about)),
        asked('封存见证', act('close-draw', ...about), {
          title: say('lock.close-title'),
          text: say('lock.close-confirm', { missing: missing(shown) }),
        }),
        asked('开签', act('settle-draw', ...about), { title: say('lock.settle-title'), text: say('lock.settle-confirm') }),
        button('申请作废', act('open-void', ...about)),
      ),
      ...warningBlocks(shown.warnings, shown.names),
      ...strataBlocks(shown),
      ...listBlocks(shown.lists, shown.names),
      ...fixedBlocks(shown),
    ],
  };
}

/** The names of the witnesses who have not contributed, '' when all have. */
function missing({ draw, contributed, names }: LockFacts): string {
  return calledAll(
    names,
    draw.witnesses.map(({ person }) => person).filter((person) => !contributed.includes(person)),
  );
}

function question(shown: LockFacts): string {
  const { draw, until } = shown;
  switch (draw.state) {
    case 'locked': {
      const waiting = missing(shown);
      if (shown.hasMissedBeacon) return say('lock.missed');
      if (shown.hasTooFew) return say('lock.too-few', { have: shown.contributed.length, missing: waiting });
      return waiting === '' ? say('lock.all-here') : say('lock.ask', { until: sayTime(until), missing: waiting });
    }
    case 'closed':
      if (shown.isComputing) return say('lock.computing');
      if (!shown.isReady) return beaconQuestion(shown);
      return shown.settlesAt === null ? say('lock.ready') : say('lock.ready-until', { at: sayTime(shown.settlesAt) });
    case 'settled':
      return say('lock.settled');
    case 'void':
      return say('lock.void');
    default:
      return draw.state;
  }
}

function voidedBlocks({ draw, outcome, names }: LockFacts): readonly Block[] {
  const { voided } = draw;
  if (voided === null) return [];
  return [
    ...(outcome === null ? [] : [text(VOID_STANDING_WORDS[outcome.standing])]),
    ...(outcome?.recordHash ? [{ kind: 'digest', label: '作废的签的记录摘要 SHA-256', value: outcome.recordHash } as const] : []),
    facts(
      ['作废的理由', publicReason(voided.reason)],
      ['申请', called(names, voided.by)],
      ['批准', `${called(names, voided.approvedBy)}，${sayTime(voided.at)}`],
    ),
  ];
}

function witnessBlocks({ draw, contributed, beacon, names }: LockFacts): readonly Block[] {
  const isOpen = draw.state === 'locked';
  const come = sayBeacon(beacon);
  return [
    facts(
      ...draw.witnesses.map(({ person }) =>
        contributed.includes(person)
          ? ([called(names, person), '已见证', 'done'] as const)
          : ([called(names, person), isOpen ? '等待见证' : '没有见证', isOpen ? 'todo' : 'late'] as const),
      ),
      ...(come === null ? [] : [[...come, 'done'] as const]),
    ),
  ];
}

function strataBlocks({ draw, strata, names }: LockFacts): readonly Block[] {
  const rules = new Map(draw.manifest.rules.strata.map((stratum) => [stratum.id, stratum]));
  const nameOf = (id: string): string => {
    const rule = rules.get(id);
    return rule === undefined ? id : `${called(names, rule.category)}${rule.risk === undefined ? '' : `（风险 ${rule.risk}）`}`;
  };
  const ruleLines = strata.flatMap(({ id, rows, pool }) => {
    const rule = rules.get(id);
    return rule === undefined ? [] : [`${nameOf(id)}${sayRule(rule, rule.base === 'all' ? rows : pool)}`];
  });
  const degenerate = strata.filter(({ pool, quota }) => quota >= pool);
  return [
    strong('抽多少'),
    {
      kind: 'table',
      columns: [
        { name: 'category', label: '类别' },
        { name: 'pool', label: '可抽 / 在册' },
        { name: 'quota', label: '抽取' },
      ],
      rows: strata.map(({ id, pool, rows, quota, forced }) => ({
        category: nameOf(id),
        pool: `${pool} / ${rows}`,
        quota: `${quota} 家${forced > 0 ? `，另定向 ${forced} 家` : ''}`,
      })),
    },
    faint(say('lock.rules', { document: draw.manifest.rules.document, rules: ruleLines.join('；') })),
    ...degenerate.map(({ id, pool }) =>
      warning(pool === 0 ? say('lock.none', { name: nameOf(id) }) : say('lock.degenerate', { name: nameOf(id), pool })),
    ),
  ];
}

function fixedBlocks({ draw, task, sm3, secret, names }: LockFacts): readonly Block[] {
  const { manifest } = draw;
  const { team } = manifest.rules;
  return [
    {
      kind: 'fold',
      title: say('lock.fixed'),
      blocks: [
        facts(
          ['封签时间', sayTime(draw.lockedAt)],
          ['记录里的封签时间', draw.manifest.lockedAt],
          ['封签人', called(names, draw.lockedBy)],
          ['比例频次文件', manifest.rules.document],
          ['机构名录', `${manifest.roster.n} 家`],
          ['检查人员名录', `${manifest.inspectors.n} 人`],
          ['封签前的回避', manifest.recusals.n === 0 ? '没有' : `${manifest.recusals.n} 对`],
          ['每组', `${team.size} 人${team.lead ? '，须有组长' : ''}`],
        ),
        text(say('lock.last', { what: sayLastIngredient(manifest.entropy) })),
        ...(task.lottery === null ? [] : [text(say('lock.lottery', { at: sayTime(task.lottery.drawnAt), where: task.lottery.where }))]),
        text(say('lock.why')),
      ],
    },
    { kind: 'digest', label: '封签摘要 SHA-256', value: draw.manifestHash },
    { kind: 'digest', label: '封签摘要 SM3', value: sm3 },
    ...(draw.closeHash === null ? [] : [{ kind: 'digest', label: '见证封存摘要 SHA-256', value: draw.closeHash } as const]),
    ...(secret === null ? [] : [{ kind: 'digest', label: '封签时锁定的密数（已揭开，请勿外传）', value: secret } as const]),
  ];
}
