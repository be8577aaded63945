// The two tables of papers in Word: labels with values, and rows under heads that repeat on every page.
import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { runs } from './docx-text.ts';
import { type Field, isNarrowColumn } from './paper-document.ts';

// Widths and heights in twentieths of a point: the text is 156 mm wide on an upright page, 257 mm on a wide one.
const [UPRIGHT, WIDE] = [8844, 14570];
const LABEL = 2400;
const LINE = 400;
const MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };

/** Labels on the left, values on the right, each as high as it asks to be. */
export function fieldsTable(rows: readonly Field[], isWide: boolean): Table {
  const value = (isWide ? WIDE : UPRIGHT) - LABEL;
  return table(
    [LABEL, value],
    rows.map(
      ({ label, text, lines }) =>
        new TableRow({
          cantSplit: lines < 4,
          height: { value: lines * LINE + 120, rule: HeightRule.ATLEAST },
          children: [cell(label, LABEL, 24), cell(text, value, 24)],
        }),
    ),
  );
}

/** Rows under their heads. Columns of numbers are narrow, the others alike. */
export function columnsTable(columns: readonly string[], rows: readonly (readonly string[])[], isWide: boolean): Table {
  const size = isWide ? 18 : 24;
  const widths = widthsOf(columns, isWide ? WIDE : UPRIGHT);
  const row = (texts: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      children: texts.map((text, index) => cell(text, widths[index] ?? 0, size, isHead ? AlignmentType.CENTER : AlignmentType.LEFT)),
    });
  return table(widths, [row(columns, true), ...rows.map((texts) => row(texts, false))]);
}

function widthsOf(columns: readonly string[], whole: number): readonly number[] {
  const narrow = 700;
  const left = whole - narrow * columns.filter(isNarrowColumn).length;
  const each = Math.floor(left / Math.max(1, columns.filter((column) => !isNarrowColumn(column)).length));
  return columns.map((column) => (isNarrowColumn(column) ? narrow : each));
}

function table(columnWidths: readonly number[], rows: readonly TableRow[]): Table {
  const width = columnWidths.reduce((sum, each) => sum + each, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...columnWidths],
    // Word refuses a table without rows.
    rows: rows.length > 0 ? [...rows] : [new TableRow({ children: columnWidths.map((each) => cell('', each, 24)) })],
  });
}

function cell(
  text: string,
  width: number,
  size: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: MARGINS,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ alignment, children: runs(text, { size }) })],
  });
}
