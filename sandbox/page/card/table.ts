// A card's table: pages, tags in cells, numbers to the right, a first column that may stay.
import { el, fill, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import { dayOf, hourOf } from '../time.ts';
import { tint } from './colours.ts';
import { withDigests } from './digest.ts';
import type { Face, Place } from './face.ts';
import { inline } from './inline.ts';
import { markdown } from './markdown.ts';
import { asNode, asNodes, asText, type CardNode } from './node.ts';

function dateText(value: unknown, format: string): string {
  const at = Number(value);
  if (!Number.isFinite(at)) return asText(value);
  return /H/i.test(format) ? `${dayOf(at)} ${hourOf(at)}` : dayOf(at);
}

function numberText(value: unknown, format: CardNode): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return asText(value);
  const precision = format['precision'] === undefined ? undefined : Number(format['precision']);
  const digits = { minimumFractionDigits: precision, maximumFractionDigits: precision ?? 10, useGrouping: format['separator'] === true };
  return asText(format['symbol']) + number.toLocaleString('zh-CN', digits);
}

function cell(face: Face, column: CardNode, value: unknown): readonly (Node | string)[] {
  switch (asText(column['data_type'], 'text')) {
    case 'options':
      return (Array.isArray(value) ? asNodes(value) : [{ text: value }]).map((option) =>
        el('span', { class: `tag ${tint(asText(option['color']), 'grey')}` }, asText(option['text'])),
      );
    case 'number':
      return [numberText(value, asNode(column['format']))];
    case 'date':
      return [dateText(value, asText(column['date_format']))];
    case 'persons':
      return (Array.isArray(value) ? value : [value]).map((id) => el('span', { class: 'mention' }, face.nameOf(asText(id))));
    case 'lark_md':
      return inline(face, asText(value));
    case 'markdown':
      return markdown(face, asText(value));
    default:
      return [...withDigests(asText(value))];
  }
}

const sideOf = (column: CardNode): string =>
  asText(column['horizontal_align'], asText(column['data_type']) === 'number' ? 'right' : 'left');

/** A `table`. */
export function table(node: CardNode, { face }: Place): HTMLElement {
  const columns = asNodes(node['columns']);
  const rows = asNodes(node['rows']);
  const size = Math.min(10, Math.max(1, Number(node['page_size']) || 5));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const body = el('tbody');
  const at = el('span', { 'aria-live': 'polite' });
  let page = 0;
  const show = (next: number): void => {
    page = Math.min(pages - 1, Math.max(0, next));
    fill(
      body,
      rows.slice(page * size, (page + 1) * size).map((row) =>
        el(
          'tr',
          {},
          columns.map((column) =>
            el(
              'td',
              { class: `align-${sideOf(column)} cell-${asText(column['data_type'], 'text')}` },
              cell(face, column, row[asText(column['name'])]),
            ),
          ),
        ),
      ),
    );
    at.textContent = `${page + 1} / ${pages}`;
  };
  const head = columns.map((column) => {
    const th = el('th', { scope: 'col', class: `align-${sideOf(column)}` }, asText(column['display_name']) || asText(column['name']));
    if (/^\d+(?:px|%)$/.test(asText(column['width']))) {
      th.style.width = asText(column['width']);
      th.style.minWidth = asText(column['width']);
    }
    return th;
  });
  const turn = (by: number, label: string, path: string): HTMLElement =>
    el('button', { type: 'button', class: 'icon-button', 'aria-label': label, onclick: () => show(page + by) }, icon(path, 16));
  show(0);
  return el(
    'div',
    { class: `table-box${node['freeze_first_column'] === true ? ' table-frozen' : ''}` },
    el(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': '表格' },
      el('table', { class: 'card-table' }, el('thead', {}, el('tr', {}, head)), body),
    ),
    rows.length === 0 ? el('p', { class: 'faint table-empty' }, '没有内容') : null,
    pages > 1 ? el('div', { class: 'table-pages' }, turn(-1, '上一页', ICONS.left), at, turn(1, '下一页', ICONS.right)) : null,
  );
}
