// One refusal a rule: the card goes through the real SDK to the stand-in, which must answer 230099 with the rule's ErrCode.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { account, button, card, client, plain, platform, refusal, send } from './support.ts';

const div = { tag: 'div', text: plain('示例') };
const submit = button('提交', { do: 'x' }, { name: 'go', form_action_type: 'submit' });
const form = (...elements: object[]): object => ({ tag: 'form', name: 'f', elements });
const columns = (...elements: object[]): object => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const panel = (...elements: object[]): object => ({ tag: 'collapsible_panel', header: { title: plain('折') }, elements });
const option = (value: string): object => ({ text: plain(value), value });
const select = (more: object): object => ({ tag: 'select_static', name: 's', options: [option('a'), option('b')], ...more });
const table = (more: object): object => ({ tag: 'table', columns: [{ name: 'a', data_type: 'number' }], rows: [{ a: 1 }], ...more });
const multi = { tag: 'multi_select_static', name: 'm', options: [option('a')] };
const chart = { tag: 'chart', chart_spec: { type: 'bar', data: { values: [] } } };
const markdown = (content: string): object => ({ tag: 'markdown', content });

const refused: readonly (readonly [rule: string, code: number, card: object])[] = [
  ['a card of another schema', 200621, { ...card(div), schema: '1.0' }],
  ['elements at the root, as in 1.0', 200621, { ...card(div), elements: [div] }],
  ['an unknown property of a component', 200621, card({ ...div, colour: 'red' })],
  ['an unknown property of the config', 200621, { ...card(div), config: { wide_screen_mode: true } }],
  ['update_multi false', 200621, { ...card(div), config: { update_multi: false } }],
  ['an unknown header template', 200621, { ...card(div), header: { title: plain('x'), template: 'pink' } }],
  [
    'more than three header tags',
    200621,
    {
      ...card(div),
      header: { title: plain('x'), text_tag_list: Array.from({ length: 4 }, () => ({ tag: 'text_tag', text: plain('x') })) },
    },
  ],
  ['a component of 1.0', 200861, card({ tag: 'note', elements: [plain('x')] })],
  ['a component without a tag', 200861, card({ text: plain('x') })],
  ['a form inside a column', 200861, card(columns(form(submit)))],
  ['a form inside a panel', 200861, card(panel(form(submit)))],
  ['a table inside a column', 200861, card(columns(table({})))],
  ['a table inside a form', 200861, card(form(table({}), submit))],
  ['a chart inside a form', 200861, card(form(chart, submit))],
  ['a multi-select outside a form', 200861, card(multi)],
  ['a column outside a column set', 200861, card({ tag: 'column', elements: [div] })],
  ['something else than columns in a column set', 200861, card({ tag: 'column_set', columns: [div] })],
  ['more than 200 tags', 11310, card(...Array.from({ length: 100 }, () => div))],
  ['containers six deep', 11310, card(panel(panel(panel(panel(panel(panel(div)))))))],
  ['more than five tables', 11310, card(...Array.from({ length: 6 }, () => table({})))],
  ['a field of a form without a name', 200530, card(form({ tag: 'input' }, submit))],
  ['a field of a form with an empty name', 200530, card(form({ tag: 'input', name: '' }, submit))],
  ['a submit button without a name', 200530, card(form({ ...submit, name: '' }))],
  ['the same name twice', 200530, card(form({ tag: 'input', name: 'go' }, submit))],
  ['the same element_id twice', 200621, card({ ...div, element_id: 'a' }, { ...div, element_id: 'a' })],
  ['an element_id that starts with a digit', 200621, card({ ...div, element_id: '1a' })],
  ['a form without a submit button', 200621, card(form({ tag: 'input', name: 'i' }))],
  ['a button in a form that neither submits nor resets', 200621, card(form(button('拒绝', {}, { name: 'no' }), submit))],
  ['a submit button outside a form', 200621, card(submit)],
  ['a button text of over a hundred characters', 200621, card(button('长'.repeat(101), {}))],
  ['a button type that does not exist', 200621, card(button('x', {}, { type: 'huge' }))],
  ['a confirm without a title', 200621, card(button('x', {}, { confirm: { text: plain('x') } }))],
  ['a callback whose value is no object', 200621, card({ ...button('x', {}), behaviors: [{ type: 'callback', value: 'x' }] })],
  ['a link that is not http', 200621, card({ ...button('x', {}), behaviors: [{ type: 'open_url', default_url: 'javascript:alert(1)' }] })],
  ['an input longer than a thousand', 200621, card(form({ tag: 'input', name: 'i', max_length: 1001 }, submit))],
  [
    'a placeholder of over a hundred characters',
    200621,
    card(form({ tag: 'input', name: 'i', placeholder: plain('长'.repeat(101)) }, submit)),
  ],
  ['a choice without options', 200621, card(form(select({ options: [] }), submit))],
  ['two options with one value', 200621, card(form(select({ options: [option('a'), option('a')] }), submit))],
  ['a default that is no option', 200621, card(form(select({ initial_option: 'c' }), submit))],
  ['a default index beyond the options', 200621, card(form(select({ initial_index: 3 }), submit))],
  ['a selected value that is no option', 200621, card(form({ ...multi, selected_values: ['z'] }, submit))],
  ['a date picker with neither date nor placeholder', 200621, card(form({ tag: 'date_picker', name: 'd' }, submit))],
  ['a date in another form', 200621, card(form({ tag: 'date_picker', name: 'd', initial_date: '2026/3/1' }, submit))],
  ['a table page of eleven rows', 200621, card(table({ page_size: 11 }))],
  ['a table of 51 columns', 200621, card(table({ columns: Array.from({ length: 51 }, (_, i) => ({ name: `c${i}`, data_type: 'text' })) }))],
  ['a column of an unknown type', 200621, card(table({ columns: [{ name: 'a', data_type: 'money' }] }))],
  ['rows that are no list', 200914, card(table({ rows: {} }))],
  ['a cell of no column', 200914, card(table({ rows: [{ b: 1 }] }))],
  ['two columns of one name', 200914, card(table({ columns: [1, 2].map(() => ({ name: 'a', data_type: 'number' })) }))],
  ['a text in a column of numbers', 200915, card(table({ rows: [{ a: '1' }] }))],
  ['options that are no list', 200915, card(table({ columns: [{ name: 'a', data_type: 'options' }], rows: [{ a: 'x' }] }))],
  ['a chart without a type', 200550, card({ tag: 'chart', chart_spec: { data: { values: [] } } })],
  ['a chart without data', 200550, card({ tag: 'chart', chart_spec: { type: 'bar' } })],
  ['an image that was not uploaded', 200570, card({ tag: 'img', img_key: 'img_v3_no', alt: plain('') })],
  ['an image in markdown that was not uploaded', 200570, card(markdown('![x](img_v3_no)'))],
  ['a person nobody knows', 100290, card({ tag: 'person', user_id: 'ou_no' })],
  ['an unknown person in a list that does not drop them', 100290, card({ tag: 'person_list', persons: [{ id: 'ou_no' }] })],
  ['an unknown person as an option', 100290, card(form({ tag: 'select_person', name: 'p', options: [{ value: 'ou_no' }] }, submit))],
  ['an unknown person in a table', 100290, card(table({ columns: [{ name: 'a', data_type: 'persons' }], rows: [{ a: ['ou_no'] }] }))],
  ['an @ of everybody', 100290, card(markdown('<at id=all></at>'))],
  ['an @ of everybody in lark_md', 100290, card({ tag: 'div', text: { tag: 'lark_md', content: '<at id=all></at>' } })],
  ['an @ of nobody', 100290, card(markdown('<at id=ou_no></at>'))],
];

