// The card around its elements: schema, config, header, body.
import { anyObject, elsewhere, flag, list, oneOf, shape, shortText, text } from './card-kinds.ts';
import { address, anyText, icon, layout } from './card-parts.ts';

const TEMPLATES = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
];

const tagList = list(shape({ tag: oneOf('text_tag'), text: anyText, color: text, element_id: text }, 'tag', 'text'), 0, 3);

/** The whole card; `update_multi` can only be true: in 2.0 everybody sees the same card. */
export const cardShape = shape(
  {
    schema: oneOf('2.0'),
    config: shape({
      update_multi: oneOf(true),
      enable_forward: flag,
      enable_forward_interaction: flag,
      width_mode: oneOf('default', 'compact', 'fill'),
      summary: shape({ content: text, i18n_content: anyObject }),
      locales: list(text),
      style: anyObject,
      use_custom_translation: flag,
      streaming_mode: flag,
      streaming_config: anyObject,
    }),
    card_link: shape({ url: address, pc_url: text, ios_url: text, android_url: text }),
    header: shape(
      {
        title: anyText,
        subtitle: anyText,
        template: oneOf(...TEMPLATES),
        text_tag_list: tagList,
        i18n_text_tag_list: anyObject,
        icon,
        padding: text,
      },
      'title',
    ),
    body: shape({ ...layout, elements: elsewhere, element_id: shortText(20) }, 'elements'),
  },
  'schema',
  'body',
);
