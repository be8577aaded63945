// Feishu's Markdown blocks as DOM nodes: headings, lists, quotes, code, rules, tables, paragraphs whose newlines are kept.
import { el } from '../dom.ts';
import type { Face } from './face.ts';
import { inline } from './inline.ts';

interface Block {
  readonly test: RegExp;
  /** True for a block of one line; else the following lines that match belong to it too. */
  readonly isOneLine?: true;
  readonly build: (face: Face, lines: readonly string[]) => HTMLElement;
}

const cells = (line: string): readonly string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

function table(face: Face, lines: readonly string[]): HTMLElement {
  const [head, ...rest] = lines.filter((line) => !/^\s*\|?[\s:|-]+\|?\s*$/.test(line));
  const row = (tag: 'th' | 'td') => (line: string) =>
    el(
      'tr',
      {},
      cells(line).map((cell) => el(tag, {}, inline(face, cell))),
    );
  return el(
    'div',
    { class: 'table-scroll' },
    el('table', { class: 'card-table' }, el('thead', {}, row('th')(head ?? '')), el('tbody', {}, rest.map(row('td')))),
  );
}

const BLOCKS: readonly Block[] = [
  {
    test: /^#{1,6}\s/,
    isOneLine: true,
    build: (face, lines) => {
      const [, marks, text] = /^(#{1,6})\s+(.*)$/.exec(lines[0] ?? '') ?? [];
      return el('p', { class: `md-h md-h${marks?.length ?? 1}` }, inline(face, text ?? ''));
    },
  },
  { test: /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/, isOneLine: true, build: () => el('hr') },
  {
    test: /^\s*[-*]\s+/,
    build: (face, lines) =>
      el(
        'ul',
        {},
        lines.map((line) => el('li', {}, inline(face, line.replace(/^\s*[-*]\s+/, '')))),
      ),
  },
  {
    test: /^\s*\d+\.\s+/,
    build: (face, lines) =>
      el(
        'ol',
        { start: Number.parseInt(lines[0] ?? '1', 10) },
        lines.map((line) => el('li', {}, inline(face, line.replace(/^\s*\d+\.\s+/, '')))),
      ),
  },
  { test: /^>\s?/, build: (face, lines) => el('blockquote', {}, inline(face, lines.map((line) => line.replace(/^>\s?/, '')).join('\n'))) },
  { test: /^\s*\|.*\|\s*$/, build: table },
];

function codeBlock(lines: readonly string[], from: number): { readonly node: HTMLElement; readonly next: number } {
  const end = lines.findIndex((line, i) => i > from && line.startsWith('```'));
  const last = end < 0 ? lines.length : end;
  return { node: el('pre', { class: 'code-block' }, lines.slice(from + 1, last).join('\n')), next: last + 1 };
}

/** The blocks of one Markdown text. */
export function markdown(face: Face, text: string): HTMLElement[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const nodes: HTMLElement[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] ?? '';
    if (line.startsWith('```')) {
      const code = codeBlock(lines, i);
      nodes.push(code.node);
      i = code.next;
      continue;
    }
    const block = BLOCKS.find(({ test }) => test.test(line));
    let end = i + 1;
    while (end < lines.length && belongs(lines[end] ?? '', block)) end += 1;
    const taken = lines.slice(i, end);
    if (block) nodes.push(block.build(face, taken));
    else if (line.trim() !== '') nodes.push(el('p', {}, inline(face, taken.join('\n'))));
    i = end;
  }
  return nodes;
}

function belongs(line: string, block: Block | undefined): boolean {
  if (block) return block.isOneLine !== true && block.test.test(line);
  return line.trim() !== '' && !line.startsWith('```') && !BLOCKS.some(({ test }) => test.test(line));
}
