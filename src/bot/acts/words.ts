// Typed words to an act: every button has a command that says the same, and a misspelt one gets the nearest.
import { ACTS, type ActVerb } from '../../cards/acts.ts';
import { COMMAND_WORDS, COMMANDS, type CommandWord } from '../../words/commands.ts';
import { type SmallTalk, smallTalkIn } from '../../words/small-talk.ts';
import { SPOKEN, shapeOf, spokenWord, withoutWay } from '../../words/spoken.ts';
import { nearest } from './nearest.ts';

/** What was asked: a verb, its subject, and the words after it. `v` is there when a card was pressed. */
export interface Asked {
  readonly verb: ActVerb;
  readonly about: string;
  readonly words: string;
  /** The words with every blank and sign as it came, where they are hashed. */
  readonly verbatim?: string;
  readonly v?: number;
  readonly extra?: Readonly<Record<string, string | number>>;
}

/** A command nobody knows, and the one that looks most like it. */
export interface Unknown {
  readonly unknown: string;
  readonly nearest: string | null;
}

/** Thanks, a greeting: no command, and no mistake either. */
export interface Talk {
  readonly talk: SmallTalk;
}

/** A word of a button with nothing behind it: meant is the only work of the kind that waits. */
export interface Bare {
  readonly bare: string;
}

/** A line cut up: the command, what follows it as one would compare it, and `tail(n)`, the words from the nth on as they were typed. */
interface Line {
  readonly word: CommandWord;
  readonly rest: readonly string[];
  readonly tail: (n: number) => string;
  /** As `tail`, down to the last invisible sign: only the one blank after the word before is left out. */
  readonly verbatim: (n: number) => string;
}

/** Lists by the command that opens them. */
const LIST_OF: Readonly<Partial<Record<CommandWord, string>>> = {
  名录: 'institutions',
  人员: 'people',
  事项: 'matters',
  文件: 'documents',
};

/** Commands that propose a measure of one kind. */
const MEASURE_OF: Readonly<Partial<Record<CommandWord, string>>> = {
  书面提醒: 'reminder',
  约谈: 'talk',
  移送: 'transfer',
  处罚建议: 'advice',
};

/** Commands that show something when nothing follows, and what they show when a subject follows. */
const SHOWS: Readonly<Partial<Record<CommandWord, readonly [ActVerb, ActVerb | null]>>> = {
  帮助: ['show-help', null],
  待办: ['show-work', null],
  我的任务: ['show-work', null],
  统计: ['show-statistics', null],
  任务: ['show-tasks', 'show-task'],
  推演: ['show-tasks', 'forecast-draw'],
  抽签: ['show-tasks', 'show-draw'],
  末项: ['show-work', 'open-beacon'],
  检查: ['show-work', 'show-assignment'],
  回避: ['show-work', 'open-recusal'],
  交换: ['show-work', 'show-change'],
  递补: ['show-work', 'open-substitute'],
  补位: ['show-work', 'open-fill'],
  变更: ['show-work', 'show-change'],
  整改: ['show-rectifications', 'show-problem'],
  回访: ['show-rectifications', 'show-problem'],
  处理: ['show-rectifications', 'show-measures'],
  书面提醒: ['show-rectifications', 'open-measure'],
  约谈: ['show-rectifications', 'open-measure'],
  名单: ['show-rectifications', 'show-measures'],
  移送: ['show-rectifications', 'open-measure'],
  处罚建议: ['show-rectifications', 'open-measure'],
  指导: ['show-work', 'show-measures'],
  投诉: ['show-work', 'show-measures'],
  公示: ['show-work', 'show-publication'],
  作废: ['show-tasks', 'open-void'],
  验证: ['show-tasks', 'verify-draw'],
  角色: ['show-roles', 'set-roles'],
  设置: ['show-settings', null],
};

/** A full-width text made half-width and its spaces single: what people type on a phone. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll('\u200b', '').replace(/\s+/gu, ' ').trim();
}

/** A word as it was typed, invisible signs in it included. */
const WORD = '[^\\s\\u200b]\\S*';

