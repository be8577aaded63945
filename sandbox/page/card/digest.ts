// Long digests, in groups of four that wrap, are selected as one, and are copied without the gaps.
import { el, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import { toast } from '../toast.ts';

// Not inside an address, and not as an option's value: a command is copied whole.
const DIGEST = /(?<![0-9a-zA-Z/]|--[a-z-]{1,16} )(?:[0-9a-f]{32,}|(?:[0-9a-f]{4}[ \u00a0]){7,}[0-9a-f]{1,4})(?![0-9a-zA-Z])/g;

function digest(text: string): HTMLElement {
  const hex = text.replace(/[^0-9a-f]/g, '');
  const groups = (hex.match(/.{1,4}/g) ?? []).flatMap((group) => [el('span', {}, group), el('wbr')]);
  const copy = (event: Event): void => {
    event.stopPropagation();
    navigator.clipboard.writeText(hex).then(
      () => toast('success', '已复制'),
      () => toast('warning', '浏览器不许复制，请选中后复制'),
    );
  };
  return el(
    'span',
    { class: 'digest' },
    el('code', { class: 'digest-groups', title: hex }, groups),
    el('button', { type: 'button', class: 'digest-copy', 'aria-label': '复制摘要', onclick: copy }, icon(ICONS.copy, 14)),
  );
}

/** Text nodes, with every digest in the text set as one. */
export function withDigests(text: string): readonly Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(DIGEST)) {
    if (match.index > from) nodes.push(document.createTextNode(text.slice(from, match.index)));
    nodes.push(digest(match[0]));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(document.createTextNode(text.slice(from)));
  return nodes;
}
