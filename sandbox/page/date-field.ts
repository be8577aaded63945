// A day or an hour to pick: the browser's own picker, with what was picked written as the office writes dates.
import { el } from './dom.ts';
import { dayOf } from './time.ts';

type Kind = 'date' | 'time' | 'datetime-local';

/** The field, the box to put into the page, and the way to set it. */
export interface DateField {
  readonly control: HTMLInputElement;
  readonly box: HTMLElement;
  readonly set: (value: string) => void;
}

function wordsOf(kind: Kind, value: string): string {
  if (kind === 'time') return value;
  const [day = '', hour = ''] = value.split('T');
  return `${dayOf(`${day}T12:00:00+08:00`)}${hour ? ` ${hour}` : ''}`;
}

/** A picker of this kind; `hint` stands there while it is empty. */
export function dateField(kind: Kind, hint: string): DateField {
  const control = el('input', { class: 'input', type: kind });
  const words = el('span', { class: 'picker-words', 'aria-hidden': 'true' });
  const box = el('span', { class: 'picker' }, control, words);
  const show = (): void => {
    box.classList.toggle('picker-empty', control.value === '');
    words.textContent = control.value ? wordsOf(kind, control.value) : hint;
  };
  control.addEventListener('input', show);
  control.addEventListener('click', () => {
    try {
      control.showPicker();
    } catch {
      // Not every browser lets a page open it; typing works everywhere.
    }
  });
  const set = (value: string): void => {
    control.value = value;
    show();
  };
  set('');
  return { control, box, set };
}
