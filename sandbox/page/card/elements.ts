// Every tag of a card and who draws it; a tag nobody knows is shown as the client shows one that is too new for it.
import { avatar } from '../avatar.ts';
import { el } from '../dom.ts';
import { collapsible, columnSet, form, interactive } from './boxes.ts';
import { button } from './button.ts';
import { chart } from './chart.ts';
import { multiSelect, select } from './choices.ts';
import type { Face, Place } from './face.ts';
import { checker, input, picker } from './inputs.ts';
import { asNodes, asText, type CardNode, contentOf, tagOf } from './node.ts';
import { table } from './table.ts';
import { bareText, div, markdownElement } from './text.ts';

type Draw = (node: CardNode, place: Place) => HTMLElement;

function onePerson(face: Face, id: string, showsName: boolean, showsAvatar: boolean): HTMLElement {
  const name = face.nameOf(id);
  return el('span', { class: 'person' }, showsAvatar ? avatar({ id, name }, 'person', 22) : null, showsName ? name : null);
}

const person: Draw = (node, { face }) =>
  onePerson(face, asText(node['user_id']), node['show_name'] === true, node['show_avatar'] !== false);

const personList: Draw = (node, { face }) =>
  el(
    'div',
    { class: 'person-list' },
    asNodes(node['persons']).map((one) => onePerson(face, asText(one['id']), node['show_name'] !== false, node['show_avatar'] !== false)),
  );

const image: Draw = (node, { face }) =>
  el('img', { class: 'card-image', src: face.imageUrl(asText(node['img_key'])), alt: contentOf(node['alt']), loading: 'lazy' });

const unknown: Draw = (node) => el('div', { class: 'unknown', 'data-tag': tagOf(node) }, '请升级至最新版本客户端，以查看内容');

const DRAWN: Readonly<Record<string, Draw>> = {
  div,
  markdown: markdownElement,
  plain_text: bareText,
  lark_md: bareText,
  hr: () => el('hr'),
  img: image,
  person,
  person_list: personList,
  column_set: columnSet(elements),
  collapsible_panel: collapsible(elements),
  interactive_container: interactive(elements),
  form: form(elements),
  table,
  chart,
  button,
  input,
  select_static: select(false),
  select_person: select(true),
  multi_select_static: multiSelect(false),
  multi_select_person: multiSelect(true),
  date_picker: picker('date_picker'),
  picker_time: picker('picker_time'),
  picker_datetime: picker('picker_datetime'),
  checker,
};

/** Draws elements in order; an element's path is its container's with its own index behind it. */
export function elements(nodes: readonly CardNode[], place: Place): readonly HTMLElement[] {
  return nodes.map((node, i) => {
    const path = place.path === '' ? String(i) : `${place.path}.${i}`;
    return (DRAWN[tagOf(node)] ?? unknown)(node, { ...place, path, depth: place.depth + 1 });
  });
}
