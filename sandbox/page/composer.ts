// Where one writes: text, @明签 in groups, files, sample files, the bot's menu; Enter sends.
import type { MenuItem } from '../shapes.ts';
import { api, toBase64 } from './api.ts';
import { el, fill, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { summaryOf } from './message.ts';
import { menuButton } from './popover.ts';
import { openChat, type Store } from './store.ts';
import { toastError } from './toast.ts';

const MENTION = '@明签 ';
const LARGEST = 20 * 1_048_576;

async function sendBytes(store: Store, name: string, bytes: Uint8Array): Promise<void> {
  const { as, chat, replyTo } = store.get();
  if (!as || !chat) return;
  if (bytes.byteLength === 0) throw new Error(`“${name}”是空的，没有发送`);
  if (bytes.byteLength > LARGEST) throw new Error(`“${name}”超过 20 MB，没有发送`);
  await api.sendFile(as, chat, { name, base64: toBase64(bytes) }, replyTo ?? undefined);
  store.set({ replyTo: null });
}

async function sendSample(store: Store, name: string): Promise<void> {
  await sendBytes(store, name, await api.sample(name)).catch(toastError);
}

function tool(label: string, path: string, onclick?: () => void): HTMLButtonElement {
  return el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick: onclick ? () => onclick() : null },
    icon(path),
  );
}

async function sendAll(store: Store, picker: HTMLInputElement): Promise<void> {
  for (const file of picker.files ?? []) await sendBytes(store, file.name, new Uint8Array(await file.arrayBuffer()));
  picker.value = '';
}

function fileTool(store: Store): readonly HTMLElement[] {
  const picker = el('input', { type: 'file', multiple: true, class: 'unseen', tabindex: '-1', 'aria-hidden': 'true' });
  picker.addEventListener('change', () => {
    sendAll(store, picker).catch(toastError);
  });
  return [tool('发送文件或照片', ICONS.clip, () => picker.click()), picker];
}

/** Fills the composer's element; answers how to put the focus there. */
export function mountComposer(store: Store, root: HTMLElement): { readonly focus: () => void } {
  const box = el('textarea', { class: 'composer-text', rows: '1', 'aria-label': '写消息', placeholder: '写消息，Enter 发送' });
  const replyBar = el('div', { class: 'composer-reply', hidden: true });
  const menuBar = el('div', { class: 'composer-menu', 'aria-label': '机器人菜单', role: 'toolbar', hidden: true });
  const grow = (): void => {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  };
  const send = async (): Promise<void> => {
    const { as, chat, replyTo } = store.get();
    const text = box.value.trim();
    if (!as || !chat || !text) return;
    await api.sendText(as, chat, text, replyTo ?? undefined);
    box.value = '';
    store.set({ replyTo: null });
    grow();
  };
  const mention = tool('@明签', ICONS.at, () => {
    if (!box.value.includes(MENTION.trim())) box.value = `${MENTION}${box.value}`;
    box.focus();
  });
  const samples = menuButton(tool('示例文件', ICONS.sheet), '示例文件', async () =>
    (await api.samples()).map((name) => ({ title: name, pick: () => void sendSample(store, name) })),
  );
  const [clip, picker] = fileTool(store);
  const sendButton = el(
    'button',
    {
      type: 'button',
      class: 'icon-button composer-send',
      'aria-label': '发送',
      title: '发送',
      onclick: () => void send().catch(toastError),
    },
    icon(ICONS.send),
  );
  samples.dataset['samples'] = '';
  root.append(
    menuBar,
    replyBar,
    el(
      'div',
      { class: 'composer-box' },
      box,
      el('div', { class: 'composer-tools' }, mention, clip, picker, samples, el('span', { class: 'grow' }), sendButton),
    ),
  );
  box.addEventListener('input', grow);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send().catch(toastError);
  });
  menuOf(store, menuBar);
  store.on((state) => {
    const chat = openChat(state);
    root.hidden = !chat;
    mention.hidden = chat?.kind !== 'group' || !chat.hasBot;
    menuBar.hidden = !(chat?.kind === 'private' && chat.hasBot) || menuBar.childElementCount === 0;
    const quoted = state.messages.find((one) => one.id === state.replyTo);
    replyBar.hidden = !quoted;
    if (quoted) {
      fill(
        replyBar,
        el('span', { class: 'composer-quoted' }, `回复 ${quoted.from.name}：${summaryOf(quoted)}`),
        tool('不回复了', ICONS.close, () => store.set({ replyTo: null })),
      );
    }
  });
  return { focus: () => box.focus() };
}

function menuOf(store: Store, bar: HTMLElement): void {
  const press = (item: MenuItem) => () => {
    const { as } = store.get();
    if (as) api.pressMenu(as, item.key).catch(toastError);
  };
  api.menu().then(
    (items) => {
      fill(
        bar,
        items.map((item) => el('button', { type: 'button', class: 'menu-chip', 'data-menu': item.key, onclick: press(item) }, item.name)),
      );
      bar.hidden = items.length === 0;
    },
    () => undefined,
  );
}
