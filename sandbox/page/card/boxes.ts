// The containers of a card: columns, folds, pressable boxes, forms.
import { el, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import { behave, isConfirmed } from './button.ts';
import { tint } from './colours.ts';
import type { Place } from './face.ts';
import { freshId } from './field.ts';
import { asNode, asNodes, asText, type CardNode, tagOf } from './node.ts';
import { space } from './spacing.ts';
import { textNodes } from './text.ts';

/** Renders the elements of a container; handed in, since elements and containers need each other. */
export type Elements = (nodes: readonly CardNode[], place: Place) => readonly HTMLElement[];

const FLEX = ['none', 'stretch', 'flow', 'bisect', 'trisect'];

/** A `column_set`. */
export const columnSet =
  (elements: Elements) =>
  (node: CardNode, place: Place): HTMLElement => {
    const mode = asText(node['flex_mode'], 'none');
    const background = asText(node['background_style'], 'default');
    const columns = asNodes(node['columns']).map((column, i) => {
      const box = el(
        'div',
        { class: `column${column['width'] === 'weighted' ? ' column-weighted' : ''}` },
        elements(asNodes(column['elements']), { ...place, path: `${place.path}.${i}` }),
      );
      space(box, column);
      const width = asText(column['width']);
      if (width === 'weighted') box.style.setProperty('--weight', asText(column['weight'], '1'));
      if (/^\d+px$/.test(width)) box.style.width = width;
      if (asText(column['vertical_align']) === 'center') box.style.justifyContent = 'center';
      if (asText(column['vertical_align']) === 'bottom') box.style.justifyContent = 'flex-end';
      return box;
    });
    const shade = background === 'default' ? '' : ` column-set-shaded ${tint(background, 'grey')}`;
    const row = el('div', { class: `column-set flex-${FLEX.includes(mode) ? mode : 'none'}${shade}` }, columns);
    if (asNodes(node['columns']).every((c) => asNodes(c['elements']).every((e) => tagOf(e) === 'button')))
      row.classList.add('column-set-buttons');
    return space(row, node);
  };

/** A `collapsible_panel`. */
export const collapsible =
  (elements: Elements) =>
  (node: CardNode, place: Place): HTMLElement =>
    el(
      'details',
      { class: `fold${node['border'] ? ' fold-bordered' : ''}`, open: node['expanded'] === true },
      el('summary', {}, el('span', { class: 'fold-title' }, textNodes(place.face, asNode(node['header'])['title'])), icon(ICONS.down, 14)),
      space(el('div', { class: 'fold-body' }, elements(asNodes(node['elements']), place)), node),
    );

/** An `interactive_container`: a box that is pressed as one. */
export const interactive =
  (elements: Elements) =>
  (node: CardNode, place: Place): HTMLElement => {
    const isDisabled = node['disabled'] === true;
    const inside = elements(asNodes(node['elements']), place);
    const press = async (): Promise<void> => {
      if (isDisabled || box.getAttribute('aria-busy') === 'true' || !(await isConfirmed(node, ''))) return;
      box.setAttribute('aria-busy', 'true');
      await behave(node, place, {}).finally(() => box.removeAttribute('aria-busy'));
    };
    const box = el(
      'div',
      {
        class: `pressable${node['has_border'] === true ? ' pressable-bordered' : ''}`,
        role: 'button',
        tabindex: isDisabled ? null : '0',
        'aria-disabled': isDisabled ? 'true' : null,
        onclick: (event) => {
          if (!(event.target as Element).closest('button, a, input, select, textarea, label')) void press();
        },
      },
      inside,
    );
    box.addEventListener('keydown', (event) => {
      if (event.target !== box || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      void press();
    });
    return box;
  };

/** A form's fields other than `input` have no label of their own: the text right before one is what a reader takes for it. */
function labelByText(children: readonly HTMLElement[]): void {
  children.forEach((child, i) => {
    const before = children[i - 1];
    const control = child.matches('.field:not(:has(.field-label))') ? child.querySelector('[aria-label]') : null;
    if (!control || !before?.matches('.text, .md')) return;
    before.id ||= freshId();
    before.classList.add('label-text');
    control.setAttribute('aria-labelledby', before.id);
    const star = child.querySelector('.star');
    if (star) before.append(star);
  });
}

/** A `form`: its fields join it as they are rendered; Enter in a line of text does not send it, as in the client. */
export const form =
  (elements: Elements) =>
  (node: CardNode, place: Place): HTMLElement => {
    const children = elements(asNodes(node['elements']), { ...place, form: [] });
    labelByText(children);
    return space(el('div', { class: 'card-form', role: 'group', 'data-form': asText(node['name']) }, children), node);
  };
