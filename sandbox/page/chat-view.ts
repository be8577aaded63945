// The open chat: its head, its messages with the days between them, and the composer beneath.
import type { ChatView, MessageView } from '../shapes.ts';
import { api } from './api.ts';
import { mountComposer } from './composer.ts';
import { el, fill, icon, keptList } from './dom.ts';
import { ICONS } from './icons.ts';
import { messageRow } from './message.ts';
import { togglePanel } from './panel.ts';
import type { Refresh } from './refresh.ts';
import { go } from './route.ts';
import { openChat, type State, type Store } from './store.ts';
import { dayOf } from './time.ts';
import { toastError } from './toast.ts';

type Row = { readonly day: string } | { readonly message: MessageView };

function rowsOf(messages: readonly MessageView[]): readonly Row[] {
  const rows: Row[] = [];
  let day = '';
  for (const message of messages) {
    const its = dayOf(message.at);
    if (its !== day) rows.push({ day: its });
    day = its;
    rows.push({ message });
  }
  return rows;
}

function head(store: Store, chat: ChatView | undefined, refresh: Refresh): readonly HTMLElement[] {
  const { as, isConnected } = store.get();
  const addBot = (): void => {
    if (as && chat) api.addBot(as, chat.id).then(refresh.all, toastError);
  };
  return [
    el(
      'button',
      { type: 'button', class: 'icon-button only-phone', 'aria-label': '回到会话列表', onclick: () => as && go(as) },
      icon(ICONS.back),
    ),
    el(
      'div',
      { class: 'chat-title' },
      el('h2', {}, chat?.name ?? ''),
      chat?.kind === 'private' && chat.hasBot ? el('span', { class: 'bot-tag' }, '机器人') : null,
    ),
    isConnected ? el('span') : el('span', { class: 'offline' }, '机器人没有连上，正在等它'),
    chat?.kind === 'group' && !chat.hasBot
      ? el(
          'button',
          { type: 'button', class: 'btn btn-primary', 'data-add-bot': chat.id, onclick: addBot },
          icon(ICONS.add, 16),
          '添加机器人',
        )
      : el('span'),
    el(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': '示例环境：时钟、线路、故障',
        title: '示例环境：时钟、线路、故障',
        'data-panel-toggle': true,
        onclick: togglePanel,
      },
      icon(ICONS.panel),
    ),
  ];
}

function emptyWords(state: State, chat: ChatView | undefined): string {
  if (!state.as) return '';
  if (!chat) return state.chats.length > 0 ? '选一个会话' : '';
  if (chat.kind === 'group' && !chat.hasBot) return '群里还没有机器人。按右上的“添加机器人”，抽签就能在这里公开见证。';
  return chat.hasBot ? '还没有消息。写“帮助”，明签会告诉你能做什么。' : '还没有消息。';
}

/** Puts the open chat into its element and keeps it true. */
export function mountChat(store: Store, root: HTMLElement, refresh: Refresh): void {
  const top = el('header', { class: 'chat-head' });
  const rows = el('div', { class: 'messages-column' });
  const empty = el('p', { class: 'chat-empty' });
  const scroller = el('div', { class: 'messages', tabindex: '-1' }, rows, empty);
  const fresh = el(
    'button',
    { type: 'button', class: 'new-below', hidden: true, onclick: () => toEnd() },
    icon(ICONS.down, 14),
    '有新消息',
  );
  const foot = el('div', { class: 'composer' });
  root.append(top, el('div', { class: 'messages-frame' }, scroller, fresh), foot);
  const composer = mountComposer(store, foot);
  const reply = (id: string): void => {
    store.set({ replyTo: id });
    composer.focus();
  };
  const show = keptList<Row>(
    rows,
    (row) => ('day' in row ? row.day : row.message.id),
    (row) => ('day' in row ? el('div', { class: 'day-line' }, el('span', {}, row.day)) : messageRow(store, row.message, reply)),
    // When it was updated is not shown, and the same card sent again shall not take away what is being typed.
    (row) => JSON.stringify('day' in row ? row : { ...row.message, updatedAt: '' }),
  );
  const toEnd = (): void => {
    scroller.scrollTop = scroller.scrollHeight;
    fresh.hidden = true;
  };
  scroller.addEventListener('scroll', () => {
    if (isAtEnd(scroller)) fresh.hidden = true;
  });
  let shownChat = '';
  let shownHead = '';
  let count = 0;
  store.on((state) => {
    const chat = openChat(state);
    const headStamp = JSON.stringify([chat?.id, chat?.name, chat?.hasBot, state.isConnected, state.as]);
    if (headStamp !== shownHead) fill(top, head(store, chat, refresh));
    shownHead = headStamp;
    const wasAtEnd = isAtEnd(scroller);
    const before = scroller.scrollTop;
    const key = `${state.as}/${state.chat}`;
    if (key !== shownChat) show([]);
    show(rowsOf(state.messages));
    empty.textContent = state.messages.length === 0 ? emptyWords(state, chat) : '';
    const grew = state.messages.length > count;
    const isMine = state.messages.at(-1)?.from.id === state.as;
    if (key !== shownChat || (grew && (count === 0 || wasAtEnd || isMine))) toEnd();
    else {
      scroller.scrollTop = before;
      if (grew) fresh.hidden = false;
    }
    shownChat = key;
    count = state.messages.length;
  });
}

const isAtEnd = (scroller: HTMLElement): boolean => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
