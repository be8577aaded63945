// What Feishu demands of one element, apart from where it stands.
import type { Json, JsonObject } from './json.ts';
import { array, bytesOf, object, word } from './json.ts';
import { BUTTON_TYPES, COLUMN_TYPES } from './lint-tags.ts';

/** The messages for one element. */
export function lintElement(element: JsonObject, isInForm: boolean): readonly string[] {
  switch (element.tag) {
    case 'button':
      return lintButton(element, isInForm);
    case 'input':
      return lintInput(element);
    case 'select_static':
    case 'multi_select_static':
    case 'select_person':
    case 'multi_select_person':
      return lintSelect(element);
    case 'date_picker':
      return when(
        element.initial_date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(word(element.initial_date)),
        'initial_date is no day',
      ).concat(when(element.initial_date === undefined && element.placeholder === undefined, 'needs a placeholder or a day'));
    case 'form':
      return lintForm(element);
    case 'table':
      return lintTable(element);
    case 'chart':
      return lintChart(element);
    case 'column_set':
      return when(
        !['none', 'stretch', 'flow', 'bisect', 'trisect'].includes(word(element.flex_mode ?? 'none')),
        `unknown flex_mode ${word(element.flex_mode)}`,
      );
    case 'collapsible_panel':
      return when(object(object(element.header)?.title)?.tag === undefined, 'panel has no title');
    default:
      return [];
  }
}

function when(isWrong: boolean, message: string): string[] {
  return isWrong ? [message] : [];
}

function lintButton(button: JsonObject, isInForm: boolean): readonly string[] {
  const text = word(object(button.text)?.content ?? '');
  const callbacks = array(button.behaviors).map(object);
  const confirm = object(button.confirm);
  const action = button.form_action_type;
  return [
    ...when(text.length === 0 || text.length > 100, 'button text is not 1 to 100 characters'),
    ...when(!BUTTON_TYPES.has(word(button.type ?? 'default')), `unknown type ${word(button.type)}`),
    ...when(confirm !== null && object(confirm.title) === null, 'confirm has no title'),
    ...when(isInForm && action !== 'submit' && action !== 'reset', 'a button in a form submits or resets'),
    ...when(!isInForm && action !== undefined, 'form_action_type outside a form'),
    ...when(
      action === 'submit' && !callbacks.some((one) => one?.type === 'callback' && object(one.value) !== null),
      'submit has no callback with an object',
    ),
    ...when(!isInForm && button.disabled !== true && callbacks.length === 0, 'button does nothing'),
    ...callbacks.flatMap((one) => [
      ...when(one?.type !== 'callback' && one?.type !== 'open_url', 'unknown behaviour'),
      ...when(one?.type === 'callback' && object(one.value) === null, 'callback value is no object'),
      ...when(one?.type === 'open_url' && !/^https?:\/\//.test(word(one.default_url)), 'link is no web address'),
      ...when(one !== null && bytesOf(one) > 2048, 'callback is longer than 2 KB'),
    ]),
  ];
}

function lintInput(input: JsonObject): readonly string[] {
  const most = input.max_length ?? 1000;
  const isSound = typeof most === 'number' && Number.isInteger(most) && most >= 1 && most <= 1000;
  return [
    ...when(!isSound, 'max_length is not 1 to 1000'),
    ...when(isSound && word(input.default_value ?? '').length > most, 'default_value is longer than max_length'),
    ...when(word(object(input.placeholder)?.content ?? '').length > 100, 'placeholder is longer than 100'),
    ...when(!['text', 'multiline_text', 'password', undefined].includes(input.input_type as string | undefined), 'unknown input_type'),
  ];
}

function lintSelect(select: JsonObject): readonly string[] {
  const values = array(select.options).map((option) => word(object(option)?.value));
  const chosen: readonly Json[] = [
    ...array(select.selected_values),
    ...(select.initial_option === undefined ? [] : [select.initial_option]),
  ];
  return [
    ...when(values.length === 0, 'has no options'),
    ...when(new Set(values).size < values.length, 'an option value comes twice'),
    ...when(
      chosen.some((one) => !values.includes(word(one))),
      'what is chosen is no option',
    ),
    ...when(typeof select.required !== 'boolean', 'required is not said'),
  ];
}

function lintForm(form: JsonObject): readonly string[] {
  const isSubmit = (json: Json): boolean => {
    const inner = object(json);
    if (inner === null) return false;
    return inner.form_action_type === 'submit' || [...array(inner.elements), ...array(inner.columns)].some(isSubmit);
  };
  return when(!array(form.elements).some(isSubmit), 'form has no submit button');
}

function lintTable(table: JsonObject): readonly string[] {
  const columns = array(table.columns).map(object);
  const names = new Set(columns.map((column) => word(column?.name)));
  const size = Number(table.page_size ?? 5);
  return [
    ...when(columns.length === 0 || columns.length > 50, 'not 1 to 50 columns'),
    ...when(names.size < columns.length, 'a column comes twice'),
    ...when(!(size >= 1 && size <= 10), 'page_size is not 1 to 10'),
    ...columns.flatMap((column) => when(!COLUMN_TYPES.has(word(column?.data_type)), `unknown data_type ${word(column?.data_type)}`)),
    ...columns.flatMap((column) => lintCells(column, array(table.rows).map(object))),
    ...when(
      array(table.rows).some((row) => Object.keys(object(row) ?? {}).some((key) => !names.has(key))),
      'a cell belongs to no column',
    ),
  ];
}

function lintCells(column: JsonObject | null, rows: readonly (JsonObject | null)[]): readonly string[] {
  const cells = rows.map((row) => row?.[word(column?.name)]);
  const type = column?.data_type;
  return [
    ...when(type === 'number' && cells.some((cell) => typeof cell !== 'number' || !Number.isFinite(cell)), 'a cell is no number'),
    ...when(type === 'text' && cells.some((cell) => typeof cell !== 'string'), 'a cell is no text'),
  ];
}

function lintChart(chart: JsonObject): readonly string[] {
  const spec = object(chart.chart_spec);
  return [
    ...when(spec === null || typeof spec.type !== 'string', 'chart_spec has no type'),
    ...when(!['1:1', '2:1', '4:3', '16:9'].includes(word(chart.aspect_ratio ?? '16:9')), 'unknown aspect_ratio'),
  ];
}
