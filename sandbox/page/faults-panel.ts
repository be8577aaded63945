// What may be made to go wrong on purpose, to see that nothing is lost.
import { api } from './api.ts';
import { el, fill, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { wireListeners } from './live.ts';
import { toast, toastError } from './toast.ts';

/** Puts the faults into their element. */
export function mountFaults(root: HTMLElement): void {
  const list = el('div', { class: 'faults' });
  root.append(
    el(
      'details',
      { class: 'fold' },
      el('summary', {}, el('span', { class: 'fold-title' }, '出些故障'), icon(ICONS.down, 14)),
      el('div', { class: 'fold-body' }, list),
    ),
  );
  const show = async (): Promise<void> => {
    const faults = await api.faults();
    fill(
      list,
      faults.map(({ kind, name, count }) => {
        const ask = (): void => {
          api.fault(kind, count + 1).then(() => {
            toast('info', `下一次将会：${name}`);
            return show();
          }, toastError);
        };
        return el(
          'button',
          { type: 'button', class: 'fault', 'data-fault': kind, onclick: ask },
          el('span', {}, name),
          el('span', { class: 'faint' }, count > 0 ? `还有 ${count} 次` : '出一次'),
        );
      }),
    );
  };
  const quietly = (): void => void show().catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  wireListeners.push(() => {
    clearTimeout(timer);
    timer = setTimeout(quietly, 500);
  });
  quietly();
}
