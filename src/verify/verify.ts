// The independent verifier of SSJ-1: every check of the protocol as a line, and plainly what no check of a record can prove.
import { alter, beginning, finalTeams, objection } from './alter.ts';
import { arrange } from './arrange.ts';
import { checkCeremony } from './ceremony.ts';
import { choose, inDrawOrder } from './choose.ts';
import { formFaults } from './form.ts';
import { type Check, faultless, same } from './lines.ts';
import type { ReadRecord } from './record.ts';
import { checkRules, checkSeal } from './seal.ts';
import { sha256 } from './sha256.ts';
import { checkShown, isAboutShown, type Shown } from './shown.ts';
import { hashOf } from './stable.ts';
import { stratumWords } from './stratum-words.ts';
import { unbound, unproven } from './unproven.ts';

/** `unreadable`: it is no record, so that nothing was checked. `refused`: a check failed. `consistent` 自洽: the record agrees with itself. `announced`: it also agrees with the lock posted in the group. */
export interface Verdict {
  readonly kind: 'unreadable' | 'refused' | 'consistent' | 'announced';
  readonly words: string;
}

/** A whole verification. */
export interface Verification {
  readonly checks: readonly Check[];
  readonly notChecked: readonly string[];
  readonly verdict: Verdict;
}

/** Verifies what JSON gave. Never throws; a record of the wrong form or against the rules is refused before anything is computed. */
export function verify(record: unknown, shown: Shown = {}): Verification {
  const form = faultless('form', '记录的形式', '字段齐全，没有多余，各项格式正确', formFaults(record));
  if (!form.passed) return report([form], ['形式不对，其余各项都没有核对'], shown);
  const read = record as ReadRecord;
  const rules = checkRules(read);
  const first = [form, ...checkSeal(read), ...rules, ...checkCeremony(read), ...checkShown(read, shown)];
  const rest = rules.every(({ passed }) => passed) ? checkOutcome(read) : null;
  const stopped = rest ? [] : ['封签规则不成立，抽取和分组没有重新计算'];
  return report([...first, ...(rest ?? [])], [...stopped, ...unproven(read, shown), ...unbound(read)], shown);
}

function checkOutcome(record: ReadRecord): readonly Check[] {
  const { manifest, contributions, beacon } = record;
  const about = { v: manifest.v, draw: manifest.draw, manifest: hashOf(manifest), contributions, beacon };
  const seed = hashOf({ ...about, stage: 'objects' });
  const chosen = choose(record, seed);
  const objects = inDrawOrder(chosen);
  const peopleSeed = hashOf({ ...about, stage: 'inspectors', objects });
  const { teams, unfilled } = arrange(record, objects, peopleSeed);
  const state = beginning(record, chosen, teams);
  return [
    same('seed', '机构抽取的种子', seed, record.seed),
    same('strata-count', '抽取结果的层数', chosen.length, record.objects.length),
    ...chosen.map((layer, i) => ({
      ...same(`objects:${layer.stratum}`, `抽中与递补次序（类别代码 ${layer.stratum}）`, layer, record.objects[i]),
      about: stratumWords(record, layer.stratum),
    })),
    same('inspector-seed', '人员分配的种子', peopleSeed, record.inspectorSeed),
    same('teams', '检查组', teams, record.teams),
    same('unfilled', '空缺位置', unfilled, record.unfilled, unfilled.length === 0 ? '没有空缺' : `${unfilled.length} 处空缺`),
    ...checkEvents(record, state),
    same('final-teams', '变更后的检查组', finalTeams(state), record.finalTeams),
  ];
}

/** Event by event; behind one that was not allowed nothing can be repeated. */
function checkEvents({ manifest, events }: ReadRecord, state: ReturnType<typeof beginning>): readonly Check[] {
  const checks: Check[] = [];
  let before = manifest.eventChain.link;
  for (const [i, { n, request, link, seed, result }] of events.entries()) {
    const name = `第 ${i + 1} 次变更`;
    const { change } = request;
    const refused = objection(state, change);
    checks.push(
      same(`event-number:${i + 1}`, `${name}的序号`, i + 1, n),
      faultless(
        `event-room:${i + 1}`,
        `${name}在封签时约定的次数之内`,
        `不超过 ${manifest.eventChain.length} 次`,
        i < manifest.eventChain.length ? [] : ['已超过'],
      ),
      same(`event-link:${i + 1}`, `${name}的链值`, before, sha256(link)),
      faultless(`event-change:${i + 1}`, `${name}是否允许`, '符合回避、交换、递补的规则', refused === null ? [] : [refused]),
      same(
        `event-seed:${i + 1}`,
        `${name}的种子`,
        hashOf({ v: manifest.v, draw: manifest.draw, stage: 'event', n: i + 1, change: hashOf(change), link }),
        seed,
      ),
    );
    if (refused !== null) return checks;
    checks.push(same(`event-result:${i + 1}`, `${name}的结果`, alter(state, change, seed), result));
    before = link;
  }
  return checks;
}

function report(checks: readonly Check[], notChecked: readonly string[], shown: Shown): Verification {
  return { checks, notChecked, verdict: verdictOf(checks, shown) };
}

/** Agreeing with itself and agreeing with the group are two things, also when one of them fails. */
function verdictOf(checks: readonly Check[], { lock, close }: Shown): Verdict {
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.length > 0 && failed.every(isAboutShown)) {
    return { kind: 'refused', words: '不通过：记录自洽，但与群内公告不一致，它不是当时封签的那一份。' };
  }
  if (failed.length > 0) return { kind: 'refused', words: `不通过：有 ${failed.length} 项核对不上，这份记录不可信。` };
  if (lock !== undefined && close === undefined) {
    return {
      kind: 'announced',
      words: '通过：记录自洽，并与群内封签公告一致。没有出示群内的见证封存摘要，见证内容是不是当时封存的，还没有核对。',
    };
  }
  if (lock !== undefined) return { kind: 'announced', words: '通过：记录自洽，并与群内封签公告一致。' };
  return { kind: 'consistent', words: '通过：记录自洽。没有出示群内的封签摘要，不能证明它就是当时封签的那一份。' };
}
