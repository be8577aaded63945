// Feishu's spacings: pixels, or one of four names.
import { asText, type CardNode } from './node.ts';

const NAMED: Readonly<Record<string, string>> = { small: '4px', medium: '8px', large: '12px', extra_large: '16px' };

/** Gives a container the gaps that its node asks for; without a word from it, the style sheet's stay. */
export function space(box: HTMLElement, node: CardNode): HTMLElement {
  for (const [key, property] of [
    ['vertical_spacing', 'row-gap'],
    ['horizontal_spacing', 'column-gap'],
  ] as const) {
    const asked = asText(node[key]);
    const gap = NAMED[asked] ?? (/^\d{1,2}px$/.test(asked) ? asked : '');
    if (gap) box.style.setProperty(property, gap);
  }
  return box;
}
