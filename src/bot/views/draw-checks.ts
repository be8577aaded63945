// What our own repetition of a settled draw says, line by line. It is not the independent verifier, and the card says so.
import type { Draw } from '../../domain/draw.ts';
import type { DrawRecord } from '../../domain/record.ts';
import { canonical, digestOf } from '../../domain/ssj/canonical.ts';
import { replay } from '../../domain/ssj/replay.ts';
import { closeHash, SERVER } from '../../domain/ssj/secrets.ts';

/** One line: what was looked at, and whether it holds. */
export interface DrawCheck {
  readonly what: string;
  readonly holds: boolean;
}

/** Every event's seed and result, as they follow from its request and its link. */
function eventsHold({ events }: DrawRecord, again: ReturnType<typeof replay>): boolean {
  const told = events.map(({ n, seed, result }) => ({ n, seed, result }));
  return again.ok && canonical(again.value.events) === canonical(told);
}

/** The lines of a draw with a record, null before there is one. */
export function drawChecks({ record, manifestHash, closeHash: posted }: Draw): readonly DrawCheck[] | null {
  if (record === null) return null;
  const again = replay(JSON.parse(JSON.stringify(record)));
  const same = (key: keyof DrawRecord & keyof Extract<typeof again, { ok: true }>['value']): boolean =>
    again.ok && canonical(again.value[key]) === canonical(record[key]);
  const witnessed = record.contributions.filter(({ by }) => by !== SERVER);
  return [
    { what: '封签摘要与封签时定下的内容一致', holds: digestOf(record.manifest) === manifestHash },
    { what: '见证封存摘要与全部见证一致', holds: posted === closeHash(witnessed) },
    { what: '名录、人员和末项都合封签', holds: again.ok },
    { what: '抽签的种子能重算出来', holds: same('seed') && same('inspectorSeed') },
    { what: '抽中和递补的机构能重算出来', holds: same('objects') },
    { what: '检查人员的分派能重算出来', holds: same('teams') && same('unfilled') },
    ...(record.events.length === 0 ? [] : [{ what: '开签后的变更能逐次重算出来', holds: same('finalTeams') && eventsHold(record, again) }]),
  ];
}
