// What Feishu's card JSON 2.0 knows: properties by tag, and where each may stand (cardkit-v1; unknown properties are errors there).

const TEXT = ['tag', 'content', 'text_size', 'text_color', 'text_align', 'lines', 'i18n_content'];
const COMMON = ['tag', 'element_id', 'margin'];
const ENTRY = [...COMMON, 'name', 'required', 'disabled', 'width', 'placeholder', 'behaviors', 'confirm'];

/** Properties by tag. */
export const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  plain_text: TEXT,
  lark_md: TEXT,
  div: [...COMMON, 'text', 'icon', 'width'],
  markdown: [...COMMON, 'content', 'text_align', 'text_size', 'icon'],
  hr: COMMON,
  img: [...COMMON, 'img_key', 'alt', 'mode', 'scale_type', 'size', 'title', 'preview'],
  person: [...COMMON, 'user_id', 'size', 'show_name', 'show_avatar', 'style'],
  person_list: [...COMMON, 'persons', 'lines', 'show_name', 'show_avatar', 'size', 'drop_invalid_user_id'],
  column_set: [...COMMON, 'flex_mode', 'background_style', 'horizontal_spacing', 'horizontal_align', 'columns', 'action'],
  column: [
    ...COMMON,
    'width',
    'weight',
    'elements',
    'vertical_align',
    'horizontal_align',
    'vertical_spacing',
    'horizontal_spacing',
    'background_style',
    'padding',
    'direction',
  ],
  form: [...COMMON, 'name', 'elements', 'direction', 'vertical_spacing', 'horizontal_spacing', 'padding'],
  collapsible_panel: [
    ...COMMON,
    'expanded',
    'header',
    'elements',
    'border',
    'background_color',
    'vertical_spacing',
    'padding',
    'direction',
  ],
  interactive_container: [...COMMON, 'behaviors', 'elements', 'has_border', 'disabled', 'confirm', 'width', 'padding', 'background_style'],
  table: [...COMMON, 'page_size', 'row_height', 'freeze_first_column', 'header_style', 'columns', 'rows'],
  chart: [...COMMON, 'chart_spec', 'aspect_ratio', 'color_theme', 'height', 'preview'],
  button: [
    ...COMMON,
    'name',
    'text',
    'type',
    'size',
    'width',
    'icon',
    'disabled',
    'disabled_tips',
    'hover_tips',
    'confirm',
    'behaviors',
    'form_action_type',
  ],
  input: [...ENTRY, 'input_type', 'rows', 'auto_resize', 'max_rows', 'max_length', 'label', 'label_position', 'default_value'],
  select_static: [...ENTRY, 'options', 'initial_option', 'initial_index', 'type'],
  multi_select_static: [...ENTRY, 'options', 'selected_values', 'type'],
  select_person: [...ENTRY, 'options', 'initial_option', 'type'],
  multi_select_person: [...ENTRY, 'options', 'selected_values', 'type'],
  date_picker: [...ENTRY, 'initial_date'],
  picker_time: [...ENTRY, 'initial_time'],
  picker_datetime: [...ENTRY, 'initial_datetime'],
  checker: [...COMMON, 'name', 'text', 'checked', 'overall_checkable', 'checked_style', 'button_area', 'disabled', 'behaviors', 'confirm'],
  overflow: [...COMMON, 'options', 'width', 'confirm'],
  text_tag: ['tag', 'text', 'color', 'element_id'],
  standard_icon: ['tag', 'token', 'color', 'size'],
};

/** Properties of objects without a tag, by where they stand. */
export const UNTAGGED: Readonly<Record<string, readonly string[]>> = {
  card: ['schema', 'config', 'card_link', 'header', 'body'],
  config: [
    'update_multi',
    'enable_forward',
    'enable_forward_interaction',
    'width_mode',
    'summary',
    'locales',
    'style',
    'use_custom_translation',
    'streaming_mode',
  ],
  header: ['title', 'subtitle', 'template', 'text_tag_list', 'icon', 'padding'],
  body: ['direction', 'padding', 'vertical_spacing', 'horizontal_spacing', 'horizontal_align', 'vertical_align', 'elements'],
  confirm: ['title', 'text'],
  option: ['text', 'value', 'icon'],
};

/** What takes input: named inside a form. */
export const INTERACTIVE = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
]);

/** What stands at the root and nowhere else. */
export const ROOT_ONLY = new Set(['form', 'table']);

/** What may not stand in a form. */
export const NEVER_IN_FORM = new Set(['form', 'table', 'chart']);

/** What stands in a form and nowhere else. */
export const FORM_ONLY = new Set(['multi_select_static', 'multi_select_person']);

/** Colours of the header. */
export const TEMPLATES = new Set('blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' '));

/** Types of buttons. */
export const BUTTON_TYPES = new Set('default primary danger text primary_text danger_text primary_filled danger_filled laser'.split(' '));

/** Types of a table's columns. */
export const COLUMN_TYPES = new Set('text lark_md options number persons date markdown'.split(' '));
