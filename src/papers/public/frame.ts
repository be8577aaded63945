// What all public pages share: the frame around them, times and digests as people read them, links that also work as files.
import type { OfficeRules } from '../../domain/office-rules.ts';
import type { Person } from '../../domain/person.ts';
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
export function frame({ rules, now, place }: Setting, title: string, here: string): Facts {
  const sections = SECTIONS.map(({ id, name }) => ({ name, path: link(place, id), isHere: id === here }));
  const { isStatic, root } = place;
  return { title, office: rules.office.name, root, home: link(place, ''), sections, madeAt: moment(now), isStatic };
}

export function moment(at: Date): Moment {
  return { text: sayTime(at), machine: at.toISOString() };
}

/** As `moment`, null where there is no day. */
export function daySaid(day: string | null): string {
  return day ? sayDay(day) : '';
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

/** Facts of the page that says there is nothing here: an address that never was, or a draw whose names are not public yet. */
export function notFoundFacts(setting: Setting, why: 'hidden' | 'missing'): Facts {
  const text =
    why === 'hidden'
      ? '没有这次抽签，或者它的记录还不能公开：检查结束之前不公开被抽中的机构。请从“抽签”栏查看它的编号和摘要。'
      : '这个地址没有内容。请从上面的栏目进入。';
  return { ...frame(setting, '没有找到', ''), text };
}
