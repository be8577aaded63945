// The facts of the pages about draws: all of them, one of them, and what may be shown of it yet.
import type { Checkpoint } from '../../domain/checkpoint.ts';
import type { ConfirmationCounts } from '../../domain/confirmation-rules.ts';
import type { ContributionEntry, Draw, DrawState } from '../../domain/draw.ts';
import type { OfficeRules } from '../../domain/office-rules.ts';
import type { Person } from '../../domain/person.ts';
import type { Beacon, DrawRecord, RosterRow, Stratum } from '../../domain/record.ts';
import { digestOf, sm3Of } from '../../domain/ssj/canonical.ts';
import { isInStratum, poolOf, quotaOf } from '../../domain/ssj/objects.ts';
import type { Task } from '../../domain/task.ts';
import type { VoidStanding } from '../../domain/void-outcome.ts';
import { publicReason, sayBeacon, sayLastIngredient, VOID_STANDING_WORDS } from '../../words/draws.ts';
import { DRAW_STATE_WORDS } from '../../words/states.ts';
import { checkpointLine } from './checkpoint-pages.ts';
import { changesOf, eventLine } from './draw-events.ts';
import { categoryName, drawTone, type Facts, frame, groups, link, moment, namesBy, type Setting } from './frame.ts';

const MODES = {
  witness: '见证人各写一句话（不设公共随机数）',
  dice: '现场掷骰子，由两名见证人分别录入一致',
  lottery: '封签后开奖的公开彩票号码',
  drand: '封签后产生的公共随机信标（drand）',
} as const;

const LIMITS = {
  witness:
    '见证方式下，服务器管理员与最后一名见证人串通才可能影响结果；任何一方单独都做不到。名录内容若本身不实，摘要只能证明它没有被改过。',
  dice: '骰子方式下，同时控制骰子和服务器的人才可能影响结果；任何一方单独都做不到。名录内容若本身不实，摘要只能证明它没有被改过。',
  lottery:
    '末项是封签时写定的那一期公开开奖号码，任何一方都无法预知；号码录得对不对，任何人都能查开奖公告。名录内容若本身不实，摘要只能证明它没有被改过。',
  drand:
    '末项是封签时写定的那一轮公共信标，封存见证以后才公布，自带签名，任何一方都无法预知或伪造。名录内容若本身不实，摘要只能证明它没有被改过。',
} as const;

/** More reserves than these are folded away: a city has hundreds. */
const RESERVES_SHOWN = 20;

/** One draw in a list. */
export interface DrawSummary {
  readonly draw: Pick<Draw, 'number' | 'state' | 'task' | 'lockedAt' | 'manifest'>;
  readonly title: string;
}

/** Facts of the list of draws; `quotas` says how many institutions each draws, by its number. */
export function drawsFacts(setting: Setting, draws: readonly DrawSummary[], quotas: ReadonlyMap<string, number>): Facts {
  const count = (...states: readonly DrawState[]): number => draws.filter(({ draw }) => states.includes(draw.state)).length;
  return {
    ...frame(setting, '抽签', 'draws'),
    counts: { all: draws.length, settled: count('settled'), open: count('locked', 'closed'), void: count('void') },
    draws: draws.map((summary) => ({ ...drawLine(setting, summary), quota: quotas.get(summary.draw.number) ?? '' })),
  };
}

/** One line about a draw, for lists. */
export function drawLine({ place }: Setting, { draw, title }: DrawSummary): Facts {
  return {
    number: draw.number,
    link: link(place, `draws/${draw.number}`),
    state: DRAW_STATE_WORDS[draw.state],
    tone: drawTone(draw.state),
    task: title,
    lockedAt: moment(draw.lockedAt),
    listed: draw.manifest.roster.n,
  };
}

/** Everything known about one draw; `record` is null until it may be shown. */
export interface DrawAtHand {
  readonly draw: Draw;
  readonly task: Pick<Task, 'id' | 'title'>;
  readonly given: readonly ContributionEntry[];
  /** The last ingredient once it is there, null before that and without one. */
  readonly beacon: Beacon;
  /** When a beacon from outside becomes public; null where none comes from outside. */
  readonly beaconAt: Date | null;
  /** What the witnesses say of the result, null before there is one. */
  readonly confirmations: ConfirmationCounts | null;
  /** Of a void draw: what its outcome lacks, and the record once it is complete. */
  readonly outcome: { readonly standing: VoidStanding; readonly record: DrawRecord | null } | null;
  readonly people: readonly Person[];
  readonly record: DrawRecord | null;
  readonly checkpoints: readonly Checkpoint[];
}

