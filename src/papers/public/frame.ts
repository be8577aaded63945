// What all public pages share: the frame around them, times and digests as people read them, links that also work as files.
import { type Checkpoint, rootInNote } from '../../domain/checkpoint.ts';
import type { Day } from '../../domain/day.ts';
import type { OfficeRules } from '../../domain/office-rules.ts';
import type { Person } from '../../domain/person.ts';
import type { SitePlace } from '../../domain/site-place.ts';
import { sayDay, sayTime } from '../../words/days.ts';

/** The facts of one page, as its template names them. */
export type Facts = Readonly<Record<string, unknown>>;

/** Where a page stands: on a server (`/draws`), or as a file (`draws.html`) of `mingqian site`. */
export interface Place {
  readonly isStatic: boolean;
  /** From this page to the top: `/` on a server, `./` or `../` in a file. */
  readonly root: string;
}

/** Whose page, when it is made, and where it stands. */
export interface Setting {
  readonly rules: OfficeRules;
  readonly now: Date;
  readonly place: Place;
  /** Where the site's files were put last, if anybody has said so. */
  readonly placed: SitePlace | null;
  /** The newest checkpoint of the ledger, null before the first. */
  readonly checkpoint: Pick<Checkpoint, 'size' | 'root'> | null;
}

/** Text and machine form of an instant. */
export interface Moment {
  readonly text: string;
  readonly machine: string;
}

/** The sections of the site, six words. */
const SECTIONS = [
  { id: 'draws', name: '抽签' },
  { id: 'results', name: '结果' },
  { id: 'plans', name: '计划' },
  { id: 'matters', name: '事项' },
  { id: 'documents', name: '文件' },
  { id: 'lists', name: '名录' },
] as const;

/** The address of a page, without its root: `draws/2026-0001` or `draws/2026-0001.html`. */
export function link(place: Place, page: string): string {
  if (page === '') return place.isStatic ? 'index.html' : '';
  return place.isStatic ? `${page}.html` : page;
}

/** The facts of the frame. */
export function frame({ rules, now, place, placed, checkpoint }: Setting, title: string, here: string): Facts {
  const sections = SECTIONS.map(({ id, name }) => ({ name, path: link(place, id), isHere: id === here }));
  const { isStatic, root } = place;
  return {
    title,
    office: rules.office.name,
    cited: `《${rules.rules.title}》（${rules.rules.number}）`,
    root,
    home: link(place, ''),
    sections,
    madeAt: moment(now),
    placed: placed && { address: placed.address, on: day(placed.on) },
    checkpoint: checkpoint && { size: checkpoint.size, root: rootInNote(checkpoint.root), link: link(place, 'checkpoints') },
    isStatic,
  };
}

/** An instant for people and in a `<time>`. */
export function moment(at: Date): Moment {
  return { text: sayTime(at), machine: at.toISOString() };
}

/** As `moment`, for a day. */
export function day(on: Day): Moment {
  return { text: sayDay(on), machine: on };
}

/** As `day`, null where there is none. */
export function dayOrNull(on: Day | null): Moment | null {
  return on === null ? null : day(on);
}

/** A digest in groups of four, for the page to keep together. */
export function groups(digest: string): readonly string[] {
  return digest.match(/.{1,4}/g) ?? [];
}

/** The name of a category, or its id. */
export function categoryName(rules: OfficeRules, id: string): string {
  return rules.categories.find((each) => each.id === id)?.name ?? id;
}

/** Names by id, from rows already read. */
export function namesBy(rows: readonly Pick<Person, 'id' | 'name'>[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The colour of a task's or a draw's state. */
export function drawTone(state: string): string {
  if (state === 'void') return 'void';
  if (state === 'locked' || state === 'closed') return 'sealed';
  return state === 'settled' || state === 'published' || state === 'finished' || state === 'archived' ? 'done' : 'doing';
}

/** The pages that only say something: what is wrong, what was kept, what to do. */
const MESSAGES = {
  hidden: {
    title: '没有找到',
    text: '没有这次抽签，或者它的记录还不能公开：检查结束之前不公开被抽中的机构。请从“抽签”栏查看它的编号和摘要。',
  },
  missing: { title: '没有找到', text: '这个地址没有内容。请从上面的栏目进入。' },
  unreadable: { title: '地址有误', text: '这个地址读不懂，什么也没有改动。请从上面的栏目进入。' },
  broken: { title: '暂时打不开', text: '系统出了差错，这一页暂时打不开；已公示的内容都在。请稍后再试。' },
} as const;
export type MessageKind = keyof typeof MESSAGES;

/** Facts of such a page. */
export function messageFacts(setting: Setting, kind: MessageKind): Facts {
  const { title, text } = MESSAGES[kind];
  return { ...frame(setting, title, ''), text };
}
