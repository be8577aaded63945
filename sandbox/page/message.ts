// One message: who, when, and its text, card, file or picture.
import type { MessageView } from '../shapes.ts';
import { api } from './api.ts';
import { avatar } from './avatar.ts';
import { card } from './card/card.ts';
import { withDigests } from './card/digest.ts';
import { link } from './card/inline.ts';
import { el, icon } from './dom.ts';
import { faceOf } from './face-of.ts';
import { ICONS } from './icons.ts';
import type { Store } from './store.ts';
import { dayOf, hourOf, toDate } from './time.ts';

/** `12.3 KB` */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** What a message is called when another one quotes it. */
export function summaryOf(message: MessageView | undefined): string {
  if (!message) return '较早的消息';
  if (message.isRecalled) return '消息已撤回';
  if (message.kind === 'text') return message.text ?? '';
  if (message.kind === 'image') return '[图片]';
  if (message.kind === 'file') return `[文件] ${message.file?.name ?? ''}`;
  const header = message.card?.['header'] as { readonly title?: { readonly content?: string } } | undefined;
  return `[卡片] ${header?.title?.content ?? ''}`;
}

const PIECE = /(https?:\/\/[\w\-./?%&=#~:@+,;]+)|(@[\p{Script=Han}\w]{1,12})|\[([^\]\n]+)\]\((https?:\/\/[^)\s]+)\)/gu;

function words(store: Store, message: MessageView): readonly Node[] {
  const text = message.text ?? '';
  const face = faceOf(store, message.id);
  const nodes: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(PIECE)) {
    nodes.push(...withDigests(text.slice(from, match.index)));
    const [whole, url, mention, label, target] = match;
    if (url) nodes.push(link(face, url, url));
    else if (mention) nodes.push(el('span', { class: 'mention' }, mention));
    else nodes.push(link(face, target ?? '', label ?? whole));
    from = match.index + whole.length;
  }
  nodes.push(...withDigests(text.slice(from)));
  return nodes;
}

function picture(message: MessageView, as: string): HTMLElement {
  const url = api.fileUrl(message.file?.key ?? '', as);
  const image = el('img', { src: url, alt: message.file?.name ?? '图片', loading: 'lazy' });
  return el('a', { class: 'picture', href: url, target: '_blank', rel: 'noopener' }, image);
}

function file(message: MessageView, as: string): HTMLElement {
  const { key = '', name = '', bytes = 0 } = message.file ?? {};
  return el(
    'a',
    { class: 'file', href: api.fileUrl(key, as), download: name },
    el('span', { class: 'file-icon' }, icon(ICONS.file, 22)),
    el('span', { class: 'file-words' }, el('span', { class: 'file-name' }, name), el('span', { class: 'faint' }, sizeOf(bytes))),
  );
}

function content(store: Store, message: MessageView): HTMLElement {
  const as = store.get().as ?? '';
  if (message.isRecalled) return el('div', { class: 'bubble bubble-recalled' }, '消息已撤回');
  if (message.kind === 'card') return card(message.card, faceOf(store, message.id));
  if (message.kind === 'image') return picture(message, as);
  return message.kind === 'file' ? file(message, as) : el('div', { class: 'bubble' }, words(store, message));
}

function quote(store: Store, parent: string): HTMLElement {
  const quoted = store.get().messages.find((one) => one.id === parent);
  return el('div', { class: 'quote' }, quoted ? `回复 ${quoted.from.name}：` : '', summaryOf(quoted));
}

/** A message's row. `onReply` makes the composer answer it. */
export function messageRow(store: Store, message: MessageView, onReply: (id: string) => void): HTMLElement {
  const isMine = message.from.id === store.get().as;
  const reply = el(
    'button',
    { type: 'button', class: 'reply-button', 'aria-label': `回复${message.from.name}的消息`, onclick: () => onReply(message.id) },
    icon(ICONS.reply, 14),
    '回复',
  );
  return el(
    'div',
    { class: `message${isMine ? ' message-mine' : ''}`, 'data-message': message.id },
    avatar(message.from, message.from.isBot ? 'bot' : 'person', 36),
    el(
      'div',
      { class: 'message-body' },
      el(
        'div',
        { class: 'message-meta' },
        el('span', { class: 'message-from' }, message.from.name),
        message.from.isBot ? el('span', { class: 'bot-tag' }, '机器人') : null,
        el('time', { datetime: toDate(message.at).toISOString(), title: `${dayOf(message.at)} ${hourOf(message.at)}` }, hourOf(message.at)),
        message.isRecalled ? null : reply,
      ),
      message.parent ? quote(store, message.parent) : null,
      content(store, message),
    ),
  );
}
