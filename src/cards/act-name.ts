// An act written into a button's name and read back: some clients send a form's submit button without its value.

import { isActVerb } from './acts.ts';
import type { Act } from './card.ts';

/** Longer names are not known to survive every client. */
export const NAME_LIMIT = 128;

const byte = (code: number): string => `_${code.toString(16).padStart(2, '0')}`;

/** Letters and digits stand for themselves, every other byte as `_xx`: `__` can then part the pieces. */
function escape(text: string): string {
  return text.replace(/[^A-Za-z0-9]/gu, (character) => [...Buffer.from(character)].map(byte).join(''));
}

function unescape(text: string): string | null {
  if (!/^(?:[A-Za-z0-9]|_[0-9a-f]{2})*$/.test(text)) return null;
  return Buffer.from(
    text.replace(/_([0-9a-f]{2})|([A-Za-z0-9])/g, (_, hex: string | undefined, plain: string) => hex ?? plain.charCodeAt(0).toString(16)),
    'hex',
  ).toString('utf8');
}

/** `approve_2dtask__2026_2d03__7__page_232`: verb, subject, version, extras; `#` before a number, `:` before a text. */
export function nameOfAct(act: Act): string {
  const extras = Object.entries(act.extra ?? {}).map(([key, value]) => `${key}${typeof value === 'number' ? '#' : ':'}${value}`);
  return [act.do, act.about, act.v === undefined ? '' : String(act.v), ...extras].map(escape).join('__');
}

/** The act a name stands for; null if it stands for none. */
export function actOfName(name: string): Act | null {
  if (name.length > NAME_LIMIT * 4) return null;
  const pieces = name.split('__').map(unescape);
  const [verb, about, v, ...extras] = pieces;
  if (verb === undefined || verb === null || about === undefined || about === null || v === null || !isActVerb(verb)) return null;
  const extra: Record<string, string | number> = {};
  for (const piece of extras) {
    const parts = /^(\w+)([#:])(.*)$/s.exec(piece ?? '');
    if (parts === null) return null;
    const [, key = '', sort, value = ''] = parts;
    extra[key] = sort === '#' ? Number(value) : value;
  }
  return sound({ do: verb, about, ...(v === undefined || v === '' ? {} : { v: Number(v) }), ...(extras.length === 0 ? {} : { extra }) });
}

/** The act of a callback: from the button's value, or from its name where the value was lost. Client input: nothing in it is trusted but its form. */
export function readAct(value: unknown, name: string | undefined): Act | null {
  const fromValue = typeof value === 'object' && value !== null ? sound(value) : null;
  return fromValue ?? (name === undefined ? null : actOfName(name));
}

/** The act with only what acts have, or null. */
function sound(act: Partial<Act>): Act | null {
  const { do: verb, about, v, extra } = act;
  if (typeof verb !== 'string' || !isActVerb(verb) || typeof about !== 'string' || about.length > 200) return null;
  if (v !== undefined && !Number.isSafeInteger(v)) return null;
  if (extra === undefined) return { do: verb, about, ...(v === undefined ? {} : { v }) };
  if (typeof extra !== 'object' || extra === null) return null;
  const isSound = Object.entries(extra).every(([, one]) => typeof one === 'string' || Number.isSafeInteger(one));
  return isSound ? { do: verb, about, ...(v === undefined ? {} : { v }), extra: { ...extra } } : null;
}
