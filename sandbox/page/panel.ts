// The right column: the example world's clock, what went over the wire, and what may be made to go wrong.
import { mountClock } from './clock-panel.ts';
import { el, icon } from './dom.ts';
import { mountFaults } from './faults-panel.ts';
import { ICONS } from './icons.ts';
import type { Store } from './store.ts';
import { mountWire } from './wire-panel.ts';

const KEY = 'mingqian-panel';
const WIDE = '(min-width: 1200px)';

function setPanel(isOpen: boolean): void {
  document.body.classList.toggle('panel-open', isOpen);
  document.querySelector('#panel')?.toggleAttribute('inert', !isOpen);
}

/** Opens the panel, or folds it away; a wide window remembers. */
export function togglePanel(): void {
  const isOpen = !document.body.classList.contains('panel-open');
  setPanel(isOpen);
  if (matchMedia(WIDE).matches) localStorage.setItem(KEY, isOpen ? 'open' : 'folded');
  const target = isOpen ? '#panel button' : '[data-panel-toggle]';
  document.querySelector<HTMLElement>(target)?.focus();
}

/** Puts the panel into its element. */
export function mountPanel(store: Store, root: HTMLElement): void {
  const close = el('button', { type: 'button', class: 'icon-button', 'aria-label': '收起', onclick: togglePanel }, icon(ICONS.close));
  const clock = el('section', { class: 'panel-part', 'data-part': 'clock', 'aria-label': '时钟' });
  const wire = el('section', { class: 'panel-part panel-wire', 'aria-label': '线路记录' });
  const faults = el('section', { class: 'panel-part', 'aria-label': '故障' });
  root.append(el('header', { class: 'panel-head' }, el('h2', {}, '示例环境'), close), clock, faults, wire);
  mountClock(store, clock);
  mountFaults(faults);
  mountWire(wire);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !matchMedia(WIDE).matches) togglePanel();
  });
  // A window that becomes narrow must not be left with the panel over everything.
  const fit = (): void => setPanel(matchMedia(WIDE).matches && localStorage.getItem(KEY) !== 'folded');
  matchMedia(WIDE).addEventListener('change', fit);
  fit();
}
