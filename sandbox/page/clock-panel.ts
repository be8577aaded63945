// The example world's clock, which only goes forward.
import { api, type ClockMove } from './api.ts';
import { dateField } from './date-field.ts';
import { el, fill } from './dom.ts';
import { nowOf, type Store } from './store.ts';
import { dayOf, fieldOf, hourOf, nextMorning } from './time.ts';
import { toastError } from './toast.ts';

/** Puts the clock into its element and keeps it going. */
export function mountClock(store: Store, root: HTMLElement): void {
  const face = el('p', { class: 'clock-face' });
  const { control: field, box, set } = dateField('datetime-local', '拨到哪一刻');
  field.setAttribute('aria-label', '拨到这个时刻');
  const move = (to: ClockMove): void => {
    api.moveClock(to).then(({ offsetMs }) => {
      isTouched = false;
      store.set({ clockLead: offsetMs });
    }, toastError);
  };
  const button = (label: string, to: () => ClockMove | null, name: string): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'btn',
        'data-clock': name,
        onclick: () => {
          const where = to();
          if (where) move(where);
        },
      },
      label,
    );
  root.append(
    el('h3', {}, '时钟'),
    face,
    el(
      'div',
      { class: 'row' },
      button('+1 个工作日', () => ({ advance: { workdays: 1 } }), 'workday'),
      button('下个工作日 9:00', () => ({ at: nextMorning(nowOf(store.get())) }), 'morning'),
      button('+1 天', () => ({ advance: { days: 1 } }), 'day'),
      button('+1 小时', () => ({ advance: { ms: 3_600_000 } }), 'hour'),
    ),
    el(
      'div',
      { class: 'row' },
      box,
      button('拨到', () => (field.value ? { at: `${field.value}:00+08:00` } : null), 'set'),
    ),
    el('p', { class: 'faint' }, '提醒在工作日 9:00 发出。时钟往前拨，就能看到它们。'),
  );
  // A moment that somebody is choosing is not to be overwritten by the ticking clock.
  let isTouched = false;
  field.addEventListener('input', () => {
    isTouched = true;
  });
  const show = (): void => {
    const now = nowOf(store.get());
    fill(face, el('span', {}, dayOf(now)), el('strong', {}, hourOf(now)));
    if (!isTouched) set(fieldOf(now));
  };
  store.on(show);
  setInterval(show, 10_000);
}