test.each(refused)('%s is refused with %i', async (_, code, wrong) => {
  const running = await platform();
  const answer = await refusal(send(client(running), 'P002', 'interactive', wrong));
  expect(answer).toMatchObject({ status: 400, code: 230099 });
  expect(answer?.msg).toContain(`ErrCode: ${code};`);
});

test('a card of over 30 KB is refused before anybody looks into it', async () => {
  const running = await platform();
  const answer = await refusal(send(client(running), 'P002', 'interactive', card(markdown('长'.repeat(10_300)))));
  expect(answer).toMatchObject({ status: 400, code: 230025 });
});

test.each([
  ['200 tags', card(...Array.from({ length: 99 }, () => div), { tag: 'hr' })],
  ['containers five deep', card(panel(panel(panel(panel(panel(div))))))],
  ['five tables', card(...Array.from({ length: 5 }, () => table({})))],
  [
    'three header tags',
    {
      ...card(div),
      header: { title: plain('x'), text_tag_list: Array.from({ length: 3 }, () => ({ tag: 'text_tag', text: plain('x') })) },
    },
  ],
  ['a button text of a hundred characters', card(button('长'.repeat(100), {}))],
  ['an input of a thousand', card(form({ tag: 'input', name: 'i', max_length: 1000 }, submit))],
  ['a page of ten rows', card(table({ page_size: 10 }))],
  ['fifty columns', card(table({ columns: Array.from({ length: 50 }, (_, i) => ({ name: `c${i}`, data_type: 'text' })), rows: [] }))],
  ['a card of just under 30 KB', card(markdown('长'.repeat(10_100)))],
])('%s are still accepted', async (_, atTheLimit) => {
  const running = await platform();
  expect(await send(client(running), 'P002', 'interactive', atTheLimit)).toMatchObject({ code: 0 });
});

test('what people typed goes unread as plain text', async () => {
  const running = await platform();
  const sent = await send(client(running), 'P002', 'interactive', card({ tag: 'div', text: plain('<at id=all></at> ![x](y)') }));
  expect(sent.code).toBe(0);
});

const folder = path.join(import.meta.dirname, 'cards');
test.each(readdirSync(folder))('the documented example %s is accepted', async (name) => {
  const running = await platform();
  const example = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as object;
  expect(await send(client(running), 'P002', 'interactive', example)).toMatchObject({ code: 0 });
});

test('known people, uploaded images and a full form are accepted', async () => {
  const running = await platform();
  const sdk = client(running);
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  const image = await sdk.im.v1.image.create({ data: { image_type: 'message', image: png } });
  const full = card(
    { tag: 'img', img_key: image?.image_key, alt: plain('示例') },
    markdown(`<at id=${account('P011')}></at> ![x](${image?.image_key})`),
    { tag: 'person', user_id: account('P011'), show_name: true },
    form(select({ required: true, initial_index: 1 }), { ...multi, selected_values: ['a'] }, submit),
    panel(div, columns(button('看', {}))),
    table({ columns: [{ name: 'a', data_type: 'persons' }], rows: [{ a: [account('P012')] }] }),
    chart,
  );
  expect(await send(sdk, 'P002', 'interactive', full)).toMatchObject({ code: 0 });
});
