// Looks at a record as it was written, before JSON reads it: a key written twice or a number written oddly reads differently to different readers.
import { faultless } from './lines.ts';
import type { Shown } from './shown.ts';
import { type Verification, verify } from './verify.ts';

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
const WORDS = new Set(['true', 'false', 'null']);
const WHOLE = /^(0|-?[1-9]\d*)$/;

/** Verifies a record from the text of its file. What is no record is not called untrue: nothing of it could be read. */
export function verifyText(text: string, shown: Shown = {}): Verification {
  const record = parsed(text);
  if (!looksLikeRecord(record)) return UNREADABLE;
  const { checks, notChecked, verdict } = verify(record, shown);
  const written = faultless('text', '文件的写法', '没有重复的字段，数字都写成整数', textFaults(text));
  if (written.passed) return { checks: [written, ...checks], notChecked, verdict };
  return { checks: [written, ...checks], notChecked, verdict: { kind: 'refused', words: '不通过：文件的写法有歧义，这份记录不可信。' } };
}

const UNREADABLE: Verification = {
  checks: [],
  notChecked: ['这不是一份抽签记录，什么也没有核对'],
  verdict: {
    kind: 'unreadable',
    words: '读不出：这不是一份抽签记录，真假都无从说起。记录是公示网站上每次抽签的“下载完整记录（JSON）”，请换那个文件。',
  },
};

/** Undefined for a text that is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An object with anything in it that a record has: a record of which parts were taken is still a record, and a false one. */
function looksLikeRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ['manifest', 'manifestHash', 'roster', 'objects'].some((key) => key in value);
}

/** Keys written twice in one object, and numbers not written as plain whole numbers, in a text that is JSON. */
export function textFaults(text: string): readonly string[] {
  const faults: string[] = [];
  const open: (Set<string> | null)[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [i, token] of tokens.entries()) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"')) {
      const keys = tokens[i + 1] === ':' ? open.at(-1) : null;
      const key = JSON.parse(token) as string;
      if (keys?.has(key)) faults.push(`字段 ${key} 重复`);
      keys?.add(key);
    } else if (token !== ',' && token !== ':' && !WORDS.has(token) && !WHOLE.test(token)) faults.push(`数字 ${token.slice(0, 40)}`);
  }
  return faults;
}
