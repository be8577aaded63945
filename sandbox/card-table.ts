// The table component: its columns, and rows whose cells fit their column's type.
import { flag, type Kind, list, oneOf, pattern, type Report, shape, shortText, text, whole } from './card-kinds.ts';
import { common } from './card-parts.ts';
import { isObject, listOf } from './card-tree.ts';
import type { JsonObject } from './shapes.ts';

/** Rows that are not rows (ErrCode of 230099). */
const BAD_ROWS = 200914;
/** A cell that does not fit its column. */
const BAD_CELL = 200915;

const headerStyle = shape({
  text_align: oneOf('left', 'center', 'right'),
  text_size: oneOf('normal', 'heading'),
  background_style: oneOf('none', 'grey'),
  text_color: oneOf('default', 'grey'),
  bold: flag,
  lines: whole(1, 100),
});

const column = shape(
  {
    name: shortText(100),
    display_name: text,
    data_type: oneOf('text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'),
    width: pattern('auto、80 至 600px 或百分比', /^(auto|(8\d|9\d|[1-5]\d\d|600)px|([1-9]\d?|100)%)$/),
    horizontal_align: oneOf('left', 'center', 'right'),
    vertical_align: oneOf('top', 'center', 'bottom'),
    format: shape({ precision: whole(0, 10), symbol: text, separator: flag }),
    date_format: text,
  },
  'name',
  'data_type',
);

const tableProperties = shape(
  {
    ...common,
    page_size: whole(1, 10),
    row_height: pattern('low、middle、high、auto 或 32 至 124px', /^(low|middle|high|auto|(3[2-9]|[4-9]\d|1[01]\d|12[0-4])px)$/),
    row_max_height: pattern('像素数', /^\d{2,3}px$/),
    freeze_first_column: flag,
    header_style: headerStyle,
    columns: list(column, 1, 50),
    rows: () => {},
  },
  'columns',
  'rows',
);

/** The table's properties, then its cells. */
export const tableShape: Kind = (value, path, report) => {
  tableProperties(value, path, report);
  if (isObject(value)) checkRows(value, path, report);
};

function checkRows(table: JsonObject, path: string, report: Report): void {
  const types = new Map(listOf(table['columns']).map((one) => [one['name'], one['data_type']]));
  if (types.size < listOf(table['columns']).length) report(BAD_ROWS, `${path} -> columns`, '列名重复');
  const { rows } = table;
  if (!Array.isArray(rows)) {
    report(BAD_ROWS, `${path} -> rows`, '应为数组');
    return;
  }
  for (const [index, row] of rows.entries()) {
    const where = `${path} -> rows -> [${index}]`;
    if (!isObject(row)) report(BAD_ROWS, where, '应为对象');
    else for (const [name, cell] of Object.entries(row)) checkCell(types.get(name), name, cell, where, report);
  }
}

function checkCell(type: unknown, name: string, cell: unknown, path: string, report: Report): void {
  if (type === undefined) report(BAD_ROWS, path, `没有名为 ${name} 的列`);
  else if (!cellFits(type, cell)) report(BAD_CELL, `${path} -> ${name}`, `不合这一列的类型 ${JSON.stringify(type)}`);
}

function cellFits(type: unknown, cell: unknown): boolean {
  switch (type) {
    case 'number':
    case 'date':
      return typeof cell === 'number';
    case 'options':
      return Array.isArray(cell) && cell.every((one) => isObject(one) && typeof one['text'] === 'string');
    case 'persons':
      return typeof cell === 'string' || (Array.isArray(cell) && cell.every((one) => typeof one === 'string'));
    default:
      return typeof cell === 'string';
  }
}
