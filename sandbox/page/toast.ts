// A word at the top for three seconds, as the client does it.
import { el } from './dom.ts';

type Look = 'info' | 'success' | 'warning' | 'error';

/** Shows a toast; screen readers hear it. */
export function toast(look: Look, text: string): void {
  const shelf = document.querySelector('#toasts');
  const slip = el('div', { class: `toast toast-${look}` }, el('span', { class: 'toast-dot', 'aria-hidden': 'true' }), text);
  shelf?.append(slip);
  setTimeout(() => slip.remove(), 3000);
}

/** Shows what went wrong with a call. */
export function toastError(error: unknown): void {
  toast('error', error instanceof Error && error.message ? error.message : '没有做成，请再试一次');
}
