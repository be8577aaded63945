// A settled draw: to the group hashes and counts, to those entitled the names as well.

import type { ConfirmationCounts } from '../../domain/confirmation-rules.ts';
import type { Confirmation, Draw } from '../../domain/draw.ts';
import { countsOf } from '../../domain/draw-counts.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Digest, DrawRecord, Unfilled } from '../../domain/record.ts';
import type { Task } from '../../domain/task.ts';
import { sayDays, sayTime } from '../../words/days.ts';
import { sayBeacon, sayFew } from '../../words/draws.ts';
import { called, calledAll } from '../../words/names.ts';
import { act } from '../acts.ts';
import { button, buttons, facts, faint, link, strong, text, warning } from '../blocks.ts';
import type { Block, Card, Tone } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { say } from '../words.ts';

/** What the `settled` card is made of. */
export interface SettledFacts {
  /** `group` sees no name of a drawn institution before the visits are over; `entitled` sees all. */
  readonly audience: 'group' | 'entitled';
  readonly draw: Pick<Draw, 'number' | 'lockedAt' | 'manifestHash' | 'closeHash' | 'absent' | 'settledAt' | 'settledBy'>;
  readonly record: DrawRecord;
  /** SHA-256 and SM3 of the canonical text of the record as it is now, its changes included: whatever is published later must have them. */
  readonly recordHash: Digest;
  readonly recordSm3: Digest;
  /** What was posted at the result, if there were changes since; null if there were none. */
  readonly settledHash: Digest | null;
  readonly task: Pick<Task, 'id' | 'title' | 'from' | 'to'>;
  readonly confirmations: ConfirmationCounts;
  /** What witnesses dispute, for those entitled; no words of theirs in the group. */
  readonly disputes: readonly Pick<Confirmation, 'person' | 'words'>[];
  /** Why a place stayed empty: these institutions' places can only be filled by these people, whose caps are used up. */
  readonly unfilled: readonly (Unfilled & { readonly people: readonly PersonId[]; readonly institutions: readonly string[] })[];
  /** The public page, null while the office has no address. */
  readonly address: string | null;
  readonly names: Names;
  readonly may: May;
}

/** The `settled` card. */
export function settledFace(shown: SettledFacts): Card {
  const { audience, draw, record, task, names, may, address } = shown;
  const { institutions, inspectors } = countsOf(record);
  const come = sayBeacon(record.beacon);
  const isChanged = record.events.length > 0;
  const outcome = say(isChanged ? 'settled.outcome-now' : 'settled.outcome', { institutions, inspectors });
  return {
    title: say('settled.title', { number: draw.number }),
    subtitle: task.title,
    state: shown.confirmations.disputed > 0 ? { word: '有异议', tone: 'late' } : { word: '已开签', tone: 'done' },
    preview: outcome,
    blocks: [
      text(outcome),
      ...(audience === 'group' ? [faint(say('settled.secret'))] : []),
      facts(
        ['开签时间', draw.settledAt === null ? null : sayTime(draw.settledAt)],
        ['开签人', draw.settledBy === null ? null : called(names, draw.settledBy)],
        ['检查时间', sayDays(task.from, task.to)],
        ...(come === null ? [] : [come]),
        ['见证人核对', say('settled.confirmations', { ...shown.confirmations }), confirmationTone(shown.confirmations)],
        ['变更', isChanged ? `已变更 ${record.events.length} 次，下面是变更以后的` : null],
        ['没有见证的', draw.absent.length === 0 ? null : calledAll(names, draw.absent), 'late'],
      ),
      ...shown.disputes.map(({ person, words }) => warning(`${called(names, person)}有异议：${words}`)),
      ...(audience === 'entitled' ? [teamTable(shown), ...unfilledBlocks(shown)] : []),
      countTable(shown),
      { kind: 'digest', label: '完整记录摘要 SHA-256', value: shown.recordHash },
      { kind: 'digest', label: '完整记录摘要 SM3', value: shown.recordSm3 },
      ...(shown.settledHash === null ? [] : [{ kind: 'digest', label: '开签时完整记录摘要 SHA-256', value: shown.settledHash } as const]),
      { kind: 'digest', label: '封签摘要 SHA-256', value: draw.manifestHash },
      ...(draw.closeHash === null ? [] : [{ kind: 'digest', label: '见证封存摘要 SHA-256', value: draw.closeHash } as const]),
      ...buttons(
        may,
        button('申请补位', act('open-fill', draw.number)),
        button('怎么验证', act('verify-draw', draw.number)),
        ...link('看公开页面', address),
      ),
    ],
  };
}

/** Green is for what is done: while a witness is silent, it is not. */
function confirmationTone({ confirmed, disputed, silent }: ConfirmationCounts): Tone {
  if (disputed > 0) return 'late';
  return silent === 0 && confirmed > 0 ? 'done' : 'todo';
}

function categoryOf({ record, names }: SettledFacts, stratum: string): string {
  const rule = record.manifest.rules.strata.find(({ id }) => id === stratum);
  return rule === undefined ? stratum : `${called(names, rule.category)}${rule.risk === undefined ? '' : `（风险 ${rule.risk}）`}`;
}

function countTable(shown: SettledFacts): Block {
  const isChanged = shown.record.events.length > 0;
  return {
    kind: 'table',
    columns: [
      { name: 'category', label: '类别' },
      { name: 'drawn', label: isChanged ? '现在检查' : '抽中' },
      { name: 'reserve', label: isChanged ? '还可递补' : '递补' },
    ],
    rows: countsOf(shown.record).strata.map(({ stratum, forced, drawn, reserve }) => ({
      category: categoryOf(shown, stratum),
      drawn: `${drawn} 家${forced > 0 ? `，另定向 ${forced} 家` : ''}`,
      reserve: `${reserve} 家`,
    })),
  };
}

function teamTable(shown: SettledFacts): Block {
  const { record, names } = shown;
  const forced = new Set(record.objects.flatMap((stratum) => stratum.forced));
  const institutions = new Map(record.roster.map(({ id, name }) => [id, name]));
  return {
    kind: 'table',
    columns: [
      { name: 'institution', label: '机构' },
      { name: 'team', label: '检查人员' },
    ],
    // As they are now; the teams of the result stand in the public record.
    rows: (record.events.length === 0 ? record.teams : record.finalTeams).map(({ object, team }) => ({
      institution: `${institutions.get(object) ?? called(names, object)}${forced.has(object) ? '（定向）' : ''}`,
      team: team.map((id) => (id === null ? '空缺' : called(names, id))).join('、'),
    })),
  };
}

function unfilledBlocks({ unfilled, names }: SettledFacts): readonly Block[] {
  if (unfilled.length === 0) return [];
  const few = (ids: readonly string[], unit: string): string =>
    sayFew(
      ids.map((id) => called(names, id)),
      unit,
    );
  return [
    strong('没有排满的'),
    ...unfilled.map(({ object, slot, people, institutions }) =>
      warning(
        people.length === 0
          ? say('settled.nobody', { institution: called(names, object), slot: slot + 1 })
          : say('settled.unfilled', {
              institution: called(names, object),
              slot: slot + 1,
              institutions: few(institutions, '家'),
              people: few(people, '人'),
            }),
      ),
    ),
  ];
}
