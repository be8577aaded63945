// A whole card as Feishu draws JSON 2.0: header, body, nothing the client would not show.
import { el } from '../dom.ts';
import { tint } from './colours.ts';
import { elements } from './elements.ts';
import type { Face } from './face.ts';
import { asNode, asNodes, asText, type CardNode, contentOf } from './node.ts';
import { space } from './spacing.ts';
import { textNodes } from './text.ts';

function header(face: Face, node: CardNode): HTMLElement | null {
  if (!contentOf(node['title'])) return null;
  const tags = asNodes(node['text_tag_list']).slice(0, 3);
  return el(
    'header',
    { class: `card-header ${tint(asText(node['template']))}` },
    el(
      'div',
      { class: 'card-title-row' },
      el('h3', { class: 'card-title' }, textNodes(face, node['title'])),
      tags.map((tag) => el('span', { class: `tag ${tint(asText(tag['color']), 'grey')}` }, contentOf(tag['text']))),
    ),
    contentOf(node['subtitle']) ? el('p', { class: 'card-subtitle' }, textNodes(face, node['subtitle'])) : null,
  );
}

/** A card. What was sent in the old 1.0 shape, or is no card at all, is shown as a hint. */
export function card(json: unknown, face: Face): HTMLElement {
  const node = asNode(json);
  const body = asNode(node['body']);
  const isWide = asText(asNode(node['config'])['width_mode']) === 'fill';
  const inside = elements(asNodes(body['elements']), { face, path: '', form: null, depth: 0 });
  return el(
    'article',
    { class: `card${isWide ? ' card-wide' : ''}`, tabindex: '-1', 'aria-label': contentOf(asNode(node['header'])['title']) || '卡片' },
    header(face, asNode(node['header'])),
    space(
      el('div', { class: 'card-body' }, inside.length > 0 ? inside : el('div', { class: 'unknown' }, '请升级至最新版本客户端，以查看内容')),
      body,
    ),
  );
}
