// The column of persons: whose eyes to look through.
import type { PersonView } from '../shapes.ts';
import { avatar } from './avatar.ts';
import { el, keptList } from './dom.ts';
import { go } from './route.ts';
import type { Store } from './store.ts';

interface Row {
  readonly person: PersonView;
  readonly isOpen: boolean;
  readonly unread: number;
}

function build({ person, isOpen, unread }: Row): HTMLElement {
  const words = `${person.name}，${person.role}${unread > 0 ? `，${unread} 条未读` : ''}`;
  return el(
    'button',
    {
      type: 'button',
      class: 'rail-row',
      'aria-label': words,
      'aria-current': isOpen ? 'true' : null,
      'data-person': person.id,
      title: words,
      onclick: () => go(person.id),
    },
    el('span', { class: 'rail-face' }, avatar(person, 'person', 36), unread > 0 ? el('span', { class: 'dot' }) : null),
    el('span', { class: 'rail-name' }, person.name),
    el('span', { class: 'rail-role' }, person.role),
  );
}

/** Puts the rail into its element and keeps it true. */
export function mountRail(store: Store, root: HTMLElement): void {
  const list = el('div', { class: 'rail-list' });
  root.append(
    el(
      'div',
      { class: 'rail-head' },
      avatar({ id: 'bot', name: '明签' }, 'bot', 36),
      el('div', { class: 'rail-words' }, el('h1', {}, '明签'), el('p', {}, '示例聊天：选一个人，用他的眼睛看')),
    ),
    list,
  );
  const show = keptList<Row>(list, ({ person }) => person.id, build);
  let isFirst = true;
  store.on(({ people, as, unread }) => {
    show(people.map((person) => ({ person, isOpen: person.id === as, unread: unread[person.id] ?? 0 })));
    if (isFirst && as) {
      isFirst = false;
      list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    }
  });
}
