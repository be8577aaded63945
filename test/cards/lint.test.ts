// The linter refuses what Feishu refuses: each limit broken once in an otherwise good card; and it takes the documented examples.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/cards/json.ts';
import { lintFeishu } from '../../src/cards/lint.ts';

const EXAMPLES = new URL('./examples/', import.meta.url);
const text = (content: string): JsonObject => ({ tag: 'plain_text', content });
const div: JsonObject = { tag: 'div', text: text('一') };
const callback = { type: 'callback', value: { do: 'show-help', about: '' } };
const submit: JsonObject = { tag: 'button', name: 'ok', text: text('好'), form_action_type: 'submit', behaviors: [callback] };
const form = (...elements: readonly JsonObject[]): JsonObject => ({ tag: 'form', name: 'f', elements: [...elements, submit] });
const select = (rest: Readonly<Record<string, Json>>): JsonObject => ({
  tag: 'select_static',
  name: 's',
  required: true,
  options: [{ text: text('甲'), value: 'a' }],
  placeholder: text('选'),
  ...rest,
});
const table = (rest: Readonly<Record<string, Json>> = {}): JsonObject => ({
  tag: 'table',
  page_size: 5,
  columns: [{ name: 'a', data_type: 'text' }],
  rows: [{ a: '一' }],
  ...rest,
});
const nested = (depth: number): JsonObject =>
  depth === 0 ? div : { tag: 'collapsible_panel', header: { title: text('一') }, elements: [nested(depth - 1)] };

function card(elements: readonly JsonObject[], rest: Readonly<Record<string, Json>> = {}): JsonObject {
  return { schema: '2.0', config: { update_multi: true }, header: { title: text('题'), template: 'blue' }, body: { elements }, ...rest };
}

test.each(readdirSync(EXAMPLES))('the example %s, made after the documents, is taken', (file) => {
  expect(lintFeishu(JSON.parse(readFileSync(new URL(file, EXAMPLES), 'utf8')) as JsonObject)).toEqual([]);
});

const GOOD: readonly (readonly [string, JsonObject])[] = [
  ['a form with a choice', card([form(select({ initial_option: 'a' }))])],
  ['five tables', card(Array.from({ length: 5 }, () => table()))],
  ['panels in panels', card([nested(5)])],
];

test.each(GOOD)('%s is taken', (_, json) => {
  expect(lintFeishu(json)).toEqual([]);
});

const BAD: readonly (readonly [string, JsonObject])[] = [
  ['schema: is not 2.0', { ...card([div]), schema: '1.0' }],
  ['elements: unknown property', card([div], { elements: [] })],
  ['unknown tag action', card([{ tag: 'action', actions: [] }])],
  ['unknown tag note', card([{ tag: 'note', elements: [] }])],
  ['wide_screen_mode: unknown property', card([div], { config: { update_multi: true, wide_screen_mode: true } })],
  ['update_multi: is only ever true', card([div], { config: { update_multi: false } })],
  ['template: unknown pink', card([div], { header: { title: text('题'), template: 'pink' } })],
  ['text.font: unknown property', card([{ tag: 'div', text: { ...text('一'), font: 'x' } }])],
  ['empty text', card([{ tag: 'div', text: text('') }])],
  ['more than 28672', card([{ tag: 'div', text: text('长'.repeat(10_000)) }])],
  ['more than 200', card(Array.from({ length: 101 }, () => div))],
  ['nested deeper than 5', card([nested(7)])],
  ['form stands at the root only', card([{ tag: 'column_set', columns: [{ tag: 'column', elements: [form()] }] }])],
  ['table stands at the root only', card([{ tag: 'collapsible_panel', header: { title: text('一') }, elements: [table()] }])],
  ['chart stands in no form', card([form({ tag: 'chart', chart_spec: { type: 'bar' } })])],
  ['multi_select_static stands in a form only', card([select({ tag: 'multi_select_static' })])],
  ['6 tables, more than 5', card(Array.from({ length: 6 }, () => table()))],
  ['has no name', card([form({ tag: 'input', max_length: 5 })])],
  ['name a b is not a name', card([form({ tag: 'input', name: 'a b' })])],
  ['name s comes twice', card([form(select({}), select({}))])],
  ['form has no submit button', card([{ tag: 'form', name: 'f', elements: [div] }])],
  ['a button in a form submits or resets', card([form({ ...submit, name: 'x', form_action_type: 'open' })])],
  ['submit has no callback with an object', card([{ tag: 'form', name: 'f', elements: [{ ...submit, behaviors: [] }] }])],
  ['callback value is no object', card([{ tag: 'button', text: text('好'), behaviors: [{ type: 'callback', value: 'x' }] }])],
  ['link is no web address', card([{ tag: 'button', text: text('好'), behaviors: [{ type: 'open_url', default_url: 'javascript:x' }] }])],
  ['button text is not 1 to 100', card([{ tag: 'button', text: text('好'.repeat(101)), behaviors: [callback] }])],
  ['button does nothing', card([{ tag: 'button', text: text('好') }])],
  ['confirm has no title', card([{ tag: 'button', text: text('好'), behaviors: [callback], confirm: { text: text('?') } }])],
  ['max_length is not 1 to 1000', card([form({ tag: 'input', name: 'i', max_length: 1001 })])],
  ['default_value is longer', card([form({ tag: 'input', name: 'i', max_length: 2, default_value: '一二三' })])],
  ['what is chosen is no option', card([form(select({ initial_option: 'b' }))])],
  [
    'an option value comes twice',
    card([
      form(
        select({
          options: [
            { text: text('甲'), value: 'a' },
            { text: text('乙'), value: 'a' },
          ],
        }),
      ),
    ]),
  ],
  ['required is not said', card([form(select({ required: null }))])],
  ['initial_date is no day', card([form({ tag: 'date_picker', name: 'd', initial_date: '2026/03/16' })])],
  ['page_size is not 1 to 10', card([table({ page_size: 20 })])],
  ['unknown data_type', card([table({ columns: [{ name: 'a', data_type: 'string' }] })])],
  ['a cell is no text', card([table({ rows: [{ a: 1 }] })])],
  ['a cell belongs to no column', card([table({ rows: [{ a: '一', b: '二' }] })])],
  ['Markdown fed with unescaped text', card([{ tag: 'markdown', content: '<at id=all></at>' }])],
  ['element_id 1x is not one', card([{ ...div, element_id: '1x' }])],
];

test.each(BAD)('refused: %s', (message, json) => {
  expect(
    lintFeishu(json)
      .map((problem) => `${problem.path}: ${problem.message}`)
      .join('\n'),
  ).toContain(message);
});
