// A small menu that opens above its button, is walked with the arrow keys, and closes on Escape or a press elsewhere.
import { el, fill } from './dom.ts';

export interface Choice {
  readonly title: string;
  readonly hint?: string;
  readonly pick: () => void;
}

/** A button with its menu; the choices are asked for when it opens. */
export function menuButton(button: HTMLButtonElement, label: string, choices: () => Promise<readonly Choice[]>): HTMLElement {
  const list = el('div', { class: 'popover', role: 'menu', 'aria-label': label, hidden: true });
  const box = el('div', { class: 'popover-box' }, button, list);
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  const close = (): void => {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  };
  const open = async (): Promise<void> => {
    const found = await choices();
    fill(
      list,
      found.map(({ title, hint, pick }) =>
        el(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            class: 'popover-row',
            onclick: () => {
              close();
              pick();
            },
          },
          el('span', {}, title),
          hint ? el('span', { class: 'faint' }, hint) : null,
        ),
      ),
      found.length === 0 ? el('p', { class: 'faint popover-row' }, '这里还没有东西') : null,
    );
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    list.querySelector('button')?.focus();
  };
  button.addEventListener('click', () => (list.hidden ? void open() : close()));
  box.addEventListener('keydown', (event) => {
    const rows = [...list.querySelectorAll('button')];
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && !list.hidden) {
      event.preventDefault();
      rows[(at + step + rows.length) % rows.length]?.focus();
    } else if (event.key === 'Escape' && !list.hidden) {
      close();
      button.focus();
    }
  });
  document.addEventListener('pointerdown', (event) => {
    if (!box.contains(event.target as Node)) close();
  });
  return box;
}
