// Questions that stop everything else: the browser's own modal dialog keeps the focus inside and gives it back.
import { el } from './dom.ts';

/** Asks; true when the main button was pressed. */
export function ask(title: string, text: string, yes: string, isGrave = false): Promise<boolean> {
  return new Promise((resolve) => {
    const close = (answer: string) => () => dialog.close(answer);
    const dialog = el(
      'dialog',
      { class: 'ask', 'aria-labelledby': 'ask-title', 'aria-describedby': 'ask-text' },
      el('h2', { id: 'ask-title' }, title),
      text ? el('p', { id: 'ask-text' }, text) : null,
      el(
        'div',
        { class: 'ask-buttons' },
        el('button', { type: 'button', class: 'btn', onclick: close('no') }, '取消'),
        el('button', { type: 'button', class: `btn ${isGrave ? 'btn-danger-filled' : 'btn-primary-filled'}`, onclick: close('yes') }, yes),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
