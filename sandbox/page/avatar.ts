// The round picture of a person: the surname on a colour that is always the same for the same id.
import { el } from './dom.ts';

const COLOURS = ['#3370ff', '#0c8f8f', '#b05a00', '#7a45e5', '#c2366b', '#2f7d32', '#5b6b8c', '#9a4d12'];

function colourOf(id: string): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return COLOURS[sum % COLOURS.length] ?? '#3370ff';
}

/** A person's avatar; the bot's is its seal, a group's its first character. */
export function avatar(
  who: { readonly id: string; readonly name: string },
  kind: 'person' | 'bot' | 'group' = 'person',
  size = 36,
): HTMLElement {
  const text = kind === 'bot' ? '签' : (who.name.replace(/^示例/, '')[0] ?? '？');
  const colour = kind === 'bot' ? '#1456f0' : kind === 'group' ? '#5b6b8c' : colourOf(who.id);
  const box = el('span', { class: `avatar avatar-${kind}`, 'aria-hidden': 'true' }, text);
  box.style.setProperty('--size', `${size}px`);
  box.style.background = colour;
  return box;
}
