// Cards that the tests of the page show: small ones around one component each, and a long form.

type Json = { readonly [key: string]: unknown };

const plain = (content: string): Json => ({ tag: 'plain_text', content });

/** A card with these elements. */
export const cardOf = (title: string, ...elements: readonly Json[]): Json => ({
  schema: '2.0',
  config: { update_multi: true },
  header: { title: plain(title), template: 'blue', text_tag_list: [{ tag: 'text_tag', text: plain('待办'), color: 'orange' }] },
  body: { elements },
});

/** A button that calls back with a verb. */
export const button = (text: string, verb: string, more: Json = {}): Json => ({
  tag: 'button',
  text: plain(text),
  behaviors: [{ type: 'callback', value: { do: verb, about: 'A1' } }],
  ...more,
});

/** A text nobody interprets. */
export const words = (content: string): Json => ({ tag: 'div', text: plain(content) });

const options = (...labels: readonly string[]): readonly Json[] => labels.map((label, i) => ({ text: plain(label), value: `o${i}` }));

/** Every kind of field in one form. */
export const LONG_FORM: Json = cardOf('检查情况：示例律师事务所', words('请在 2026年3月20日（周五）前填完。'), {
  tag: 'form',
  name: 'findings',
  elements: [
    words('执业许可证'),
    { tag: 'select_static', name: 'result', required: true, placeholder: plain('请选择'), options: options('未发现问题', '发现问题') },
    words('看了哪些材料'),
    {
      tag: 'multi_select_static',
      name: 'seen',
      required: true,
      placeholder: plain('可多选'),
      options: options('卷宗', '票据', '审查记录'),
    },
    words('检查日期'),
    { tag: 'date_picker', name: 'day', required: true, placeholder: plain('请选择日期') },
    words('到达时间'),
    { tag: 'picker_time', name: 'hour', placeholder: plain('请选择时间') },
    words('整改期限'),
    { tag: 'picker_datetime', name: 'until', placeholder: plain('请选择'), initial_datetime: '2026-03-20 18:00' },
    { tag: 'input', name: 'met', label: plain('在场负责人'), default_value: '示例负责人', max_length: 40 },
    { tag: 'input', name: 'words', required: true, input_type: 'multiline_text', rows: 3, max_length: 500, label: plain('检查情况') },
    { tag: 'checker', name: 'shown', checked: false, text: plain('两人都已亮证') },
    button('提交检查情况', 'submit-findings', { name: 'submit', type: 'primary_filled', form_action_type: 'submit' }),
    { tag: 'button', name: 'again', text: plain('重填'), form_action_type: 'reset' },
  ],
});

/** A table of seven rows, three a page. */
export const TABLE: Json = cardOf('机构', {
  tag: 'table',
  page_size: 3,
  columns: [
    { name: 'name', display_name: '机构', data_type: 'text' },
    { name: 'state', display_name: '状态', data_type: 'options' },
    { name: 'count', display_name: '次数', data_type: 'number', format: { separator: true } },
  ],
  rows: Array.from({ length: 7 }, (_, i) => ({
    name: `示例机构${i + 1}`,
    state: [{ text: '完成', color: 'green' }],
    count: (i + 1) * 1000,
  })),
});

/** A bar chart of two numbers. */
export const CHART: Json = cardOf('统计', {
  tag: 'chart',
  aspect_ratio: '16:9',
  chart_spec: {
    type: 'bar',
    data: {
      values: [
        { x: '一季度', y: 3 },
        { x: '二季度', y: 5 },
      ],
    },
    xField: 'x',
    yField: 'y',
  },
});
