// What a filled form sends: each field checked and converted as the real client does it.
import { elementsOf, isObject, listOf, type Place } from './card-tree.ts';
import type { ActionRequest, JsonObject } from './shapes.ts';

/** The values by name, or the client's complaint. */
export type FormReading = { readonly kind: 'fine'; readonly values: JsonObject } | { readonly kind: 'refused'; readonly text: string };

type Filled = NonNullable<ActionRequest['form']>;
type Value = Filled[string];

/** The viewer's zone, as a date carries it. */
const ZONE = '+0800';

/** Reads the fields of `form` in `card`; what was not filled keeps what the card showed. */
export function readForm(card: JsonObject, form: JsonObject, filled: Filled): FormReading {
  const fields = elementsOf(card).filter((place) => place.form === form && FIELD_TAGS.has(place.tag));
  const known = new Set(fields.map((field) => nameOf(field)));
  const stranger = Object.keys(filled).find((name) => !known.has(name));
  if (stranger !== undefined) return { kind: 'refused', text: `表单里没有名为“${stranger}”的字段` };
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const reading = readField(field, filled[nameOf(field)]);
    if (reading.kind === 'refused') return reading;
    if (reading.value !== undefined) values[nameOf(field)] = reading.value;
  }
  return { kind: 'fine', values };
}

/** Reads one field; undefined means that nothing is sent for it. */
export function readField(
  field: Place,
  given: Value | undefined,
): { readonly kind: 'fine'; readonly value: unknown } | { readonly kind: 'refused'; readonly text: string } {
  const { element, tag } = field;
  const isDisabled = element['disabled'] === true;
  if (isDisabled && given !== undefined) return { kind: 'refused', text: `“${nameOf(field)}”不可填写` };
  const value = given ?? shownValue(field);
  if (tag === 'checker') return typeof value === 'boolean' ? { kind: 'fine', value } : wrongType(field);
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) {
    if (element['required'] === true && field.form !== null) return { kind: 'refused', text: '有必填项未填写' };
    return { kind: 'fine', value: tag === 'input' ? '' : undefined };
  }
  if (tag.startsWith('multi_')) return readChoices(field, value);
  if (typeof value !== 'string') return wrongType(field);
  return readText(field, value);
}

const FIELD_TAGS: ReadonlySet<string> = new Set([
  'input',
  'select_static',
  'select_person',
  'multi_select_static',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
]);

type Reading = ReturnType<typeof readField>;

function readText(field: Place, value: string): Reading {
  switch (field.tag) {
    case 'input': {
      const most = field.element['max_length'];
      if (Array.from(value).length > (typeof most === 'number' ? most : 1000)) return { kind: 'refused', text: `“${nameOf(field)}”太长` };
      return { kind: 'fine', value };
    }
    case 'date_picker':
      return dated(field, value, /^\d{4}-\d\d-\d\d$/);
    case 'picker_datetime':
      return dated(field, value, /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    case 'picker_time':
      return dated(field, value, /^\d\d:\d\d$/);
    default:
      return isOption(field, value) ? { kind: 'fine', value } : notAnOption(field, value);
  }
}

function readChoices(field: Place, value: Value | undefined): Reading {
  if (!Array.isArray(value)) return wrongType(field);
  const stranger = (value as readonly string[]).find((one) => !isOption(field, one));
  return stranger === undefined ? { kind: 'fine', value } : notAnOption(field, stranger);
}

function dated(field: Place, value: string, shape: RegExp): Reading {
  const plain = value.endsWith(` ${ZONE}`) ? value.slice(0, -ZONE.length - 1) : value;
  const day = /^\d{4}-\d\d-\d\d/.exec(plain)?.[0];
  const isReal = day === undefined || !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
  return shape.test(plain) && isReal ? { kind: 'fine', value: `${plain} ${ZONE}` } : wrongType(field);
}

function shownValue(field: Place): Value | undefined {
  const { element, tag } = field;
  const text = (key: string): string | undefined => (typeof element[key] === 'string' && element[key] !== '' ? element[key] : undefined);
  switch (tag) {
    case 'input':
      return text('default_value');
    case 'date_picker':
      return text('initial_date');
    case 'picker_time':
      return text('initial_time');
    case 'picker_datetime':
      return text('initial_datetime');
    case 'checker':
      return element['checked'] === true;
    case 'multi_select_static':
    case 'multi_select_person':
      return Array.isArray(element['selected_values']) ? element['selected_values'].map(String) : undefined;
    default:
      return text('initial_option') ?? initialByIndex(element);
  }
}

function initialByIndex(element: JsonObject): string | undefined {
  const index = element['initial_index'];
  const option = typeof index === 'number' ? listOf(element['options'])[index - 1] : undefined;
  return typeof option?.['value'] === 'string' ? option['value'] : undefined;
}

const isOption = (field: Place, value: string): boolean => listOf(field.element['options']).some((option) => option['value'] === value);
const nameOf = (field: Place): string => (typeof field.element['name'] === 'string' ? field.element['name'] : '');
const labelOf = (field: Place): string => {
  const label = field.element['label'];
  return isObject(label) && typeof label['content'] === 'string' ? label['content'] : nameOf(field);
};
const wrongType = (field: Place): Reading => ({ kind: 'refused', text: `“${labelOf(field)}”的值不合格式` });
const notAnOption = (field: Place, value: string): Reading => ({ kind: 'refused', text: `“${labelOf(field)}”没有选项“${value}”` });
