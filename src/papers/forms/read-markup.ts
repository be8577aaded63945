// From rendered marks to a paper's blocks. What comes in was rendered by a template that `checkTemplate` has passed; anything else is a bug and throws.

import { columnsIn } from './check-marks.ts';
import { cleanText } from './clean-text.ts';
import { type Piece, piecesOf } from './markup.ts';
import type { Block, PaperDocument } from './paper-document.ts';

/** A mark with what it holds. */
interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Node[];
  text: string;
}

/** The document of rendered marks. */
export function readMarkup(rendered: string, isWide: boolean): PaperDocument {
  const root = treeOf(piecesOf(rendered));
  const blocks = root.children.map(blockOf);
  return { title: blocks.find((block) => block.kind === 'title')?.text ?? '', isWide, blocks };
}

function treeOf(pieces: readonly Piece[]): Node {
  const path: Node[] = [node('', new Map())];
  for (const piece of pieces) {
    const inner = path.at(-1);
    if (!inner) throw new Error('a mark is closed that was never opened');
    if (piece.kind === 'open') {
      const child = node(piece.name, piece.attributes);
      inner.children.push(child);
      path.push(child);
    } else if (piece.kind === 'close') path.pop();
    else if (piece.kind === 'text') inner.text += piece.text;
  }
  const [root, ...left] = path;
  if (!root || left.length > 0) throw new Error('a mark was left open');
  return root;
}

const node = (name: string, attributes: ReadonlyMap<string, string>): Node => ({ name, attributes, children: [], text: '' });

function blockOf(mark: Node): Block {
  const text = textOf(mark);
  switch (mark.name) {
    case '标题':
      return { kind: 'title', text };
    case '文号':
      return { kind: 'number', text };
    case '主送':
      return { kind: 'addressee', text };
    case '小标题':
      return { kind: 'heading', text };
    case '段':
      return { kind: 'paragraph', text };
    case '注':
      return { kind: 'remark', text };
    case '列表':
      return { kind: 'list', items: mark.children.map(textOf) };
    case '附件':
      return { kind: 'attachments', items: mark.children.map(textOf) };
    case '栏目':
      return { kind: 'fields', rows: mark.children.map(fieldOf) };
    case '表':
      return { kind: 'table', columns: columnsIn(mark.attributes), rows: mark.children.map((row) => row.children.map(textOf)) };
    case '签名':
      return { kind: 'signature', text };
    case '印章':
      return { kind: 'seal', text };
    case '日期':
      return { kind: 'date', text };
    case '另页':
      return { kind: 'page-break' };
    default:
      throw new Error(`no block for the mark ${mark.name}`);
  }
}

function fieldOf(mark: Node): { readonly label: string; readonly text: string; readonly lines: number } {
  return { label: mark.attributes.get('名') ?? '', text: textOf(mark), lines: Number(mark.attributes.get('行数') ?? '1') };
}

/** Handlebars' own escapes, undone: what was text is text again, and no longer looked at for marks. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

function textOf({ text }: Node): string {
  return cleanText(text.replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, (escape) => ESCAPES[escape] ?? escape));
}