/** Facts of one draw's page. */
export function drawFacts(setting: Setting, atHand: DrawAtHand): Facts {
  const { draw, task, given, beaconAt, confirmations, outcome, people, record, checkpoints } = atHand;
  const { number } = draw;
  const made = draw.record ?? outcome?.record ?? null;
  const come = sayBeacon(atHand.beacon);
  const { mode } = draw.manifest.entropy;
  return {
    ...frame(setting, `${number}号抽签`, 'draws'),
    number,
    state: DRAW_STATE_WORDS[draw.state],
    tone: drawTone(draw.state),
    voided: draw.voided && { reason: publicReason(draw.voided.reason), at: moment(draw.voided.at) },
    task,
    lockedAt: moment(draw.lockedAt),
    document: draw.manifest.rules.document,
    roster: { n: draw.roster.length, excluded: draw.roster.filter(isOut).length, reasons: reasonsOf(draw.roster) },
    inspectors: { n: draw.inspectors.length, excluded: draw.inspectors.filter(isOut).length },
    team: `${draw.manifest.rules.team.size} 人${draw.manifest.rules.team.lead ? '，其中至少 1 人可任组长' : ''}`,
    isVoid: draw.state === 'void',
    mode: MODES[mode],
    planned: sayLastIngredient(draw.manifest.entropy),
    beaconAt: beaconAt && moment(beaconAt),
    witnessing: witnessing(draw, given),
    confirming: confirmations && confirming(confirmations),
    strata: draw.manifest.rules.strata.map((stratum) => stratumLine(setting.rules, draw, stratum)),
    sha256: groups(draw.manifestHash),
    sm3: groups(sm3Of(draw.manifest)),
    beacon: come && { label: come[0], value: come[1] },
    outcome: outcome && VOID_STANDING_WORDS[outcome.standing],
    result: made && { sha256: groups(digestOf(made)), sm3: groups(sm3Of(made)), ...countsOf(made) },
    changes: draw.record && draw.record.events.length > 0 && changesOf(draw.record),
    events: record ? record.events.map((event) => eventLine(draw, event)) : [],
    close: draw.closeHash ? groups(draw.closeHash) : null,
    checkpoints: checkpoints.map((one) => checkpointLine(setting.place, one)),
    isDisclosed: record !== null,
    hiddenBecause: outcome === null ? HIDDEN[draw.state] : outcome.record ? HIDDEN_OUTCOME : HIDDEN_VOID[outcome.standing],
    results: record ? resultTables(setting.rules, draw, record, people) : [],
    verifyLink: link(setting.place, `draws/${number}/verify`),
    recordLink: `draws/${number}/record.json`,
    limits: LIMITS[mode],
  };
}

/** Facts of the page on which a reader's own browser verifies a draw. */
export function verifyFacts(setting: Setting, number: string, record: DrawRecord): Facts {
  return {
    ...frame(setting, `验证${number}号抽签`, 'draws'),
    number,
    record: JSON.stringify(record),
    recordLink: `draws/${number}/record.json`,
  };
}

/** Why the result is not shown. */
const HIDDEN: Readonly<Record<DrawState, string>> = {
  locked: '还没有开签。',
  closed: '还没有开签。',
  settled: '已开签。检查结束之前不公开被抽中的机构，以免提前走漏；本次和同年先前各次抽签的检查都结束后，这里公开完整记录。',
  void: '现在没有可以公布的结果。',
};

/** Why a void draw's outcome is not there: it says no more and no less than the sentence above it. */
const HIDDEN_VOID: Readonly<Record<VoidStanding, string>> = {
  complete: '末项已经有了，正在计算，几分钟内公布在这里。',
  'drand-coming': '结果还没有公布：公共信标公布以后，公布在这里。',
  'lottery-coming': '结果还没有公布：开奖号码录入以后，公布在这里。',
  'dice-coming': '结果还没有公布：另一名见证人录得一样以后，公布在这里。',
  'never-sealed': '这次抽签没有结果。',
  'dice-never-typed': '这次抽签没有结果。',
};

