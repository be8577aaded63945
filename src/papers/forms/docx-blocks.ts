// Each block of a paper as Word's paragraphs and tables.
import { AlignmentType, LineRuleType, PageBreak, Paragraph, type Table, TabStopType } from 'docx';
import { unreachable } from '../../domain/result.ts';
import { columnsTable, fieldsTable } from './docx-tables.ts';
import { HEI, INDENT, indented, lines, PITCH, runs, XIAOBIAOSONG } from './docx-text.ts';
import type { Block } from './paper-document.ts';

/** From the left edge of the text to its right edge on an upright page, less two characters, in twentieths of a point. */
const SIGNATURE_DAY = 8800;

/** Where a block stands: on what page, and before a seal or not, which must not stand on a page alone. */
export interface Around {
  readonly isWide: boolean;
  readonly isBeforeSeal: boolean;
}

/** The block's paragraphs or table; a table stands between two thin lines, or two tables would grow together. */
export function docxBlock(block: Block, { isWide, isBeforeSeal }: Around): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [title(block.text)];
    case 'number':
      return block.text === '' ? [] : [lines(block.text, { alignment: AlignmentType.CENTER })];
    case 'addressee':
      return [lines(block.text)];
    case 'heading':
      return [lines(block.text, { indent: { firstLine: INDENT }, keepNext: true }, { eastAsia: HEI })];
    case 'paragraph':
      return [indented(block.text, isBeforeSeal)];
    case 'remark':
      return [lines(block.text, { spacing: { line: 400, before: 120 } }, { size: 24 })];
    case 'list':
      return block.items.map((item, index) => indented(`${index + 1}. ${item}`, isBeforeSeal));
    case 'fields':
      return [gap(false), fieldsTable(block.rows, isWide), gap(isBeforeSeal)];
    case 'table':
      return [gap(false), columnsTable(block.columns, block.rows, isWide), gap(isBeforeSeal)];
    case 'signature':
      return [signature(block.text)];
    case 'seal':
      return [
        lines(`${block.text}（印章）`, {
          alignment: AlignmentType.RIGHT,
          indent: { right: INDENT },
          spacing: { before: isWide ? 240 : 720, line: PITCH, lineRule: LineRuleType.EXACT },
          keepNext: true,
          keepLines: true,
        }),
      ];
    case 'date':
      return [lines(block.text, { alignment: AlignmentType.RIGHT, indent: { right: INDENT } })];
    case 'attachments':
      return block.items.map((item, index) => indented(index === 0 ? `附件：1. ${item}` : `　　　${index + 1}. ${item}`, isBeforeSeal));
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
    default:
      return unreachable(block);
  }
}

function title(text: string): Paragraph {
  const spacing = { line: 680, lineRule: LineRuleType.EXACT, after: 280 };
  return lines(text, { alignment: AlignmentType.CENTER, spacing, keepNext: true }, { size: 44, eastAsia: XIAOBIAOSONG });
}

/** `检查人员：______________    年  月  日`: the line reaches a tab stop, which is drawn as a line. */
function signature(text: string): Paragraph {
  return new Paragraph({
    spacing: { before: 240, line: PITCH, lineRule: LineRuleType.EXACT },
    keepLines: true,
    tabStops: [
      { type: TabStopType.LEFT, position: SIGNATURE_DAY - 3200, leader: 'underscore' },
      { type: TabStopType.RIGHT, position: SIGNATURE_DAY },
    ],
    children: runs(`${text}：\t\t年　　月　　日`),
  });
}

function gap(keepNext: boolean): Paragraph {
  return new Paragraph({ keepNext, spacing: { line: 120, lineRule: LineRuleType.EXACT } });
}
