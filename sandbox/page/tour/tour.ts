// The guided tour at the foot of the page: one line, one thing at a time; it waits, points, helps, and can be left and resumed.
import { announce } from '../announce.ts';
import { el, fill } from '../dom.ts';
import { wireListeners } from '../live.ts';
import { go } from '../route.ts';
import type { Store } from '../store.ts';
import { toastError } from '../toast.ts';
import { createHands } from './hands.ts';
import type { Step } from './parts.ts';
import { type Goal, pointAt } from './pointer.ts';
import { TOUR_STEPS } from './tour-steps.ts';
import { type Look, look, noteClockMove } from './world.ts';

const KEY = 'mingqian-tour';
const LOOK_AFTER_MS = 500;

interface Progress {
  readonly step: number;
  readonly isOn: boolean;
}

function remembered(): Progress {
  try {
    const { step = 0, isOn = false } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Progress>;
    return { step: Math.min(Math.max(0, step), TOUR_STEPS.length), isOn };
  } catch {
    return { step: 0, isOn: false };
  }
}

const button = (label: string, kind: string, onclick: () => void): HTMLElement =>
  el('button', { type: 'button', class: `btn btn-size-small ${kind}`, onclick }, label);

/** Puts the tour into its element. */
export function mountTour(store: Store, root: HTMLElement): void {
  const hands = createHands(store);
  let progress = remembered();
  let seen: Look | undefined;
  let isBusy = false;

  const current = (): Step | undefined => TOUR_STEPS[progress.step];
  const whoOf = (step: Step): string | null => (typeof step.who === 'string' ? step.who : seen ? step.who(seen.world) : null);
  const goal = (): Goal | null => {
    const step = current();
    if (!progress.isOn || !step || !seen) return null;
    const name = whoOf(step);
    if (name === null) return null;
    return { person: seen.person(name)?.id ?? null, chat: seen.chat(name, step.chat)?.id ?? null, point: step.point };
  };
  const keep = (next: Progress): void => {
    progress = next;
    localStorage.setItem(KEY, JSON.stringify(progress));
    show();
    if (progress.isOn) lookSoon();
  };
  const lookNow = async (): Promise<void> => {
    if (!progress.isOn || !current() || store.get().people.length === 0) return;
    seen = await look(store.get().people);
    let { step } = progress;
    while (step < TOUR_STEPS.length && TOUR_STEPS[step]?.until(seen.world)) step += 1;
    if (step !== progress.step) keep({ ...progress, step });
    else show();
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      lookNow().catch(() => undefined);
    }, LOOK_AFTER_MS);
  };
  const visit = (): void => {
    const to = goal();
    if (to?.person) go(to.person, to.chat);
  };
  const doIt = async (): Promise<void> => {
    const step = current();
    const who = step ? whoOf(step) : null;
    if (!step || isBusy) return;
    if (who === null) throw new Error('还没有轮到谁：前面的步骤都做了吗？');
    isBusy = true;
    show();
    visit();
    try {
      await step.doIt(hands, who);
    } finally {
      isBusy = false;
      show();
      lookSoon();
    }
  };

  const isThere = (): boolean => {
    const to = goal();
    return to === null || (to.person === store.get().as && (to.chat === null || to.chat === store.get().chat));
  };

  let shown = '';
  let announced = '';
  const show = (): void => {
    const step = current();
    const name = step ? whoOf(step) : null;
    const stamp = JSON.stringify([progress, name, isBusy, step?.id, isThere()]);
    if (stamp === shown) return;
    shown = stamp;
    fill(root, el('div', { class: 'tour-line' }, progress.isOn ? (step ? running(step, name) : finished()) : idle()));
    if (progress.isOn && step && step.id !== announced) announce(`导览第 ${progress.step + 1} 步：${step.say}`);
    announced = step?.id ?? '';
    document.body.classList.toggle('tour-on', progress.isOn);
  };
  const idle = (): readonly HTMLElement[] => {
    const isBegun = progress.step > 0 && progress.step < TOUR_STEPS.length;
    return [
      el(
        'span',
        { class: 'tour-say faint' },
        isBegun ? `导览停在第 ${progress.step + 1} 步，共 ${TOUR_STEPS.length} 步。` : '第一次来？从名单到公示，跟着走一遍，约五分钟。',
      ),
      el(
        'div',
        { class: 'tour-buttons' },
        button(isBegun ? '继续导览' : '开始导览', 'btn-primary', () => keep({ step: isBegun ? progress.step : 0, isOn: true })),
      ),
    ];
  };
  const running = (step: Step, name: string | null): readonly HTMLElement[] => [
    el('span', { class: 'tour-count' }, `${progress.step + 1} / ${TOUR_STEPS.length}`),
    el('span', { class: 'tour-say' }, name ? el('strong', {}, `${name}：`) : null, step.say),
    el(
      'div',
      { class: 'tour-buttons' },
      isThere() ? null : button('去这里', '', visit),
      el(
        'button',
        {
          type: 'button',
          class: 'btn btn-size-small btn-primary-filled',
          'data-tour': 'do',
          'aria-busy': isBusy ? 'true' : null,
          onclick: () => void doIt().catch(toastError),
        },
        '替我做',
      ),
      button('跳过', 'btn-text', () => keep({ ...progress, step: progress.step + 1 })),
      button('离开', 'btn-text', () => keep({ ...progress, isOn: false })),
    ),
  ];
  const finished = (): readonly HTMLElement[] => [
    el('span', { class: 'tour-say tour-done' }, '走完了：从名单到公示，每一步都经过了真正连接飞书的那些代码。'),
    el(
      'div',
      { class: 'tour-buttons' },
      button('从头再看', '', () => keep({ step: 0, isOn: true })),
      button('离开', 'btn-text', () => keep({ step: 0, isOn: false })),
    ),
  ];

  show();
  wireListeners.push(lookSoon);
  // What the clock showed when the page came is not a move; the people come together with it.
  let lead: number | null = null;
  store.on((state) => {
    if (lead !== null && state.clockLead > lead + 60_000) noteClockMove(Date.now() + lead);
    if (state.people.length > 0) lead = state.clockLead;
    if (progress.isOn && !seen) lookSoon();
    if (progress.isOn) show();
  });
  setInterval(() => pointAt(goal(), store.get()), 400);
}
