// Fields one types into: text of one line or many, days, hours, and the tick.
import { dateField } from '../date-field.ts';
import { el } from '../dom.ts';
import { behave } from './button.ts';
import type { Place } from './face.ts';
import { field, freshId } from './field.ts';
import { asText, type CardNode, contentOf } from './node.ts';
import { textNodes } from './text.ts';

/** An `input`, of one line or several; it grows with its text. */
export function input(node: CardNode, place: Place): HTMLElement {
  const start = asText(node['default_value']);
  const isLong = asText(node['input_type']) === 'multiline_text';
  const common = { placeholder: contentOf(node['placeholder']), maxlength: Number(node['max_length']) || 1000 };
  const control = isLong
    ? el('textarea', { ...common, class: 'input', rows: Number(node['rows']) || 5 })
    : el('input', {
        ...common,
        class: 'input',
        type: asText(node['input_type']) === 'password' ? 'password' : 'text',
        autocomplete: 'off',
      });
  control.value = start;
  const grow = (): void => {
    if (!isLong || node['auto_resize'] === false) return;
    control.style.height = 'auto';
    if (control.scrollHeight > control.clientHeight) control.style.height = `${Math.min(control.scrollHeight + 2, 240)}px`;
  };
  control.addEventListener('input', grow);
  if (!isLong && !place.form) {
    control.addEventListener('keydown', (event: Event) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing && node['behaviors'])
        void behave(node, place, { [asText(node['name'])]: control.value });
    });
  }
  return field(node, place, {
    focusable: control,
    read: () => control.value.trim() || undefined,
    reset: () => {
      control.value = start;
      grow();
    },
  });
}

const PICKERS = {
  date_picker: { type: 'date', initial: 'initial_date', wire: (value: string) => `${value} +0800` },
  picker_time: { type: 'time', initial: 'initial_time', wire: (value: string) => `${value} +0800` },
  picker_datetime: { type: 'datetime-local', initial: 'initial_datetime', wire: (value: string) => `${value.replace('T', ' ')} +0800` },
} as const;

/** A `date_picker`, `picker_time` or `picker_datetime`; its value carries the zone, as the client's does. */
export function picker(kind: keyof typeof PICKERS) {
  const { type, initial, wire } = PICKERS[kind];
  return (node: CardNode, place: Place): HTMLElement => {
    const start = asText(node[initial]).replace(' ', 'T');
    const { control, box, set } = dateField(type, contentOf(node['placeholder']) || '请选择');
    control.addEventListener('change', () => {
      if (!place.form && node['behaviors'] && control.value) void behave(node, place, { [asText(node['name'])]: wire(control.value) });
    });
    set(start);
    return field(node, place, {
      focusable: control,
      box,
      read: () => (control.value ? wire(control.value) : undefined),
      reset: () => set(start),
    });
  };
}

/** A `checker`: a tick with its sentence as the label. */
export function checker(node: CardNode, place: Place): HTMLElement {
  const id = freshId();
  const start = node['checked'] === true;
  const tick = el('input', { type: 'checkbox', id, disabled: node['disabled'] === true });
  tick.checked = start;
  tick.addEventListener('change', () => {
    if (!place.form && node['behaviors']) void behave(node, place, { [asText(node['name'])]: tick.checked });
  });
  place.form?.push({
    name: asText(node['name']),
    isRequired: false,
    read: () => tick.checked,
    reset: () => {
      tick.checked = start;
    },
    mark: () => undefined,
    focus: () => tick.focus(),
  });
  return el('div', { class: 'checker' }, tick, el('label', { for: id }, textNodes(place.face, node['text'])));
}
