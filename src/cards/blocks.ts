// The words in which faces write cards: one short function for each kind of block, field and button.
import { sayDue } from '../words/days.ts';
import type { Act, Block, Button, Field, LinkButton, Option, Tone } from './card.ts';
import type { Due, Filled, May } from './facts.ts';
import { isLate } from './tones.ts';

type Of<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;

/** A paragraph. */
export const text = (content: string): Of<'text'> => ({ kind: 'text', text: content });

/** A paragraph that is read first. */
export const strong = (content: string): Of<'text'> => ({ kind: 'text', text: content, look: 'strong' });

/** A paragraph that may be skipped. */
export const faint = (content: string): Of<'text'> => ({ kind: 'text', text: content, look: 'faint' });

/** A paragraph that must not be skipped. */
export const warning = (content: string): Of<'text'> => ({ kind: 'text', text: content, look: 'warning' });

/** What is asked for; a warning once the day it names has passed. */
export const request = (ask: string, due: Due | null): Of<'text'> =>
  due !== null && isLate(due) && ask.includes(sayDue(due)) ? warning(ask) : text(ask);

/** Label–value pairs; those without a value are left out. */
export function facts(...pairs: readonly (readonly [label: string, value: string | null, tone?: Tone])[]): Of<'facts'> {
  return {
    kind: 'facts',
    pairs: pairs.flatMap(([label, value, tone]) =>
      value === null || value === '' ? [] : [{ label, value, ...(tone === undefined ? {} : { tone }) }],
    ),
  };
}

/** A button that asks for an act. */
export const button = (label: string, act: Act, look: Button['look'] = 'plain'): Button => ({ label, act, look });

/** The one main button of a card. */
export const main = (label: string, act: Act): Button => button(label, act, 'main');

/** A button that first asks a question naming the consequence. */
export function asked(label: string, act: Act, question: { readonly title: string; readonly text: string }, look: Button['look'] = 'main') {
  return { ...button(label, act, look), confirm: question };
}

/** The buttons the viewer may press now, links included; nothing when there are none. Only the first main one stays main. */
export function buttons(may: May | null, ...all: readonly (Button | LinkButton)[]): readonly Block[] {
  const shown = all.filter((one) => 'url' in one || may === null || may.some((verb) => verb === one.act.do));
  const first = shown.findIndex((one) => 'act' in one && one.look === 'main');
  const calm = shown.map((one, index) => ('act' in one && one.look === 'main' && index > first ? { ...one, look: 'plain' as const } : one));
  return calm.length === 0 ? [] : [{ kind: 'buttons', buttons: calm }];
}

/** A form, if the viewer may submit it. */
export function form(may: May | null, name: string, fields: Of<'form'>['fields'], submit: Button): readonly Block[] {
  return may === null || may.some((verb) => verb === submit.act.do) ? [{ kind: 'form', name, fields, submit }] : [];
}

/** A link button, or nothing without an address. */
export const link = (label: string, url: string | null): readonly LinkButton[] => (url === null ? [] : [{ label, url }]);

/** Options from a table of words. */
export const options = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What a text, choice or day field holds beforehand. */
export function entry(filled: Filled, name: string): { readonly value?: string } {
  const value = Object.hasOwn(filled, name) ? filled[name] : undefined;
  return value === undefined || value === '' ? {} : { value };
}

/** A text field of one line or more. */
export function textField(name: string, label: string, rest: Partial<Extract<Field, { kind: 'text' }>> = {}): Field {
  return { kind: 'text', name, label, required: true, lines: 1, max: 200, ...rest };
}

/** `上一页` and `下一页`, where there are such pages. */
export function pager(page: number, pages: number, act: (page: number) => Act): readonly Button[] {
  return [...(page > 1 ? [button('上一页', act(page - 1))] : []), ...(page < pages ? [button('下一页', act(page + 1))] : [])];
}
