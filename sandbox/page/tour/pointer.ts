// Points at one thing at a time: the person, then the chat, then the button.
import type { State } from '../store.ts';
import type { Point } from './parts.ts';

/** Where the tour wants the reader to be; nulls when it does not matter. */
export interface Goal {
  readonly person: string | null;
  readonly chat: string | null;
  readonly point: readonly Point[];
}

function selectorOf(point: Point): string {
  if ('verb' in point) return `#chat [data-do="${CSS.escape(point.verb)}"]:not([aria-disabled])`;
  if ('sample' in point) return '#chat [data-samples] > button';
  if ('composer' in point) return '#chat .composer-box';
  if ('addBot' in point) return '#chat [data-add-bot]';
  if ('link' in point) return `#chat .messages a[href*="${point.link}"], #chat .messages [data-url*="${point.link}"]`;
  return document.body.classList.contains('panel-open') ? `#panel [data-clock="${CSS.escape(point.clock)}"]` : '#chat [data-panel-toggle]';
}

const last = (selector: string): HTMLElement | null => [...document.querySelectorAll<HTMLElement>(selector)].at(-1) ?? null;

function targetOf(goal: Goal, state: State): HTMLElement | null {
  if (goal.person && goal.person !== state.as) return last(`[data-person="${CSS.escape(goal.person)}"]`);
  if (goal.chat && goal.chat !== state.chat) return last(`[data-chat="${CSS.escape(goal.chat)}"]`);
  for (const point of goal.point) {
    const found = last(selectorOf(point));
    if (found) return found;
  }
  return null;
}

let pointed: HTMLElement | null = null;

/** Points at what the goal wants next; at nothing for null. */
export function pointAt(goal: Goal | null, state: State): void {
  const target = goal ? targetOf(goal, state) : null;
  if (target === pointed && (!target || target.isConnected)) return;
  pointed?.classList.remove('pointed');
  pointed = target;
  target?.classList.add('pointed');
  target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
