// A card's button: its look, its question, and what happens on a press.
import { ask } from '../dialog.ts';
import { el } from '../dom.ts';
import { toast } from '../toast.ts';
import type { Place } from './face.ts';
import { isComplete, readForm } from './form.ts';
import { asNode, asNodes, asText, type CardNode, contentOf } from './node.ts';

const LOOKS = ['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled', 'laser'];

/** What a press is called on the way back: the button's name, or its index path. */
export const pressName = (node: CardNode, place: Place): string => asText(node['name']) || place.path;

/** The question of a button with `confirm`; true without one. */
export async function isConfirmed(node: CardNode, label: string): Promise<boolean> {
  if (node['confirm'] === undefined) return true;
  const confirm = asNode(node['confirm']);
  const isGrave = asText(node['type']).startsWith('danger');
  return ask(contentOf(confirm['title']) || '请确认', contentOf(confirm['text']), label || '确定', isGrave);
}

/** Runs the behaviours of a node: opens its link, sends its callback. `send` is called at most once. */
export async function behave(node: CardNode, place: Place, form: Parameters<Place['face']['press']>[0]['form']): Promise<void> {
  const behaviors = asNodes(node['behaviors']);
  for (const { type, default_url: url } of behaviors) {
    if (type !== 'open_url' || !/^https?:\/\//i.test(asText(url))) continue;
    place.face.opened(asText(url));
    open(asText(url), '_blank', 'noopener');
  }
  const calls = behaviors.some((b) => b['type'] === 'callback') || asText(node['form_action_type']) === 'submit';
  if (calls) await place.face.press({ button: pressName(node, place), form });
}

/** The verb and the subject in a button's callback value, for whoever looks for a button by what it does. */
function actOf(node: CardNode): CardNode {
  return asNode(asNodes(node['behaviors']).find((b) => b['type'] === 'callback')?.['value']);
}

/** A `button`. */
export function button(node: CardNode, place: Place): HTMLElement {
  const label = contentOf(node['text']);
  const type = asText(node['type'], 'default');
  const width = asText(node['width'], 'default');
  const isDisabled = node['disabled'] === true;
  const tip = contentOf(isDisabled ? node['disabled_tips'] : node['hover_tips']);
  const press = (): void => void onPress(node, place, key, label);
  const key = el(
    'button',
    {
      type: 'button',
      class: `btn btn-${(LOOKS.includes(type) ? type : 'default').replace('_', '-')} btn-size-${asText(node['size'], 'medium')}`,
      'aria-disabled': isDisabled ? 'true' : null,
      title: tip || null,
      'data-button': pressName(node, place),
      'data-do': asText(actOf(node)['do']) || null,
      'data-url': asText(asNodes(node['behaviors']).find((one) => one['type'] === 'open_url')?.['default_url']) || null,
      onclick: isDisabled ? () => tip && toast('info', tip) : press,
    },
    el('span', { class: 'btn-label' }, label),
  );
  if (width === 'fill') key.classList.add('btn-fill');
  else if (/^\d+px$/.test(width)) key.style.width = width;
  return key;
}

async function onPress(node: CardNode, place: Place, key: HTMLElement, label: string): Promise<void> {
  if (key.getAttribute('aria-busy') === 'true') return;
  const action = asText(node['form_action_type']);
  if (action === 'reset') {
    for (const field of place.form ?? []) field.reset();
    return;
  }
  if (action === 'submit' && place.form && !isComplete(place.form)) {
    toast('error', '有必填项未填写');
    return;
  }
  if (!(await isConfirmed(node, label))) return;
  key.setAttribute('aria-busy', 'true');
  try {
    await behave(node, place, action === 'submit' && place.form ? readForm(place.form) : {});
  } finally {
    key.removeAttribute('aria-busy');
  }
}