/** A void draw's list says whom earlier draws of the year drew: it waits for their visits, as the record of a settled draw does. */
const HIDDEN_OUTCOME = '结果的摘要和数目已经公布；同年先前各次抽签的检查都结束后，这里公开完整记录。';

/** How many a record draws: what may be told before the names. */
function countsOf({ objects, teams }: DrawRecord): Facts {
  return {
    drawn: objects.reduce((sum, { forced, drawn }) => sum + forced.length + drawn.length, 0),
    inspectors: new Set(teams.flatMap(({ team }) => team.filter((id) => id !== null))).size,
  };
}

function confirming({ confirmed, disputed, silent }: ConfirmationCounts): string {
  return `${confirmed} 名已核对，${disputed} 名有异议，${silent} 名尚未核对`;
}

function witnessing(draw: Draw, given: readonly ContributionEntry[]): string {
  const absent = draw.absent.length > 0 ? `，${draw.absent.length} 名缺席` : '';
  return `${draw.witnesses.length} 名见证人，${given.length} 名已见证${absent}`;
}

function isOut(row: { readonly excluded: string | null }): boolean {
  return row.excluded !== null;
}

/** `停业 1 家、本年度已检查 2 家`. */
function reasonsOf(roster: readonly RosterRow[]): string {
  const counts = new Map<string, number>();
  for (const { excluded } of roster) if (excluded) counts.set(excluded, (counts.get(excluded) ?? 0) + 1);
  return [...counts].map(([reason, n]) => `${reason} ${n} 家`).join('、');
}

function stratumLine(rules: OfficeRules, draw: Draw, stratum: Stratum): Facts {
  const rows = draw.roster.filter((row) => isInStratum(row, stratum));
  const pool = poolOf(draw.roster, stratum).length;
  const quota = quotaOf(draw.roster, stratum);
  const base = stratum.base === 'all' ? rows.length : pool;
  const floor = stratum.min > 0 ? `，最少 ${stratum.min} 家` : '';
  return {
    name: stratumName(rules, stratum),
    rows: rows.length,
    pool,
    quota,
    formula: `${base} × ${stratum.num}/${stratum.den} 向上取整${floor}`,
    isDegenerate: pool > 0 && quota === pool,
  };
}

function stratumName(rules: OfficeRules, stratum: Stratum): string {
  return `${categoryName(rules, stratum.category)}${stratum.risk === undefined ? '' : `（风险 ${stratum.risk} 级）`}`;
}

function resultTables(rules: OfficeRules, draw: Draw, record: DrawRecord, everybody: readonly Person[]): readonly Facts[] {
  const institutions = namesBy(draw.roster);
  const people = namesBy(everybody);
  const teams = new Map(record.finalTeams.map(({ object, team }) => [object, team]));
  const name = (id: string): string => institutions.get(id) ?? id;
  const sayTeam = (id: string): string =>
    (teams.get(id) ?? []).map((person) => (person === null ? '空缺' : (people.get(person) ?? person))).join('、');
  // Nobody was sent out by a void draw: its inspectors stand in the record by their codes alone.
  const noVisit = draw.state === 'void' ? '没有检查' : '未检查，变更见完整记录';
  const line = (id: string, place: string): Facts => ({
    place,
    id,
    institution: name(id),
    team: teams.has(id) && draw.state !== 'void' ? sayTeam(id) : noVisit,
  });
  return record.objects.map(({ stratum, forced, drawn, reserve }) => {
    const rule = draw.manifest.rules.strata.find(({ id }) => id === stratum);
    // Who took the place of one drawn has a team, and came from the reserve.
    const substitutes = reserve.filter((id) => teams.has(id));
    const left = reserve.filter((id) => !teams.has(id));
    return {
      name: rule ? stratumName(rules, rule) : stratum,
      drawn: [
        ...forced.map((id) => line(id, '定向')),
        ...drawn.map((id, place) => line(id, String(place + 1))),
        ...substitutes.map((id) => line(id, '递补')),
      ],
      reserve: left.map(name).join('、'),
      reserveCount: left.length,
      isReserveLong: left.length > RESERVES_SHOWN,
    };
  });
}
