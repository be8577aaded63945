// What every field of a card has: a label tied to its control, a mark when it is missing, a place in its form.
import type { FormValue } from '../api.ts';
import { el } from '../dom.ts';
import type { Place } from './face.ts';
import { asText, type CardNode, contentOf } from './node.ts';

let count = 0;

/** An id nobody else has. */
export const freshId = (): string => `f${(count += 1)}`;

/** What a kind of field brings along. */
export interface Control {
  /** The element the label points to. */
  readonly focusable: HTMLElement;
  readonly box?: HTMLElement;
  readonly read: () => FormValue | undefined;
  readonly reset: () => void;
}

/** Wraps a control with its label and joins it to the form around it. */
export function field(node: CardNode, place: Place, control: Control): HTMLElement {
  const { focusable } = control;
  const id = freshId();
  focusable.id = id;
  const isRequired = node['required'] === true;
  const label = contentOf(node['label']);
  const hint = contentOf(node['placeholder']);
  if (!label) focusable.setAttribute('aria-label', hint || asText(node['name'], '输入'));
  if (isRequired) focusable.setAttribute('aria-required', 'true');
  if (node['disabled'] === true) focusable.setAttribute('disabled', '');
  const isBeside = asText(node['label_position']) === 'left';
  const star = isRequired ? el('span', { class: 'star', 'aria-hidden': 'true' }, '*') : null;
  const box = el(
    'div',
    { class: `field${isBeside ? ' field-beside' : ''}${!label && isRequired ? ' field-bare' : ''}` },
    label ? el('label', { for: id, class: 'field-label' }, label, star) : star,
    control.box ?? focusable,
  );
  const mark = (isMissing: boolean): void => {
    box.classList.toggle('field-missing', isMissing);
    if (isMissing) focusable.setAttribute('aria-invalid', 'true');
    else focusable.removeAttribute('aria-invalid');
  };
  box.addEventListener('input', () => mark(false));
  place.form?.push({
    name: asText(node['name']),
    isRequired,
    read: control.read,
    reset: () => {
      control.reset();
      mark(false);
    },
    mark,
    focus: () => focusable.focus(),
  });
  return box;
}
