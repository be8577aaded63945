// Fields one chooses in: one of several, some of several, a person.
import { el, fill, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import { behave } from './button.ts';
import type { Place } from './face.ts';
import { field } from './field.ts';
import { asNodes, asText, type CardNode, contentOf } from './node.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

function optionsOf(node: CardNode, place: Place, ofPeople: boolean): readonly Option[] {
  return asNodes(node['options']).map((option) => {
    const value = asText(option['value']);
    return { value, label: contentOf(option['text']) || (ofPeople ? place.face.nameOf(value) : value) };
  });
}

function startOf(node: CardNode, options: readonly Option[]): string {
  const index = Number(node['initial_index']);
  return asText(node['initial_option']) || (index > 0 ? (options[index - 1]?.value ?? '') : '');
}

/** A `select_static` or `select_person`: the browser's own list, which phones know how to show. */
export function select(ofPeople: boolean) {
  return (node: CardNode, place: Place): HTMLElement => {
    const options = optionsOf(node, place, ofPeople);
    const start = startOf(node, options);
    const hint = contentOf(node['placeholder']) || '请选择';
    const control = el(
      'select',
      { class: 'input' },
      el('option', { value: '' }, hint),
      options.map(({ value, label }) => el('option', { value }, label)),
    );
    control.value = start;
    const show = (): void => {
      control.classList.toggle('is-empty', control.value === '');
    };
    control.addEventListener('input', show);
    control.addEventListener('change', () => {
      if (!place.form && node['behaviors'] && control.value) void behave(node, place, { [asText(node['name'])]: control.value });
    });
    show();
    return field(node, place, {
      focusable: control,
      box: el('span', { class: 'select' }, control, icon(ICONS.down, 14)),
      read: () => control.value || undefined,
      reset: () => {
        control.value = start;
        show();
      },
    });
  };
}

/** A `multi_select_static` or `multi_select_person`: what was chosen stands in the box as tags. */
export function multiSelect(ofPeople: boolean) {
  return (node: CardNode, place: Place): HTMLElement => {
    const options = optionsOf(node, place, ofPeople);
    const start = Array.isArray(node['selected_values']) ? node['selected_values'].map((value) => asText(value)) : [];
    const hint = contentOf(node['placeholder']) || '请选择（可多选）';
    const ticks = options.map(({ value }) => el('input', { type: 'checkbox', value }));
    const chosen = (): readonly string[] => ticks.filter((tick) => tick.checked).map((tick) => tick.value);
    const face = el('span', { class: 'multi-face' });
    const opener = el(
      'button',
      { type: 'button', class: 'input multi-open', 'aria-expanded': 'false', 'aria-haspopup': 'true' },
      face,
      icon(ICONS.down, 14),
    );
    const list = el(
      'div',
      { class: 'multi-list', role: 'group', 'aria-label': hint, tabindex: '-1', hidden: true },
      options.map(({ label }, i) => el('label', { class: 'multi-option' }, ticks[i], label)),
    );
    const show = (): void => {
      const labels = options.filter((_, i) => ticks[i]?.checked).map(({ label }) => el('span', { class: 'tag tint-blue' }, label));
      fill(face, labels.length > 0 ? labels : el('span', { class: 'faint' }, hint));
    };
    const toggle = (isOpen: boolean): void => {
      list.hidden = !isOpen;
      opener.setAttribute('aria-expanded', String(isOpen));
    };
    const reset = (): void => {
      for (const tick of ticks) tick.checked = start.includes(tick.value);
      show();
    };
    const box = el('div', { class: 'multi' }, opener, list);
    opener.addEventListener('click', () => toggle(list.hidden !== false));
    list.addEventListener('change', show);
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || list.hidden) return;
      event.stopPropagation();
      toggle(false);
      opener.focus();
    });
    box.addEventListener('focusout', (event) => {
      if (event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) toggle(false);
    });
    document.addEventListener('pointerdown', (event) => {
      if (box.isConnected && !box.contains(event.target as Node)) toggle(false);
    });
    reset();
    return field(node, place, { focusable: opener, box, read: chosen, reset });
  };
}
