// Properties that several components share: texts, icons, behaviours, confirms, options, spacing.
import { anyObject, flag, type Kind, list, oneOf, pattern, shape, shortText, text, whole } from './card-kinds.ts';

const i18n = anyObject;

const textProperties = {
  content: text,
  i18n_content: i18n,
  text_size: text,
  text_color: text,
  text_align: oneOf('left', 'center', 'right'),
  lines: whole(1, 1000),
  element_id: text,
  icon: anyObject,
} satisfies Record<string, Kind>;

/** `plain_text` only. */
export const plainText = shape({ ...textProperties, tag: oneOf('plain_text') }, 'tag', 'content');

/** `plain_text` or `lark_md`. */
export const anyText = shape({ ...textProperties, tag: oneOf('plain_text', 'lark_md') }, 'tag', 'content');

/** `plain_text` of at most a hundred characters: on buttons and as placeholders. */
export const label = shape({ ...textProperties, content: shortText(100), tag: oneOf('plain_text', 'lark_md') }, 'tag', 'content');

/** A title of a collapsible panel. */
export const panelTitle = shape({ ...textProperties, tag: oneOf('plain_text', 'markdown', 'lark_md') }, 'tag', 'content');

/** A standard or uploaded icon. */
export const icon = shape({ tag: oneOf('standard_icon', 'custom_icon'), token: text, color: text, img_key: text, size: text }, 'tag');

/** An address that a card may lead to. */
export const address = pattern('http(s) 地址', /^https?:\/\/\S+$/);

const links = { default_url: address, pc_url: text, ios_url: text, android_url: text };

/** What happens on a press. */
export const behaviors: Kind = list((value, path, report) => {
  const type = (value as { type?: unknown } | null)?.type;
  const kinds: Readonly<Record<string, Kind>> = {
    open_url: shape({ type: text, ...links }, 'default_url'),
    callback: shape({ type: text, value: anyObject }, 'value'),
  };
  const kind =
    typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : shape({ type: oneOf('open_url', 'callback') }, 'type');
  kind?.(value, path, report);
}, 1);

/** A question before a press; without a title old clients do nothing. */
export const confirm = shape({ title: plainText, text: plainText }, 'title', 'text');

/** Options of a choice: with a text, values checked for sameness elsewhere. */
export const options = list(shape({ text: label, value: shortText(1000), icon, disabled: flag }, 'text', 'value'), 1);

/** Options of a person choice: only an id. */
export const personOptions = list(shape({ value: shortText(100) }, 'value'));

/** What every component may carry. `element_id`: starts with a letter, at most 20 characters. */
export const common = {
  tag: text,
  element_id: pattern('字母开头、至多 20 位的标识', /^[A-Za-z]\w{0,19}$/),
  margin: text,
} satisfies Record<string, Kind>;

/** How a container lays out what it contains. */
export const layout = {
  direction: oneOf('vertical', 'horizontal'),
  padding: text,
  horizontal_spacing: text,
  vertical_spacing: text,
  horizontal_align: oneOf('left', 'center', 'right'),
  vertical_align: oneOf('top', 'center', 'bottom'),
} satisfies Record<string, Kind>;

/** What every field may carry. */
export const field = {
  ...common,
  name: text,
  required: flag,
  disabled: flag,
  disabled_tips: plainText,
  width: text,
  placeholder: label,
  behaviors,
  confirm,
} satisfies Record<string, Kind>;
