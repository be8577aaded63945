// The ceremony between seal and result: whose contributions, the server's secret, the last ingredient (SSJ-1, CONTRIB to BEACON).
import { checkRound } from './drand.ts';
import { type Check, faultless, same } from './lines.ts';
import { keyWords } from './place-words.ts';
import type { ReadRecord } from './record.ts';
import { sha256 } from './sha256.ts';
import { difference } from './stable.ts';

/** All checks of the ceremony. */
export function checkCeremony(record: ReadRecord): readonly Check[] {
  const { manifest, contributions } = record;
  const opened = contributions.find(({ by }) => by === 'server')?.value;
  const commit = opened === undefined ? '服务器没有公开它的随机数' : sha256(`SSJ-1/commit\n${manifest.draw}\nserver\n${opened}`);
  return [
    faultless('contributions', '见证内容的名单', '只有名单内的人，各一次，次序一致', contributionFaults(record)),
    same('server-commit', '服务器随机数的承诺', manifest.entropy.serverCommit, commit),
    faultless('beacon', '末项', '与封签时约定的相符，格式正确', beaconFaults(record)),
    ...checkRound(record),
    ...checkTyped(record),
  ];
}

function contributionFaults({ manifest: { entropy }, contributions }: ReadRecord): readonly string[] {
  const given = contributions.map(({ by }) => by);
  const inOrder = entropy.contributors.map(({ by }) => by).filter((by) => given.includes(by));
  const first = difference(inOrder, given);
  const faults = first ? [`应为 ${first.expected}，实为 ${first.found}`] : [];
  if (given[0] !== 'server') faults.push('首位不是服务器');
  if (entropy.mode === 'witness' && given.filter((by) => by !== 'server').length < 2) faults.push('见证内容不足两份');
  return faults;
}

function beaconFaults({ manifest, beacon }: ReadRecord): readonly string[] {
  const agreed = manifest.entropy.beacon;
  if (agreed === null || beacon === null) return agreed === beacon ? [] : ['有无与约定不符'];
  const changed = Object.keys(agreed).filter((key) => agreed[key] !== beacon[key]);
  if (changed.length > 0) return changed.map((key) => `${keyWords(key)}应为 ${String(agreed[key])}，实为 ${String(beacon[key])}`);
  if (beacon.type === 'drand') return [];
  const figures = (beacon['numbers'] ?? beacon['throws']) as readonly number[];
  if (beacon.type === 'lottery') {
    return figures.length > 0 && figures.every((figure, i) => i === 0 || figures[i - 1]! <= figure) ? [] : ['开奖号码没有从小到大'];
  }
  const isFine = figures.length === beacon['count'] && figures.every((face) => face >= 1 && face <= Number(beacon['sides']));
  return isFine ? [] : ['骰子的点数或次数不对'];
}

/** Where nobody types anything there is nothing to be passed. */
function checkTyped(record: ReadRecord): readonly Check[] {
  const isTyped = record.beacon?.type === 'lottery' || record.beacon?.type === 'dice';
  if (!isTyped && record.beaconTypedBy === undefined) return [];
  return [faultless('beacon-typed', '末项的录入人', isTyped ? '至少两名见证人分别录入' : '此方式没有录入人', typedFaults(record))];
}

function typedFaults({ manifest: { entropy }, beacon, beaconTypedBy }: ReadRecord): readonly string[] {
  const isTyped = beacon?.type === 'lottery' || beacon?.type === 'dice';
  if (!isTyped) return beaconTypedBy === undefined ? [] : ['此方式不应有录入人'];
  const typists = beaconTypedBy ?? [];
  const witnesses = entropy.contributors.map(({ by }) => by).filter((by) => by !== 'server');
  const strangers = typists.filter((by) => !witnesses.includes(by)).map((by) => `${by} 不是见证人`);
  return new Set(typists).size === typists.length && typists.length >= 2 ? strangers : [...strangers, '没有两名不同的见证人'];
}
