// A card as the variables of our one DingTalk template: flat strings, lists and forms as JSON text (KB/card/03/0014).
import { inFours } from '../words/digests.ts';
import { nameOfAct } from './act-name.ts';
import { commandOf } from './acts.ts';
import type { Block, Button, Card, Field, LinkButton } from './card.ts';
import { chartText } from './feishu-chart.ts';
import type { JsonObject } from './json.ts';
import { clip, clipLine, isWebAddress } from './plain.ts';

/** `cardParamMap`: every value is a string. `form` and `buttons` are JSON, '' and `[]` when there are none; `form_act` names the act of the form. */
export type DingtalkVariables = Readonly<
  Record<
    | 'title'
    | 'subtitle'
    | 'state'
    | 'state_tone'
    | 'summary'
    | 'body'
    | 'form'
    | 'form_status'
    | 'form_btn_text'
    | 'form_act'
    | 'buttons'
    | 'notice',
    string
  >
>;

const BODY_LIMIT = 6000;

/** The template's variables. A template holds one form; a second form of the card is said as its command. */
export function renderDingtalk(card: Card): DingtalkVariables {
  const [form, ...others] = card.blocks.filter((block) => block.kind === 'form');
  const buttons = card.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons : block.kind === 'rows' ? block.rows.flatMap((row) => row.button ?? []) : [],
  );
  return {
    title: clipLine(card.title, 60),
    subtitle: clipLine(card.subtitle ?? '', 80),
    state: card.state?.word ?? '',
    state_tone: card.state?.tone ?? 'plain',
    summary: clipLine(card.preview, 100),
    body: clip(card.blocks.flatMap(markdown).join('  \n'), BODY_LIMIT),
    form: form === undefined ? '' : JSON.stringify({ fields: form.fields.flatMap(fieldJson) }),
    form_status: form === undefined ? 'disabled' : 'normal',
    form_btn_text: form === undefined ? '' : clipLine(form.submit.label, 20),
    form_act: form === undefined ? '' : nameOfAct(form.submit.act),
    buttons: JSON.stringify(buttons.flatMap(buttonJson)),
    notice: others.map(({ submit }) => `${submit.label}：发“${commandOf(submit.act)}”`).join('；'),
  };
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
  '#': '＃',
  '@': '＠',
  '<': '＜',
  '>': '＞',
  '*': '＊',
  _: '＿',
  '`': '｀',
  '!': '！',
  '\\': '＼',
  '~': '～',
};

/** Text of people for Markdown: what would be read as a mark becomes its full-width twin, which is read as nothing. */
export function harmless(text: string): string {
  return clip(text, 1500).replace(/[[\]()#@<>*_`!\\~]/g, (mark) => FULL_WIDTH[mark] ?? mark);
}

function markdown(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.look === 'strong' ? `**${harmless(block.text)}**` : harmless(block.text)];
    case 'facts':
      return block.pairs.map(({ label, value }) => `${harmless(label)}：${harmless(value)}`);
    case 'digest':
      return [`${harmless(block.label)}：${inFours(block.value)}`];
    case 'fold':
      return [`**${harmless(block.title)}**`, ...block.blocks.flatMap(markdown)];
    case 'rows':
      return block.rows.map(({ title, detail }) => `- ${harmless(title)}${detail === undefined ? '' : `：${harmless(detail)}`}`);
    case 'table':
      return block.rows.map(
        (row) => `- ${block.columns.map(({ label, name }) => `${harmless(label)} ${harmless(row[name] ?? '')}`).join('，')}`,
      );
    case 'chart':
      return [harmless(block.title), harmless(chartText(block))];
    case 'form':
    case 'buttons':
      return [];
    case 'line':
      return ['---'];
    default:
      return block;
  }
}

function buttonJson(button: Button | LinkButton): readonly JsonObject[] {
  if ('url' in button)
    return isWebAddress(button.url) ? [{ id: '', label: clipLine(button.label, 20), style: 'link', disabled: false, url: button.url }] : [];
  return [
    { id: nameOfAct(button.act), label: clipLine(button.label, 20), style: button.look, disabled: button.disabled !== undefined, url: '' },
  ];
}

/** A heading is a read-only text: the form variable knows no headings. */
function fieldJson(field: Field | { readonly kind: 'heading'; readonly text: string }, index: number): readonly JsonObject[] {
  if (field.kind === 'heading') {
    return [{ name: `heading${index}`, label: clip(field.text, 200), type: 'TEXT', readOnly: true, required: false, defaultValue: '' }];
  }
  if (field.kind === 'tick')
    return [{ name: field.name, label: clipLine(field.label, 100), type: 'SWITCH', defaultValue: field.ticked === true }];
  const common = {
    name: field.name,
    label: clipLine(field.label, 100),
    required: field.required,
    ...(field.required ? { requiredMsg: `请填写${clipLine(field.label, 60)}` } : {}),
    ...(field.placeholder === undefined ? {} : { placeholder: clipLine(field.placeholder, 100) }),
  };
  switch (field.kind) {
    case 'text':
      return [
        {
          ...common,
          type: field.lines > 1 ? 'TEXT_AREA' : 'TEXT',
          ...(field.value === undefined ? {} : { defaultValue: clip(field.value, field.max) }),
        },
      ];
    case 'day':
      return [{ ...common, type: 'DATE', ...(field.value === undefined ? {} : { defaultValue: field.value }) }];
    case 'choice':
      return [
        {
          ...common,
          type: 'SELECT',
          options: optionsJson(field),
          ...(field.value === undefined ? {} : { defaultValue: chosen(field, field.value) }),
        },
      ];
    case 'choices': {
      const all = (field.values ?? []).map((value) => chosen(field, value));
      const values = { index: all.map(({ index: at }) => at), value: all.map(({ value }) => value) };
      return [{ ...common, type: 'MULTI_SELECT', options: optionsJson(field), ...(all.length === 0 ? {} : { defaultValue: values }) }];
    }
    default:
      return field;
  }
}

type Choosing = Extract<Field, { kind: 'choice' | 'choices' }>;

function optionsJson({ options }: Choosing): readonly JsonObject[] {
  return options.map(({ value, label }) => ({ value, text: clipLine(label, 100) }));
}

function chosen({ options }: Choosing, value: string) {
  return { index: options.findIndex((option) => option.value === value), value };
}
