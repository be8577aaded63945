// Texts of a card: `plain_text` shows what it holds and interprets nothing; `lark_md` knows inline marks.
import { el } from '../dom.ts';
import { tint } from './colours.ts';
import { withDigests } from './digest.ts';
import type { Face, Place } from './face.ts';
import { inline } from './inline.ts';
import { markdown } from './markdown.ts';
import { asNode, asText, type CardNode, contentOf, tagOf } from './node.ts';

function looks(node: CardNode): string {
  const size = asText(node['text_size'], 'normal').replace(/[^\w-]/g, '');
  const align = asText(node['text_align'], 'left');
  const colour = asText(node['text_color']);
  return `size-${size} align-${align === 'center' || align === 'right' ? align : 'left'} ${colour && colour !== 'default' ? `ink ${tint(colour)}` : ''}`;
}

/** The nodes of a text object, for a place that gives its own element. */
export function textNodes(face: Face, text: unknown): readonly Node[] {
  const node = asNode(text);
  return tagOf(node) === 'lark_md' || tagOf(node) === 'markdown' ? inline(face, contentOf(node)) : withDigests(contentOf(node));
}

/** A `div`. */
export function div(node: CardNode, { face }: Place): HTMLElement {
  const text = asNode(node['text']);
  const box = el('div', { class: `text ${looks(text)}` }, textNodes(face, text));
  const lines = Number(text['lines']);
  if (lines > 0) {
    box.classList.add('clamped');
    box.style.setProperty('--lines', String(lines));
  }
  return box;
}

/** A `markdown` element. */
export function markdownElement(node: CardNode, { face }: Place): HTMLElement {
  return el('div', { class: `md ${looks(node)}` }, markdown(face, asText(node['content'])));
}

/** A `plain_text` or `lark_md` standing on its own. */
export function bareText(node: CardNode, { face }: Place): HTMLElement {
  return el('div', { class: `text ${looks(node)}` }, textNodes(face, node));
}
