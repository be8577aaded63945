// What the commands about checkpoints and proofs say.
import { unreachable } from '../domain/result.ts';

/** The words of the commands. */
export const PROOF_WORDS = {
  json: '输出 JSON',
  note: '核对一份工作记录存证：写法、来源和签名',
  noteFile: '存证原文，从公示网站“工作记录存证”页下载',
  noteKey: '公钥，形如 名称+标识+内容，公布在“工作记录存证”页',
  noteHolds: '通过：这份存证是这把公钥签的，一个字节也没有改动。',
  noteFails: '不通过：这份存证不可信。',
  noteOpen: ['工作记录是否与它相符：服务器上运行 mingqian checkpoints', '公钥是不是这个单位的：请与几处公布的比对'],
  checkpoints: '逐份核对全部存证：签名，以及与今天的工作记录是否相符',
  prove: '证明一家机构在封签的名录里、一条工作记录在存证里、两份存证之间没有改动；--check 核对别人给的证明',
  draw: '抽签编号',
  institution: '统一社会信用代码，或机构全称',
  inner: '检查结束之前也给出，只供内部核对，不得交给机构',
  entry: '证明工作记录的第几条在最新的存证里',
  from: '证明从前几条的那份存证到最新一份，工作记录只增不改',
  check: '核对一份证明文件',
  lock: '群内公布的封签摘要',
  key: '公布的存证公钥',
  more: `
例：
  mingqian prove 2026-0003 31410000MD0000001A --json > 证明.json
  mingqian prove --check 证明.json --lock "9f86 d081 …"
  mingqian prove --entry 128 --json > 证明.json
  mingqian prove --from 128 --json > 证明.json
  mingqian prove --check 证明.json --key 名称+标识+内容
检查结束之前，证明只能内部使用：它写着本机构是否定向；相邻机构的风险和不参加的理由，也能从路径里试出来。`,
  usage: '要么写抽签编号和机构，要么写 --entry、--from 或 --check。',
  noDraw: (number: string) => `没有 ${number}号抽签。`,
  noRow: (institution: string) => `这次封签的名录里没有“${institution}”。请写统一社会信用代码或名录里的全称。`,
  noEntry: (seq: string, newest: number) => `最新的存证到第 ${newest} 条为止，没有第 ${seq} 条。`,
  noCheckpoint: (size: string) => `没有前 ${size} 条的存证。有哪些，见 mingqian checkpoints。`,
  hidden:
    '这次抽签的检查还没有结束，不能给出机构的证明：它写着是否定向，相邻机构的情况也能从路径里试出来。内部核对请加 --inner，不要交给机构。',
  neighbour: '提醒：拿到它的人可以试出相邻一条记录写了什么，只交给有权看工作记录的人。',
} as const;

/** One checkpoint as the command looked at it. */
export interface CheckpointLine {
  readonly size: number;
  readonly draw: string;
  readonly isSigned: boolean;
}

/** `签名有效 前 128 条（2026-0003号抽签）`, with a wide blank between. */
export function sayCheckpoint({ size, draw, isSigned }: CheckpointLine): string {
  return `${isSigned ? '签名有效' : '签名无效'}　前 ${size} 条（${draw}号抽签）`;
}

/** How the ledger stands to its checkpoints. */
export type LedgerStanding =
  | { readonly kind: 'hold'; readonly checkpoints: number; readonly entries: number }
  | { readonly kind: 'differs'; readonly from: number; readonly to: number }
  | { readonly kind: 'cut'; readonly entries: number; readonly size: number };

/** In one sentence. */
export function sayStanding(standing: LedgerStanding): string {
  switch (standing.kind) {
    case 'hold':
      return `工作记录 ${standing.entries} 条，与 ${standing.checkpoints} 份存证全部相符。`;
    case 'differs':
      return `工作记录第 ${standing.from} 至 ${standing.to} 条之间，有一条与存证时不同。`;
    case 'cut':
      return `工作记录只有 ${standing.entries} 条，存证时已有 ${standing.size} 条：后面的被删了。`;
    default:
      return unreachable(standing);
  }
}

/** A proof of a row in words. */
export function sayRowProof(proof: {
  readonly row: { readonly id: string; readonly name: string; readonly excluded: string | null; readonly forced: string | null };
  readonly index: number;
  readonly path: readonly string[];
  readonly manifest: { readonly draw: string; readonly roster: { readonly n: number; readonly root: string } };
}): string {
  const { row, index, path, manifest } = proof;
  const way = row.excluded !== null ? `不参加（${row.excluded}）` : row.forced !== null ? `定向（${row.forced}）` : '参加抽签';
  return [
    `${row.name}（${row.id}）在 ${manifest.draw}号抽签的封签名录里：共 ${manifest.roster.n} 行，这是第 ${index + 1} 行，${way}。`,
    ...path.map((digest, i) => `路径 ${i + 1}：${digest}`),
    `名录的根：${manifest.roster.root}`,
  ].join('\n');
}

/** A proof of an entry in words. */
export function sayEntryProof({
  entry,
  path,
  note,
}: {
  readonly entry: unknown;
  readonly path: readonly string[];
  readonly note: string;
}): string {
  return [`条目：${JSON.stringify(entry)}`, ...path.map((digest, i) => `路径 ${i + 1}：${digest}`), '存证：', note.trimEnd()].join('\n');
}

/** A proof of growth in words. */
export function sayGrowthProof({
  old,
  now,
  path,
}: {
  readonly old: string;
  readonly now: string;
  readonly path: readonly string[];
}): string {
  return [
    '先前的存证：',
    old.trimEnd(),
    '',
    '最新的存证：',
    now.trimEnd(),
    '',
    ...path.map((digest, i) => `路径 ${i + 1}：${digest}`),
  ].join('\n');
}
