// What the seal of a draw fixes: the manifest's digest, the three lists, and the rules that a draw must keep (SSJ-1, LOCK).
import { checkPlannedRound } from './drand.ts';
import { type Check, faultless, same } from './lines.ts';
import type { Institution, Layer, ReadRecord } from './record.ts';
import { sha256Bytes, toHex, utf8 } from './sha256.ts';
import { hashOf, stable } from './stable.ts';

/** Digest and lists. */
export function checkSeal(record: ReadRecord): readonly Check[] {
  const { manifest, roster, inspectors, recusals } = record;
  const pairs = recusals.map((row) => [[row.object, row.inspector], row] as const);
  return [
    same('manifest', '封签摘要', hashOf(manifest), record.manifestHash),
    ...listChecks(
      'roster',
      '机构名单',
      manifest.roster,
      roster.map((row) => [[row.id], row] as const),
    ),
    ...listChecks(
      'inspectors',
      '执法检查人员名单',
      manifest.inspectors,
      inspectors.map((row) => [[row.id], row] as const),
    ),
    ...listChecks('recusals', '回避名单', manifest.recusals, pairs),
  ];
}

/** Rules. Without them nothing can be computed. */
export function checkRules(record: ReadRecord): readonly Check[] {
  const { manifest, roster, inspectors } = record;
  const { strata, weights, team } = manifest.rules;
  const ratios = strata.filter(({ num, den }) => den < 1 || num > den).map(({ id, num, den }) => `${id} ${num}/${den}`);
  const heavy = Object.entries(weights).filter(([, weight]) => weight < 1 || weight > 100);
  return [
    faultless('ids', '编号', '编号合规且互不相同', [...idFaults('机构', roster), ...idFaults('人员', inspectors)]),
    faultless('recusal-rows', '回避登记', '只涉及名单内的机构和人员，且不重复', recusalFaults(record)),
    faultless('strata', '抽取层次', '每家机构至多属于一层', strataFaults(strata, roster)),
    faultless('ratios', '抽取比例', '比例在 0 与 1 之间', ratios),
    faultless(
      'weights',
      '风险权重',
      '权重为 1 至 100 的整数',
      heavy.map(([risk, weight]) => `${risk} ${weight}`),
    ),
    faultless('team-size', '每组人数', '每组至少两人', team.size < 2 || team.size > 100 ? [String(team.size)] : []),
    faultless('contributors', '见证人名单', '服务器在首位，各人不重复，人数足够', contributorFaults(record)),
    faultless('beacon-plan', '末项约定', '封签时已约定，与抽签方式相符', planFaults(record)),
    ...checkPlannedRound(record),
    faultless('chain-length', '变更链', '至少可用一次', manifest.eventChain.length < 1 ? [String(manifest.eventChain.length)] : []),
  ];
}

function listChecks(
  id: string,
  name: string,
  posted: { n: number; root: string },
  rows: readonly (readonly [readonly string[], unknown])[],
): readonly Check[] {
  const sorted = [...rows].sort(([a], [b]) => (a[0]! < b[0]! || (a[0] === b[0] && a.length > 1 && a[1]! < b[1]!) ? -1 : 1));
  const root = toHex(
    tree(
      sorted.map(([, row]) => utf8(stable(row))),
      0,
      sorted.length,
    ),
  );
  return [same(`${id}-count`, `${name}的行数`, posted.n, rows.length), same(`${id}-root`, `${name}的摘要`, posted.root, root)];
}

/** RFC 6962 §2.1, as it is written there: split at the largest power of two below the number of leaves. */
function tree(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (from === to) return sha256Bytes(new Uint8Array());
  if (to - from === 1) return sha256Bytes(joined(0, leaves[from]!));
  let half = 1;
  while (2 * half < to - from) half *= 2;
  return sha256Bytes(joined(1, tree(leaves, from, from + half), tree(leaves, from + half, to)));
}

function joined(mark: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  all[0] = mark;
  let at = 1;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function idFaults(what: string, rows: readonly { readonly id: string }[]): readonly string[] {
  const lower = rows.map(({ id }) => id.toLowerCase());
  const counted = new Map<string, number>();
  for (const id of lower) counted.set(id, (counted.get(id) ?? 0) + 1);
  const bad = rows.filter(({ id }, i) => !/^[0-9A-Za-z._-]{1,64}$/.test(id) || counted.get(lower[i]!)! > 1);
  return bad.map(({ id }) => `${what} ${id}`);
}

function recusalFaults({ roster, inspectors, recusals }: ReadRecord): readonly string[] {
  const known = new Set([...roster.map(({ id }) => `o ${id}`), ...inspectors.map(({ id }) => `i ${id}`)]);
  const seen = new Set<string>();
  return recusals.flatMap(({ object, inspector }) => {
    const name = `${object} ${inspector}`;
    const isFine = known.has(`o ${object}`) && known.has(`i ${inspector}`) && !seen.has(name);
    seen.add(name);
    return isFine ? [] : [name];
  });
}

function strataFaults(strata: readonly Layer[], roster: readonly Institution[]): readonly string[] {
  const names = strata.map(({ id }) => id);
  const twice = names.filter((id, i) => names.indexOf(id) !== i).map((id) => `层 ${id} 重复`);
  const torn = roster.filter((row) => strata.filter((layer) => belongs(row, layer)).length > 1).map(({ id }) => `机构 ${id} 属于两层`);
  return [...twice, ...torn];
}

/** Whether an institution belongs to a stratum. */
export function belongs(row: Institution, layer: Layer): boolean {
  return row.category === layer.category && (layer.risk === undefined || layer.risk === row.risk);
}

function contributorFaults({ manifest: { entropy } }: ReadRecord): readonly string[] {
  const names = entropy.contributors.map(({ by }) => by);
  const faults: string[] = [];
  if (names[0] !== 'server') faults.push('首位不是服务器');
  if (new Set(names).size !== names.length) faults.push('有人重复');
  if (entropy.mode !== 'drand' && names.length < 3) faults.push('见证人不足两名');
  return faults;
}

const MODES: Readonly<Record<string, string>> = { drand: '公共信标', lottery: '公开彩票', dice: '骰子', witness: '见证（没有外来的号码）' };

function planFaults({ manifest: { entropy } }: ReadRecord): readonly string[] {
  const { mode, beacon } = entropy;
  if ((beacon?.type ?? 'witness') !== mode)
    return [`方式是${MODES[mode] ?? mode}，末项却是${MODES[beacon?.type ?? 'witness'] ?? beacon?.type}`];
  if (beacon?.type === 'dice') return Number(beacon['count']) >= 1 && Number(beacon['sides']) >= 2 ? [] : ['骰子的个数或面数不对'];
  return [];
}