/** Understands a text. Null: nothing was said. */
export function understand(text: string): Asked | Unknown | Talk | Bare | null {
  const raw = apart(text.replaceAll('\u200b', '').trim());
  const [first = '', ...rest] = raw.split(/\s+/u);
  if (first === '') return null;
  const head = plain(first).replace(/^\//, '');
  const word = commandOf(head) ?? commandOf(withoutWay(head));
  const tail = (n: number): string => raw.replace(new RegExp(`^(?:\\S+\\s*){0,${n + 1}}`, 'u'), '').trim();
  const line = { rest: rest.map(plain), tail, verbatim: (n: number) => untouched(text, n, tail(n)) };
  if (word) return meant({ word, ...line });
  const spoken = spokenWord(head);
  if (spoken !== null) return head === spoken ? bySpoken(spoken, line) : wayTo(spoken, line);
  const talk = smallTalkIn(plain(raw));
  return talk ? { talk } : { unknown: head.slice(0, 20), nearest: nearestCommand(head) };
}

function meant(line: Line): Asked | Unknown {
  return shortcut(line) ?? byTable(line) ?? misspelt(line) ?? shown(line);
}

/** `/见证 2026-0001 雨` is `/抽签 2026-0001 见证 雨`; without a number only what is waiting can be meant. */
function bySpoken(word: string, line: Omit<Line, 'word'>): Asked | Unknown | Talk | Bare | null {
  const { as, alone, kinds } = SPOKEN[word] ?? { as: {}, kinds: [] };
  const [about = '', ...more] = line.rest;
  const [command = '', , action] = as[shapeOf(about)]?.split(' ') ?? [];
  const known = commandOf(command);
  if (about === '' || known === null) return kinds.length === 0 && alone !== undefined ? understand(`/${alone}`) : { bare: word };
  if (action === undefined) return meant({ word: known, ...line });
  return meant({
    word: known,
    rest: [about, action, ...more],
    tail: (n) => line.tail(before(n)),
    verbatim: (n) => line.verbatim(before(n)),
  });
}

/** The words from the nth on with nothing tidied; `tidy` is what they say, should invisible signs stand where words are cut. */
function untouched(text: string, n: number, tidy: string): string {
  const head = new RegExp(`^(?:${WORD}[\\s\\u200b]+){${n}}${WORD}\\s?`, 'u');
  const words = apart(text.replace(/^[\s\u200b]+/u, '')).replace(head, '');
  return plain(words) === plain(tidy) ? words : tidy;
}

/** `/任务2026-01` is what one types in a hurry: the number is put apart. */
function apart(text: string): string {
  const found = /^([/／]?)(\p{Script=Han}+)([0-9０-９].*)$/su.exec(text);
  const word = found?.[2] ?? '';
  return found && (commandOf(word) ?? spokenWord(word)) ? `${found[1]}${found[2]} ${found[3]}` : text;
}

function commandOf(head: string): CommandWord | null {
  const lower = head.toLowerCase();
  return COMMAND_WORDS.find((word) => word === lower || COMMANDS[word].also.includes(lower)) ?? null;
}

/** Commands whose subject is not the second word. */
function shortcut({ word, rest, tail }: Line): Asked | null {
  const [first = '', second = '', third = ''] = rest;
  if (word === '绑定' && second === '解除') return { verb: 'unbind-account', about: first, words: '' };
  if (word === '绑定') return { verb: /^\d{6}$/.test(first) || first === '' ? 'bind-account' : 'issue-code', about: first, words: first };
  if (word === '任务' && (first === '新建' || first === '新')) return { verb: 'new-task', about: '', words: '' };
  if (word === '设置' && first === '公示群') return { verb: 'choose-group', about: '', words: '' };
  if (word === '设置' && first === '非公示群') return { verb: 'decline-group', about: '', words: '' };
  if (word === '检查' && (second === '文件' || second === '照片') && third !== '')
    return { verb: 'attach-photo', about: third, words: '', extra: { assignment: first } };
  if (word === '统计' && /^\d{4}年?$/.test(first))
    return { verb: 'show-statistics', about: '', words: '', extra: { year: Number.parseInt(first, 10) } };
  if (first !== '' && (MEASURE_OF[word] !== undefined || word === '名单')) return measureIn(word, first, tail(1));
  return LIST_OF[word] ? ofList(word, LIST_OF[word], rest) : null;
}

/** `/约谈 2026-01-01-1` opens its form, words after it propose it; `/名单` wants to be told which list. */
function measureIn(word: CommandWord, about: string, words: string): Asked {
  const kind = MEASURE_OF[word];
  if (words !== '') return { verb: 'propose-measure', about, words: kind === undefined ? words : `${word} ${words}` };
  return kind === undefined ? { verb: 'show-measures', about, words } : { verb: 'open-measure', about, words, extra: { kind } };
}

function ofList(word: CommandWord, list: string, rest: readonly string[]): Asked {
  const [first = '', second = ''] = rest;
  if (word === '名录' && first === '') return { verb: 'show-lists', about: '', words: '' };
  const named = word === '名录' ? listNamed(first) : null;
  const kind = named ?? list;
  const after = named === null ? rest : rest.slice(1);
  const [does, id] = second === '确认' || second === '放弃' ? [second, first] : [first, second];
  if (does === '确认' && id !== '') return { verb: 'confirm-import', about: id, words: '' };
  if (does === '放弃' && id !== '') return { verb: 'cancel-import', about: id, words: '' };
  if (after[0] === '导出') return { verb: 'export-list', about: kind, words: '' };
  if (after[0] === '模板') return { verb: 'template-list', about: kind, words: '' };
  const { rest: searched, extra } = paged(after);
  return { verb: 'show-list', about: kind, words: searched.join(' '), ...extra };
}

/** `人员` or `people` names a list, the word `名录` itself none. */
function listNamed(word: string): string | null {
  const command = COMMAND_WORDS.find((known) => known === word && known !== '名录');
  return (command && LIST_OF[command]) ?? Object.values(LIST_OF).find((kind) => kind === word) ?? null;
}

/** `第2页` at the end is a page, the rest is what it is a page of. */
function paged(rest: readonly string[]): { readonly rest: readonly string[]; readonly extra: Pick<Asked, 'extra'> } {
  const page = /^第(\d{1,4})页$/.exec(rest.at(-1) ?? '')?.[1];
  return page === undefined ? { rest, extra: {} } : { rest: rest.slice(0, -1), extra: { extra: { page: Number(page) } } };
}

/** The acts of a command that name a subject and then say what to do with it. `…` in the table: words follow. */
function actions(word: CommandWord): readonly { readonly verb: ActVerb; readonly action: string; readonly takesWords: boolean }[] {
  return (Object.entries(ACTS) as [ActVerb, string][]).flatMap(([verb, pattern]) => {
    const [command, subject, action, more] = pattern.replace(/\[.*?\]/g, '').split(' ');
    if (command !== `/${word}` || subject !== '{about}' || action === undefined) return [];
    return [{ verb, action, takesWords: action === '…' || more === '…' }];
  });
}

/** The action stands in front of the number instead of behind it, so that the words begin one earlier. */
function before(n: number): number {
  return Math.max(0, n - 1);
}

/** `/去开签 2026-0001` shows what is to be opened, as the button does, and opens nothing. */
function wayTo(word: string, line: Omit<Line, 'word'>): Asked | Unknown | Talk | Bare | null {
  const asked = bySpoken(word, line);
  if (!asked || !('verb' in asked) || /^(?:show|open|new)-/.test(asked.verb)) return asked;
  const [command = ''] = ACTS[asked.verb].split(' ');
  return understand(`${command} ${asked.about}`);
}

/** `/任务 2026-01 退回 说明…` by the table of acts: command, subject, action word, words. */
function byTable({ word, rest, tail, verbatim }: Line): Asked | null {
  const [about = '', action = ''] = rest;
  if (action === '') return null;
  const known = actions(word);
  const { rest: more, extra } = paged(rest.slice(2));
  const same = known.filter((one) => one.action === action);
  // `见证` opens the field, `见证 今天下雨` is the contribution itself.
  const wanted = same.find(({ takesWords }) => takesWords === more.length > 0) ?? same[0];
  const bare = known.find((one) => one.action === '…');
  if (!wanted) return bare ? { verb: bare.verb, about, words: tail(1) } : null;
  if (!wanted.takesWords) return { verb: wanted.verb, about, words: '', ...extra };
  return { verb: wanted.verb, about, words: tail(2), ...(wanted.verb === 'contribute' ? { verbatim: verbatim(2) } : {}) };
}

/** An action nobody knows is said so: showing the subject instead would look as if it had been done. */
function misspelt({ word, rest }: Line): Unknown | null {
  const action = rest[1] ?? '';
  const known = [...new Set(actions(word).map((one) => one.action))];
  return action === '' || known.length === 0 ? null : { unknown: action.slice(0, 20), nearest: nearest(action, known) };
}

function shown({ word, rest: all }: Line): Asked {
  const [bare, one] = SHOWS[word] ?? ['show-help', null];
  const { rest, extra } = paged(all);
  const [about = ''] = rest;
  return about !== '' && one ? { verb: one, about, words: '' } : { verb: bare, about: '', words: '', ...extra };
}

/** The command that was probably meant, by any of its spellings. */
function nearestCommand(head: string): string | null {
  const spellings = [...COMMAND_WORDS.flatMap((word) => [word as string, ...COMMANDS[word].also]), ...Object.keys(SPOKEN)];
  const found = nearest(head.toLowerCase(), spellings);
  return found === null ? null : (commandOf(found) ?? found);
}
