// The column of one person's chats.
import type { ChatView } from '../shapes.ts';
import { avatar } from './avatar.ts';
import { el, icon, keptList } from './dom.ts';
import { ICONS } from './icons.ts';
import { go, hashOf } from './route.ts';
import { me, nowOf, type Store } from './store.ts';
import { shortOf, toDate } from './time.ts';

interface Row {
  readonly chat: ChatView;
  readonly as: string;
  readonly isOpen: boolean;
  readonly time: string;
}

function build({ chat, as, isOpen, time }: Row): HTMLElement {
  const kind = chat.kind === 'group' ? 'group' : chat.hasBot ? 'bot' : 'person';
  return el(
    'a',
    { class: 'chat-row', href: hashOf(as, chat.id), 'aria-current': isOpen ? 'true' : null, 'data-chat': chat.id, 'data-kind': chat.kind },
    avatar(chat, kind, 40),
    el(
      'span',
      { class: 'chat-row-words' },
      el(
        'span',
        { class: 'chat-row-top' },
        el('span', { class: 'chat-row-name' }, chat.name),
        kind === 'bot' ? el('span', { class: 'bot-tag' }, '机器人') : null,
        el('time', { datetime: chat.last ? toDate(chat.last.at).toISOString() : null }, time),
      ),
      el(
        'span',
        { class: 'chat-row-last' },
        el('span', {}, chat.last?.text ?? '还没有消息'),
        chat.unread > 0 && !isOpen ? el('span', { class: 'count', 'aria-label': `${chat.unread} 条未读` }, String(chat.unread)) : null,
      ),
    ),
  );
}

/** Puts the chat list into its element and keeps it true. */
export function mountChatList(store: Store, root: HTMLElement): void {
  const title = el('h2', {});
  const role = el('span', { class: 'chats-role' });
  const list = el('div', { class: 'chats-list' });
  const back = el(
    'button',
    { type: 'button', class: 'icon-button only-phone', 'aria-label': '回到人员', onclick: () => (location.hash = '') },
    icon(ICONS.back),
  );
  root.append(el('header', { class: 'chats-head' }, back, title, role), list);
  const show = keptList<Row>(list, ({ chat }) => chat.id, build);
  store.on((state) => {
    const { as, chat, chats } = state;
    const person = me(state);
    title.textContent = person?.name ?? '';
    role.textContent = person?.role ?? '';
    const now = nowOf(state);
    show(chats.map((one) => ({ chat: one, as: as ?? '', isOpen: one.id === chat, time: one.last ? shortOf(one.last.at, now) : '' })));
  });
  root.addEventListener('keydown', (event) => {
    const rows = [...list.querySelectorAll<HTMLElement>('.chat-row')];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || at < 0) return;
    event.preventDefault();
    rows[at + step]?.focus();
  });
  // A second window beside this one: the address of the row is what it needs, so a middle click just works.
  list.addEventListener('click', (event) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-chat]');
    const { as } = store.get();
    if (!row || !as || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(as, row.dataset['chat']);
  });
}
