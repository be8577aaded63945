// What the reader has from the group: fields for digests and a time, with a word about what cannot be right before it is compared.
import { type Shown, shownDigest, shownMoment } from '../shown.ts';
import { around, element } from './element.ts';

/** The part of the page with the fields. */
export interface Asking {
  readonly root: HTMLElement;
  /** What was typed; null while something typed cannot be right. */
  read(): Shown | null;
}

interface Field {
  readonly root: HTMLElement;
  read(): string | undefined;
  /** Says what is wrong with what was typed, and whether anything is. */
  isWrong(): boolean;
}

/** Calls `asked` when the reader has typed something and goes on. */
export function openAsking(asked: () => void): Asking {
  const lock = textField('verifier-lock', '群内公布的封签摘要（SHA-256 或 SM3）', digestFault, '四位一组，带空格照抄就可以；没有就空着');
  const close = textField('verifier-close', '群内公布的封存摘要', digestFault, '“见证已封存”的卡片上');
  const time = textField('verifier-time', '群内公布的封签时间', timeFault, '如 2026-03-16 09:00，不写时区就是北京时间');
  const more = around('details', 'verifier-more', [element('summary', '', '还抄了封签时间、封存摘要'), time.root, close.root]);
  const button = element('button', 'verifier-run', '开始核对');
  const fields = [lock, time, close];
  const root = around('section', 'verifier-asking', [lock.root, more, button]);
  button.addEventListener('click', asked);
  root.addEventListener('change', asked);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target === button) return;
    event.preventDefault();
    asked();
  });
  const read = (): Shown | null => {
    const wrong = fields.filter((field) => field.isWrong());
    return wrong.length > 0 ? null : { lock: lock.read(), lockedAt: time.read(), close: close.read() };
  };
  return { root, read };
}

function textField(className: string, caption: string, fault: (typed: string) => string | null, hint: string): Field {
  const input = document.createElement('textarea');
  input.rows = 1;
  input.spellcheck = false;
  input.autocomplete = 'off';
  input.setAttribute('autocapitalize', 'off');
  const below = element('span', 'verifier-hint', hint);
  const root = around('label', `verifier-field ${className}`, [caption, input, below]);
  const read = (): string | undefined => (input.value.trim() === '' ? undefined : input.value.trim());
  const isWrong = (): boolean => {
    const typed = read();
    const found = typed === undefined ? null : fault(typed);
    below.textContent = found ?? hint;
    below.classList.toggle('verifier-fault', found !== null);
    input.setAttribute('aria-invalid', String(found !== null));
    return found !== null;
  };
  return { root, read, isWrong };
}

function digestFault(typed: string): string | null {
  if (shownDigest(typed) !== null) return null;
  const bare = typed.replaceAll(/\s/g, '');
  const odd = /[^0-9a-fA-F]/.exec(bare)?.[0];
  if (odd !== undefined && bare.length === 64) return `摘要里只有数字和字母 a 到 f，“${odd}”可能抄错了。`;
  return `摘要是 64 位（16 组，每组 4 位），现在是 ${bare.length} 位：请补全再核对。`;
}

function timeFault(typed: string): string | null {
  return shownMoment(typed) === null ? '看不出是哪一刻：请写成 2026-03-16 09:00 这样。' : null;
}
