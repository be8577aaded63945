// A proof that somebody hands on: a row was in the locked list; an entry was in the ledger at a checkpoint; the ledger only grew.
import { followsFrom, leadsTo, leafOf } from './inclusion.ts';
import { type Check, faultless, same } from './lines.ts';
import { checkNote, type ForeignVerifier, readNote } from './note.ts';
import { hashOf, stable } from './stable.ts';
import { textFaults } from './strict-text.ts';
import type { Verification } from './verify.ts';

/** What the asker has from the group and from the public site; digests may hold spaces. */
export interface ProofShown {
  /** The lock's digest, as posted. */
  readonly lock?: string | undefined;
  /** The public key `name+hash+base64` that signs checkpoints. */
  readonly key?: string | undefined;
  readonly foreign?: ForeignVerifier | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const UNSIGNED = ['未出示公钥：存证的签名没有核对。公钥公布在公示网站“工作记录存证”页'];

const HEX = /^[0-9a-f]{64}$/;

/** Checks a proof from the text of its file: a key written twice would be read differently by different readers. */
export function checkProofText(text: string, shown: ProofShown = {}): Verification {
  const faults = textFaults(text);
  if (faults.length === 0) return checkProof(JSON.parse(text), shown);
  return verdictOf([faultless('text', '文件的写法', '没有重复的字段，数字都写成整数', faults)], [], false);
}

/** Checks a proof, line by line. Never throws; what is no proof is refused. */
export function checkProof(proof: unknown, shown: ProofShown = {}): Verification {
  if (isObject(proof) && hasPath(proof)) {
    if (proof['kind'] === 'roster-row' && isObject(proof['row']) && isObject(proof['manifest'])) return checkRow(proof, shown);
    if (proof['kind'] === 'ledger-entry' && isObject(proof['entry']) && typeof proof['note'] === 'string') return checkEntry(proof, shown);
    if (proof['kind'] === 'ledger-growth') return checkGrowth(proof, shown);
  }
  return verdictOf(
    [faultless('proof-form', '证明的写法', '机构在名录中的、条目在存证中的、工作记录只增不改的证明', ['不是证明文件'])],
    [],
    false,
  );
}

/** The manifest binds the list's root, and the lock's digest binds the manifest. */
function checkRow(proof: Json, { lock }: ProofShown): Verification {
  const manifest = proof['manifest'] as Json;
  const roster = isObject(manifest['roster']) ? manifest['roster'] : {};
  const row = proof['row'] as Json;
  const root = String(roster['root']);
  const claim = { leaf: leafOf(stable(row)), index: Number(proof['index']), size: Number(roster['n']), path: pathOf(proof) };
  const digest = hashOf(manifest);
  const checks = [inTree(`机构 ${String(row['id'])} 一行在封签名录中`, claim, root)];
  if (lock !== undefined) checks.push(same('shown-lock', '群内公布的封签摘要', lock.replaceAll(/\s/g, '').toLowerCase(), digest));
  const open = lock === undefined ? [`未出示群内的封签摘要：请与群里${String(manifest['draw'])}号抽签的封签公告比对，应为 ${digest}`] : [];
  return verdictOf(checks, [...open, '这一行所载事实是否真实：以名录公示和核查为准'], lock !== undefined);
}

/** The signature binds the note's root, and the root binds the entry. */
function checkEntry(proof: Json, { key, foreign }: ProofShown): Verification {
  const note = String(proof['note']);
  const read = readNote(note);
  const entry = proof['entry'] as Json;
  const claim = { leaf: leafOf(hashOf(entry)), index: Number(entry['seq']) - 1, size: read?.size ?? 0, path: pathOf(proof) };
  const signed = key === undefined ? [] : checkNote(note, key, foreign);
  const open = key === undefined ? UNSIGNED : [];
  return verdictOf([inTree(`工作记录第 ${String(entry['seq'])} 条在存证中`, claim, read?.root ?? ''), ...signed], open, key !== undefined);
}

/** Two signed roots, and the way from the one to the other. */
function checkGrowth(proof: Json, { key, foreign }: ProofShown): Verification {
  const notes = [String(proof['old']), String(proof['now'])];
  const [old, now] = notes.map(readNote);
  const passed = !!old && !!now && old.origin === now.origin && followsFrom({ old, now, path: pathOf(proof) });
  const expected = `前 ${old?.size ?? '？'} 条在前 ${now?.size ?? '？'} 条里原样未动`;
  const grew: Check = { id: 'growth', name: '工作记录只增不改', passed, expected, found: passed ? expected : '两份存证接不上' };
  const signed = key === undefined ? [] : notes.flatMap((note) => checkNote(note, key, foreign));
  return verdictOf([grew, ...signed], key === undefined ? UNSIGNED : [], key !== undefined);
}

function inTree(name: string, claim: Parameters<typeof leadsTo>[0], root: string): Check {
  const passed = HEX.test(root) && leadsTo(claim, root);
  return { id: 'inclusion', name, passed, expected: `沿路径算到根 ${root}`, found: passed ? `算到根 ${root}` : '算不到这个根' };
}

function verdictOf(checks: readonly Check[], notChecked: readonly string[], isShown: boolean): Verification {
  if (!checks.every(({ passed }) => passed)) return { checks, notChecked, verdict: { kind: 'refused', words: '不通过：这份证明不可信。' } };
  if (!isShown) return { checks, notChecked, verdict: { kind: 'consistent', words: '自洽：还要与群里的公告或公布的公钥比对。' } };
  return { checks, notChecked, verdict: { kind: 'announced', words: '通过：与出示的公告或公钥一致。' } };
}

function hasPath(proof: Json): boolean {
  const path = proof['path'];
  return Array.isArray(path) && path.length <= 64 && path.every((digest) => typeof digest === 'string' && HEX.test(digest));
}

function pathOf(proof: Json): readonly string[] {
  return proof['path'] as readonly string[];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
