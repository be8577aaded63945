// Feishu's inline Markdown as DOM nodes: a subset, parsed by hand, with entities decoded only in the leaves.
import { el } from '../dom.ts';
import { dayOf, hourOf } from '../time.ts';
import { tint } from './colours.ts';
import { withDigests } from './digest.ts';
import type { Face } from './face.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', sim: '~', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (whole, dec: string, hex: string, name: string) => {
    if (name) return NAMED[name] ?? whole;
    const point = dec ? Number(dec) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** A link that only ever goes to the web. */
export function link(face: Face, url: string, ...children: (Node | string)[]): HTMLElement {
  const target = decode(url).trim();
  if (!/^https?:\/\//i.test(target)) return el('span', {}, children);
  return el('a', { href: target, target: '_blank', rel: 'noopener noreferrer', onclick: () => face.opened(target) }, children);
}

function attributes(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s>]+))/g)].map((m) => [m[1] ?? '', m[2] ?? m[3] ?? m[4] ?? '']),
  );
}

function moment(millisecond: string, format: string): HTMLElement {
  const day = dayOf(Number(millisecond));
  const text = format.includes('time') && !format.includes('date') ? hourOf(Number(millisecond)) : `${day} ${hourOf(Number(millisecond))}`;
  return el('time', { datetime: new Date(Number(millisecond)).toISOString() }, text);
}

function tagNode(face: Face, name: string, given: Readonly<Record<string, string>>, inner: string): Node | null {
  switch (name) {
    case 'at': {
      const id = given['id'] ?? given['user_id'] ?? given['ids'] ?? '';
      return el('span', { class: 'mention' }, `@${id === 'all' ? '所有人' : face.nameOf(id)}`);
    }
    case 'person':
      return el('span', { class: 'mention' }, face.nameOf(given['id'] ?? ''));
    case 'font':
      return el('span', { class: `ink ${tint(given['color'] ?? '')}` }, inline(face, inner));
    case 'text_tag':
      return el('span', { class: `tag ${tint(given['color'] ?? '', 'grey')}` }, decode(inner));
    case 'number_tag':
      return el('span', { class: 'number-tag' }, decode(inner));
    case 'a':
    case 'link':
      return link(face, given['href'] ?? given['url'] ?? '', ...inline(face, inner || (given['href'] ?? given['url'] ?? '')));
    case 'local_datetime':
      return Number.isFinite(Number(given['millisecond'])) ? moment(given['millisecond'] ?? '', given['format_type'] ?? '') : null;
    default:
      return null;
  }
}

const PATTERN = new RegExp(
  [
    '\\*\\*(?<bold>[^*]+(?:\\*[^*]+)*)\\*\\*',
    '~~(?<gone>[^~]+)~~',
    '`(?<code>[^`]+)`',
    '\\[(?<label>[^\\]]*)\\]\\((?<url>[^)\\s]+)\\)',
    '<(?<tag>at|person|font|text_tag|number_tag|a|link|local_datetime)(?<attrs>\\s[^>]*?)?(?:/>|>(?<inner>[\\s\\S]*?)</\\k<tag>>)',
    '(?<bare>https?://[\\w\\-./?%&=#~:@+,;]+)',
    '(?<![\\w*])\\*(?<soft>[^*\\s][^*]*)\\*(?![\\w*])',
    '(?<br><br\\s*/?>|\\n)',
  ].join('|'),
  'g',
);

function nodeOf(face: Face, match: RegExpExecArray): Node | null {
  const g = match.groups ?? {};
  if (g['bold'] !== undefined) return el('strong', {}, inline(face, g['bold']));
  if (g['gone'] !== undefined) return el('s', {}, inline(face, g['gone']));
  if (g['code'] !== undefined) return el('code', { class: 'code' }, withDigests(decode(g['code'])));
  if (g['url'] !== undefined) return link(face, g['url'], ...inline(face, g['label'] ?? ''));
  if (g['tag'] !== undefined) return tagNode(face, g['tag'], attributes(g['attrs'] ?? ''), g['inner'] ?? '');
  if (g['bare'] !== undefined) return link(face, g['bare'], g['bare']);
  if (g['soft'] !== undefined) return el('em', {}, inline(face, g['soft']));
  if (g['br'] !== undefined) return el('br');
  return null;
}

/** The nodes of one run of inline Markdown. */
export function inline(face: Face, text: string): Node[] {
  const nodes: Node[] = [];
  const pattern = new RegExp(PATTERN);
  let from = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const node = nodeOf(face, match);
    if (!node) continue;
    if (match.index > from) nodes.push(...withDigests(decode(text.slice(from, match.index))));
    nodes.push(node);
    from = pattern.lastIndex;
  }
  if (from < text.length) nodes.push(...withDigests(decode(text.slice(from))));
  return nodes;
}
