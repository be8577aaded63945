// A form of a card as Feishu's: at the root, every field named, the submit button with its act.
import type { Block, Field, Option } from './card.ts';
import { div, label, plainText, submitJson, unique } from './feishu-parts.ts';
import type { JsonObject } from './json.ts';
import { clip, clipLine } from './plain.ts';

type Form = Extract<Block, { kind: 'form' }>;

/** The form. `taken` holds the names the card has used. */
export function formJson(form: Form, taken: Set<string>): JsonObject {
  return {
    tag: 'form',
    name: unique(`form_${form.name}`, taken),
    elements: [
      ...form.fields.flatMap((field) =>
        field.kind === 'heading'
          ? [...(field.hint === undefined ? [] : [label(field.hint)]), div(field.text, { size: 'heading' })]
          : fieldJson(field, taken),
      ),
      submitJson(form.submit, taken),
      ...(form.reset === undefined ? [] : [resetJson(form, form.reset, taken)]),
    ],
  };
}

function resetJson(form: Form, text: string, taken: Set<string>): JsonObject {
  return {
    tag: 'button',
    name: unique(`reset_${form.name}`, taken),
    type: 'default',
    text: plainText(text, 100),
    form_action_type: 'reset',
  };
}

/** The label; only what may be left empty says so. */
function labelOf(field: Exclude<Field, { kind: 'tick' }>): string {
  return clipLine(field.required ? field.label : `${field.label}（可不填）`, 100);
}

function fieldJson(field: Field, taken: Set<string>): readonly JsonObject[] {
  const name = unique(field.name, taken);
  switch (field.kind) {
    case 'text':
      return [textJson(field, name)];
    case 'choice':
      return [div(labelOf(field)), choiceJson(field, name)];
    case 'choices':
      return [div(labelOf(field)), choicesJson(field, name)];
    case 'day':
      return [div(labelOf(field)), dayJson(field, name)];
    case 'tick':
      return [{ tag: 'checker', name, text: plainText(field.label, 200), checked: field.ticked === true }];
    default:
      return field;
  }
}

function textJson(field: Extract<Field, { kind: 'text' }>, name: string): JsonObject {
  const most = Math.min(1000, Math.max(1, field.max));
  return {
    tag: 'input',
    name,
    required: field.required,
    ...(field.lines > 1 ? { input_type: 'multiline_text', rows: field.lines, auto_resize: true, max_rows: 8 } : { input_type: 'text' }),
    max_length: most,
    label: plainText(labelOf(field), 100),
    label_position: 'top',
    width: 'fill',
    ...(field.placeholder === undefined ? {} : { placeholder: plainText(clipLine(field.placeholder, 100)) }),
    ...(field.value === undefined || field.value === '' ? {} : { default_value: clip(field.value, most) }),
  };
}

/** Options with distinct values: the platform refuses a value that comes twice. */
function optionsJson(options: readonly Option[]): readonly JsonObject[] {
  const distinct = new Map(options.map((option) => [option.value, option]));
  return [...distinct.values()].map(({ value, label: text }) => ({ text: plainText(clipLine(text, 100)), value }));
}

function choiceJson(field: Extract<Field, { kind: 'choice' }>, name: string): JsonObject {
  const chosen = field.options.find(({ value }) => value === field.value);
  return {
    tag: 'select_static',
    name,
    required: field.required,
    placeholder: plainText(clipLine(field.placeholder ?? '请选择', 100)),
    width: 'fill',
    options: optionsJson(field.options),
    ...(chosen === undefined ? {} : { initial_option: chosen.value }),
  };
}

function choicesJson(field: Extract<Field, { kind: 'choices' }>, name: string): JsonObject {
  const chosen = (field.values ?? []).filter((value) => field.options.some((option) => option.value === value));
  return {
    tag: 'multi_select_static',
    name,
    required: field.required,
    placeholder: plainText(clipLine(field.placeholder ?? '可以选几项', 100)),
    width: 'fill',
    options: optionsJson(field.options),
    ...(chosen.length === 0 ? {} : { selected_values: chosen }),
  };
}

function dayJson(field: Extract<Field, { kind: 'day' }>, name: string): JsonObject {
  const isDay = field.value !== undefined && /^\d{4}-\d\d-\d\d$/.test(field.value);
  return {
    tag: 'date_picker',
    name,
    required: field.required,
    placeholder: plainText(clipLine(field.placeholder ?? '选日期', 100)),
    width: 'fill',
    ...(isDay ? { initial_date: field.value ?? '' } : {}),
  };
}
