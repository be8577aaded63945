// The small parts of a Feishu card: plain text, buttons, columns. Text of people goes into `plain_text` and nowhere else.
import { nameOfAct } from './act-name.ts';
import type { Button, LinkButton, Tone } from './card.ts';
import type { JsonObject } from './json.ts';
import { clean, clip, clipLine, isWebAddress } from './plain.ts';

/** A text in which nothing is interpreted. An empty one is refused by the platform, so it becomes a dash. */
export function plainText(content: string, max = 2000): JsonObject {
  const shown = clip(content, max);
  return { tag: 'plain_text', content: shown.trim() === '' ? '—' : shown };
}

/** Colours of a text by tone; none for what is not a state. */
export const TEXT_COLOURS: Readonly<Record<Tone, string>> = {
  todo: 'orange',
  doing: 'blue',
  sealed: 'indigo',
  done: 'green',
  late: 'red',
  void: 'grey',
  plain: 'default',
};

/** A paragraph. */
export function div(content: string, look: { readonly size?: string; readonly colour?: string } = {}): JsonObject {
  const { size = 'normal', colour = 'default' } = look;
  return { tag: 'div', text: { ...plainText(content), text_size: size, text_color: colour } };
}

/** A label: small and grey. */
export const label = (content: string): JsonObject => div(content, { size: 'notation', colour: 'grey' });

/** A label close above what it names. */
export function named(name: string, ...value: readonly JsonObject[]): JsonObject {
  return columns('none', [{ isWide: true, elements: [label(name), ...value], gap: '0px' }]);
}

/** Columns side by side; `stretch` puts them under each other on a phone. */
export function columns(
  mode: 'stretch' | 'flow' | 'none',
  all: readonly { readonly isWide: boolean; readonly elements: readonly JsonObject[]; readonly gap?: string }[],
): JsonObject {
  return {
    tag: 'column_set',
    flex_mode: mode,
    background_style: 'default',
    horizontal_spacing: '8px',
    columns: all.map(({ isWide, elements, gap }) => ({
      tag: 'column',
      ...(isWide ? { width: 'weighted', weight: 1 } : { width: 'auto' }),
      ...(gap === undefined ? {} : { vertical_spacing: gap }),
      elements,
    })),
  };
}

const TYPES = { main: 'primary_filled', plain: 'default', grave: 'danger_filled' } as const;

/** A button outside a form. A link to anything but a web address is left out. */
export function buttonJson(button: Button | LinkButton): readonly JsonObject[] {
  if ('url' in button) {
    if (!isWebAddress(button.url)) return [];
    return [
      {
        tag: 'button',
        type: 'default',
        text: plainText(clipLine(button.label, 100)),
        behaviors: [{ type: 'open_url', default_url: button.url }],
      },
    ];
  }
  return [
    {
      tag: 'button',
      type: TYPES[button.look],
      text: plainText(clipLine(button.label, 100)),
      ...(button.disabled === undefined ? {} : { disabled: true, disabled_tips: plainText(clipLine(button.disabled, 100)) }),
      ...confirmJson(button),
      behaviors: [callback(button)],
    },
  ];
}

/** The button that sends a form: it carries its act twice, since clients have lost its value. `taken` keeps names unique. */
export function submitJson(button: Button, taken: Set<string>): JsonObject {
  return {
    tag: 'button',
    name: unique(nameOfAct(button.act), taken),
    type: TYPES[button.look],
    text: plainText(clipLine(button.label, 100)),
    form_action_type: 'submit',
    ...confirmJson(button),
    behaviors: [callback(button)],
  };
}

/** The name itself, or the name with a number behind it when the card has it already. */
export function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n += 1) free = `${name}__n_23${n}`;
  taken.add(free);
  return free;
}

function callback({ act }: Button): JsonObject {
  const extra = Object.entries(act.extra ?? {}).map(([key, value]) => [key, typeof value === 'string' ? clipLine(value, 40) : value]);
  return {
    type: 'callback',
    value: {
      do: act.do,
      about: clean(act.about),
      ...(act.v === undefined ? {} : { v: act.v }),
      ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra) }),
    },
  };
}

function confirmJson({ confirm }: Button): JsonObject {
  return confirm === undefined ? {} : { confirm: { title: plainText(confirm.title, 100), text: plainText(confirm.text, 500) } };
}
