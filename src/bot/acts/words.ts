// Typed words to an act: every button has a command that says the same, and a misspelt one gets the nearest.
import { ACTS, type ActVerb } from '../../cards/acts.ts';
import { COMMAND_WORDS, COMMANDS, type CommandWord } from '../../words/commands.ts';

/** What was asked: a verb, its subject, and the words after it. `v` is there when a card was pressed. */
export interface Asked {
  readonly verb: ActVerb;
  readonly about: string;
  readonly words: string;
  readonly v?: number;
  readonly extra?: Readonly<Record<string, string | number>>;
}

/** A command nobody knows, and the one that looks most like it. */
export interface Unknown {
  readonly unknown: string;
  readonly nearest: string | null;
}

/** Lists by the command that opens them. */
const LIST_OF: Readonly<Partial<Record<CommandWord, string>>> = {
  名录: 'institutions',
  人员: 'people',
  事项: 'matters',
  文件: 'documents',
};

/** Commands that show something when nothing follows, and what they show when a subject follows. */
const SHOWS: Readonly<Partial<Record<CommandWord, readonly [ActVerb, ActVerb | null]>>> = {
  帮助: ['show-help', null],
  待办: ['show-work', null],
  我的任务: ['show-work', null],
  统计: ['show-statistics', null],
  任务: ['show-tasks', 'show-task'],
  抽签: ['show-tasks', 'show-draw'],
  检查: ['show-work', 'show-assignment'],
  整改: ['show-rectifications', 'show-problem'],
  回访: ['show-rectifications', 'show-problem'],
  公示: ['show-work', 'show-publication'],
  验证: ['show-tasks', 'verify-draw'],
  设置: ['show-settings', null],
};

/** A full-width text made half-width and its spaces single: what people type on a phone. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll('\u200b', '').replace(/\s+/gu, ' ').trim();
}

/** Understands a text. Null: not a command at all (empty, or small talk). */
export function understand(text: string): Asked | Unknown | null {
  const line = plain(text);
  if (line === '') return null;
  const [head = '', ...rest] = line.replace(/^\//, '').split(' ');
  const word = commandOf(head);
  if (!word) return { unknown: head.slice(0, 20), nearest: nearestTo(head) };
  return shortcut(word, rest) ?? byTable(word, rest) ?? shown(word, rest);
}

function commandOf(head: string): CommandWord | null {
  const lower = head.toLowerCase();
  return COMMAND_WORDS.find((word) => word === lower || COMMANDS[word].also.includes(lower)) ?? null;
}

/** Commands whose subject is not the second word. */
function shortcut(word: CommandWord, rest: readonly string[]): Asked | null {
  const [first = '', second = ''] = rest;
  const words = rest.slice(1).join(' ');
  if (word === '绑定') return { verb: /^\d{6}$/.test(first) || first === '' ? 'bind-account' : 'issue-code', about: first, words: first };
  if (word === '任务' && (first === '新建' || first === '新')) return { verb: 'new-task', about: '', words };
  if (word === '设置' && first === '公示群') return { verb: 'choose-group', about: '', words };
  if (word === '设置' && first === '非公示群') return { verb: 'decline-group', about: '', words };
  const list = LIST_OF[word];
  if (!list) return null;
  if (word === '名录' && first === '') return { verb: 'show-lists', about: '', words: '' };
  const kind = word === '名录' && isListKind(first) ? first : list;
  const tail = kind === first ? rest.slice(1) : rest;
  if (first === '确认' && second) return { verb: 'confirm-import', about: second, words: '' };
  if (first === '放弃' && second) return { verb: 'cancel-import', about: second, words: '' };
  if (tail[0] === '导出') return { verb: 'export-list', about: kind, words: '' };
  if (tail[0] === '模板') return { verb: 'template-list', about: kind, words: '' };
  return { verb: 'show-list', about: kind, words: tail.join(' ') };
}

function isListKind(word: string): boolean {
  return Object.values(LIST_OF).includes(word);
}

/** `/任务 2026-01 退回 说明…` by the table of acts: command, subject, action word, words. */
function byTable(word: CommandWord, rest: readonly string[]): Asked | null {
  const [about = '', action = ''] = rest;
  if (action === '') return null;
  for (const [verb, pattern] of Object.entries(ACTS) as [ActVerb, string][]) {
    const [command, subject, wanted, tail] = pattern.split(' ');
    if (command !== `/${word}` || subject !== '{about}') continue;
    const takesWords = tail === '…' || pattern.endsWith(' …');
    if (wanted === action) return { verb, about, words: takesWords ? rest.slice(2).join(' ') : '' };
    if (wanted === '…') return { verb, about, words: rest.slice(1).join(' ') };
  }
  return null;
}

function shown(word: CommandWord, rest: readonly string[]): Asked {
  const [bare, one] = SHOWS[word] ?? ['show-help', null];
  const [about = ''] = rest;
  return about !== '' && one ? { verb: one, about, words: '' } : { verb: bare, about: '', words: '' };
}

/** The known spelling with the least edit distance, if it is near enough to be meant. */
function nearestTo(head: string): string | null {
  const lower = head.toLowerCase();
  const scored = COMMAND_WORDS.flatMap((word) =>
    [word as string, ...COMMANDS[word].also].map((spelling) => ({
      word,
      d: distance(lower, spelling) / Math.max(spelling.length, lower.length),
    })),
  );
  const best = scored.reduce((a, b) => (b.d < a.d ? b : a));
  return best.d <= 0.5 ? best.word : null;
}

/** Levenshtein distance, by characters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, x] of Array.from(a.slice(0, 40)).entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (x === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
