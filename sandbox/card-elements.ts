// Every component of a JSON 2.0 card with its properties (component pages of the platform's documents).
import { anyObject, either, elsewhere, flag, type Kind, list, oneOf, pattern, shape, shortText, text, whole } from './card-kinds.ts';
import {
  anyText,
  behaviors,
  common,
  confirm,
  field,
  icon,
  label,
  layout,
  options,
  panelTitle,
  personOptions,
  plainText,
} from './card-parts.ts';
import { tableShape } from './card-table.ts';

const date = pattern('yyyy-MM-dd', /^\d{4}-\d\d-\d\d$/);
const time = pattern('HH:mm', /^\d\d:\d\d$/);
const dateTime = pattern('yyyy-MM-dd HH:mm', /^\d{4}-\d\d-\d\d \d\d:\d\d$/);

const personSize = oneOf('extra_small', 'small', 'medium', 'large');
const border = shape({ color: text, corner_radius: text });
const choice = { ...field, type: oneOf('default', 'text') };

const button = shape(
  {
    ...common,
    name: text,
    text: label,
    icon,
    type: oneOf('default', 'primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled', 'laser'),
    size: oneOf('tiny', 'small', 'medium', 'large'),
    width: pattern('default、fill 或 100px 以上', /^(default|fill|[1-9]\d{2,}px)$/),
    disabled: flag,
    disabled_tips: plainText,
    hover_tips: plainText,
    confirm,
    behaviors,
    required: flag,
    form_action_type: oneOf('submit', 'reset'),
  },
  'text',
);

const input = shape({
  ...field,
  input_type: oneOf('text', 'multiline_text', 'password'),
  rows: whole(1, 1000),
  auto_resize: flag,
  max_rows: whole(1, 1000),
  max_length: whole(1, 1000),
  show_icon: flag,
  label,
  label_position: oneOf('top', 'left'),
  default_value: text,
  value: anyObject,
});

const checker = shape(
  {
    ...common,
    name: text,
    text: anyText,
    checked: flag,
    overall_checkable: flag,
    checked_style: anyObject,
    button_area: shape({ pc_display_rule: text, buttons: list(button, 0, 3) }),
    disabled: flag,
    disabled_tips: plainText,
    hover_tips: plainText,
    padding: text,
    confirm,
    behaviors,
  },
  'text',
);

const panelHeader = shape(
  {
    title: panelTitle,
    background_color: text,
    vertical_align: text,
    padding: text,
    position: text,
    width: text,
    icon,
    icon_position: oneOf('left', 'right', 'follow_text'),
    icon_expanded_angle: oneOf(-180, -90, 90, 180),
  },
  'title',
);

/** What a component of this tag may be. `elements` and `columns` are walked by the linter itself. */
export const ELEMENTS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    div: shape({ ...common, text: anyText, icon, width: text }),
    markdown: shape(
      { ...common, content: text, i18n_content: anyObject, text_align: oneOf('left', 'center', 'right'), text_size: text, icon },
      'content',
    ),
    hr: shape(common),
    img: shape(
      {
        ...common,
        img_key: shortText(200),
        alt: plainText,
        title: anyText,
        corner_radius: text,
        scale_type: oneOf('crop_center', 'crop_top', 'fit_horizontal'),
        mode: text,
        size: text,
        transparent: flag,
        preview: flag,
      },
      'img_key',
      'alt',
    ),
    person: shape(
      { ...common, user_id: shortText(100), size: personSize, show_avatar: flag, show_name: flag, style: oneOf('normal', 'capsule') },
      'user_id',
    ),
    person_list: shape(
      {
        ...common,
        persons: list(shape({ id: shortText(100) }, 'id'), 1),
        lines: whole(1, 100),
        show_name: flag,
        show_avatar: flag,
        size: personSize,
        drop_invalid_user_id: flag,
        icon,
      },
      'persons',
    ),
    column_set: shape(
      {
        ...common,
        flex_mode: oneOf('none', 'stretch', 'flow', 'bisect', 'trisect'),
        background_style: text,
        horizontal_spacing: text,
        horizontal_align: oneOf('left', 'center', 'right'),
        columns: elsewhere,
        action: anyObject,
      },
      'columns',
    ),
    column: shape({
      ...common,
      ...layout,
      background_style: text,
      width: pattern('auto、weighted 或 16 至 600px', /^(auto|weighted|\d{2,3}px)$/),
      weight: whole(1, 5),
      elements: elsewhere,
      action: anyObject,
    }),
    form: shape({ ...common, ...layout, name: shortText(100), elements: elsewhere, confirm }, 'name', 'elements'),
    collapsible_panel: shape(
      { ...common, ...layout, expanded: flag, background_color: text, header: panelHeader, border, elements: elsewhere },
      'header',
      'elements',
    ),
    interactive_container: shape(
      {
        ...common,
        ...layout,
        name: text,
        width: text,
        height: text,
        background_style: text,
        has_border: flag,
        border_color: text,
        corner_radius: text,
        behaviors,
        hover_tips: plainText,
        disabled: flag,
        disabled_tips: plainText,
        confirm,
        elements: elsewhere,
      },
      'behaviors',
      'elements',
    ),
    table: tableShape,
    chart: shape(
      {
        ...common,
        chart_spec: elsewhere,
        aspect_ratio: oneOf('1:1', '2:1', '4:3', '16:9'),
        color_theme: oneOf('brand', 'rainbow', 'complementary', 'converse', 'primary'),
        height: pattern('auto 或 1 至 999px', /^(auto|\d{1,3}px)$/),
        preview: flag,
      },
      'chart_spec',
    ),
    button,
    input,
    checker,
    select_static: shape({ ...choice, options, initial_option: text, initial_index: whole(1, 10_000) }, 'options'),
    multi_select_static: shape({ ...choice, options, selected_values: list(text) }, 'options'),
    select_person: shape({ ...choice, options: personOptions, initial_option: text }),
    multi_select_person: shape({ ...choice, options: personOptions, selected_values: list(text) }),
    date_picker: shape({ ...field, initial_date: date, value: anyObject }),
    picker_time: shape({ ...field, initial_time: time, value: anyObject }),
    picker_datetime: shape({ ...field, initial_datetime: dateTime, value: anyObject }),
    overflow: shape(
      {
        ...common,
        name: text,
        width: text,
        options: list(shape({ text: label, multi_url: anyObject, value: text }, 'text'), 1),
        value: anyObject,
        confirm,
        behaviors,
      },
      'options',
    ),
    select_img: shape(
      {
        ...field,
        multi_select: flag,
        style: anyObject,
        layout: oneOf('stretch', 'bisect', 'trisect'),
        can_preview: flag,
        aspect_ratio: oneOf('1:1', '16:9', '4:3'),
        value: either(anyObject, text),
        options: list(
          shape({ img_key: text, value: text, disabled: flag, disabled_tips: plainText, hover_tips: plainText }, 'img_key', 'value'),
          1,
        ),
      },
      'options',
    ),
  }),
);

/** Components that a person fills or presses: in a form each needs a name. */
export const INTERACTIVE: ReadonlySet<string> = new Set([
  'button',
  'input',
  'checker',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'overflow',
  'select_img',
]);
