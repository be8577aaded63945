// A card as Feishu's card JSON 2.0: within 28 KB and 200 elements, with text of people in `plain_text` only.
import { inFours } from '../words/digests.ts';
import type { Block, Card, FoldedBlock, Row, Tone } from './card.ts';
import { cut, drop, MEASURES } from './cut.ts';
import { chartJson, chartText } from './feishu-chart.ts';
import { formJson } from './feishu-form.ts';
import { buttonJson, columns, div, label, named, plainText, TEXT_COLOURS } from './feishu-parts.ts';
import type { JsonObject } from './json.ts';
import { bytesOf, tagsOf } from './json.ts';
import { clipLine } from './plain.ts';

/** Feishu takes 30 KB; some of it is left for what the platform adds. */
export const BYTE_LIMIT = 28 * 1024;
/** Objects with a `tag` in one card. */
export const TAG_LIMIT = 200;
/** Tables in one card; further ones become text. */
export const TABLE_LIMIT = 5;

const TEMPLATES: Readonly<Record<Tone, string>> = {
  todo: 'orange',
  doing: 'blue',
  sealed: 'indigo',
  done: 'green',
  late: 'red',
  void: 'grey',
  plain: 'wathet',
};

const TAG_COLOURS: Readonly<Record<Tone, string>> = { ...TEMPLATES, void: 'neutral' };

/** The card's JSON. What does not fit is cut, and the card says so. */
export function renderFeishu(card: Card): JsonObject {
  for (const measure of MEASURES) {
    const json = wholeCard(cut(card, measure));
    if (fits(json)) return json;
  }
  const meagre = cut(card, MEASURES[MEASURES.length - 1] ?? { chars: 80, texts: 8, rows: 5, entries: 3, pairs: 6, options: 6, points: 10 });
  for (let count = 1; count < meagre.blocks.length; count += 1) {
    const json = wholeCard(drop(meagre, count));
    if (fits(json)) return json;
  }
  return wholeCard({ ...card, blocks: [{ kind: 'text', text: '内容太多，这里放不下，请在网页上看。' }] });
}

function fits(json: JsonObject): boolean {
  return tagsOf(json) <= TAG_LIMIT && bytesOf(json) <= BYTE_LIMIT;
}

function wholeCard(card: Card): JsonObject {
  const taken = new Set<string>();
  let tables = 0;
  const elements = card.blocks.flatMap((block) => {
    if (block.kind === 'table') tables += 1;
    return block.kind === 'table' && tables > TABLE_LIMIT ? tableAsText(block) : blockJson(block, taken);
  });
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      enable_forward_interaction: false,
      width_mode: 'default',
      summary: { content: clipLine(card.preview, 100) || clipLine(card.title, 100) || '—' },
    },
    header: {
      title: plainText(clipLine(card.title, 60)),
      ...(card.subtitle === undefined ? {} : { subtitle: plainText(clipLine(card.subtitle, 80)) }),
      template: TEMPLATES[card.state?.tone ?? 'plain'],
      ...(card.state === undefined
        ? {}
        : { text_tag_list: [{ tag: 'text_tag', text: plainText(clipLine(card.state.word, 20)), color: TAG_COLOURS[card.state.tone] }] }),
    },
    body: { direction: 'vertical', padding: '12px', vertical_spacing: '8px', elements },
  };
}

function blockJson(block: Block, taken: Set<string>): readonly JsonObject[] {
  switch (block.kind) {
    case 'text':
      return [textJson(block)];
    case 'facts':
      return factsJson(block);
    case 'digest':
      return [named(block.label, div(inFours(block.value)))];
    case 'fold':
      return block.blocks.length === 0 ? [] : [foldJson(block.title, joinTexts(block.blocks).flatMap(foldedJson))];
    case 'rows':
      return block.rows.map(rowJson);
    case 'table':
      return [tableJson(block)];
    case 'chart':
      return [chartJson(block), label(chartText(block))];
    case 'form':
      return [formJson(block, taken)];
    case 'buttons': {
      const all = block.buttons.flatMap(buttonJson);
      if (all.length < 2) return all;
      return [
        columns(
          'flow',
          all.map((one) => ({ isWide: false, elements: [one] })),
        ),
      ];
    }
    case 'line':
      return [{ tag: 'hr' }];
    default:
      return block;
  }
}

function textJson({ text, look = 'normal' }: Extract<Block, { kind: 'text' }>): JsonObject {
  switch (look) {
    case 'normal':
      return div(text);
    case 'strong':
      return div(text, { size: 'heading' });
    case 'faint':
      return label(text);
    case 'warning':
      return div(text, { colour: 'red' });
    default:
      return look;
  }
}

type Pair = Extract<Block, { kind: 'facts' }>['pairs'][number];

/** Six pairs are shown, the rest folded; short ones two in a row, under each other on a phone. */
function factsJson({ pairs }: Extract<Block, { kind: 'facts' }>): readonly JsonObject[] {
  const [shown, folded] = [pairs.slice(0, 6), pairs.slice(6)];
  const lines: Pair[][] = [];
  for (const pair of shown) {
    const last = lines.at(-1);
    const isShort = (one: Pair | undefined): boolean => one !== undefined && one.value.length <= 28;
    if (last?.length === 1 && isShort(last[0]) && isShort(pair)) last.push(pair);
    else lines.push([pair]);
  }
  const set = lines.map((line) =>
    columns(
      'stretch',
      line.map((pair) => ({ isWide: true, elements: pairJson(pair), gap: '0px' })),
    ),
  );
  return folded.length === 0 ? set : [...set, foldJson(`其余 ${folded.length} 项`, folded.map(pairLine))];
}

function pairJson(pair: Pair): readonly JsonObject[] {
  return [label(pair.label), div(pair.value, { colour: TEXT_COLOURS[pair.tone ?? 'plain'] })];
}

function pairLine({ label: name, value }: Pair): JsonObject {
  return div(`${name}：${value}`);
}

function foldJson(title: string, elements: readonly JsonObject[]): JsonObject {
  return { tag: 'collapsible_panel', expanded: false, header: { title: plainText(title, 100) }, elements };
}

/** Texts of the same look that follow each other become one element: elements are counted. */
function joinTexts(blocks: readonly FoldedBlock[]): readonly FoldedBlock[] {
  return blocks.reduce<readonly FoldedBlock[]>((done, block) => {
    const last = done.at(-1);
    if (last?.kind !== 'text' || block.kind !== 'text' || last.look !== block.look || last.text.length + block.text.length > 1500)
      return [...done, block];
    return [...done.slice(0, -1), { ...last, text: `${last.text}\n${block.text}` }];
  }, []);
}

function foldedJson(block: FoldedBlock): readonly JsonObject[] {
  return block.kind === 'facts' ? block.pairs.map(pairLine) : blockJson(block, new Set());
}

function rowJson({ title, detail, tone = 'plain', button }: Row): JsonObject {
  const words = [div(title, { colour: TEXT_COLOURS[tone] }), ...(detail === undefined ? [] : [label(detail)])];
  const pressed = button === undefined ? [] : buttonJson(button);
  return columns('none', [
    { isWide: true, elements: words, gap: '0px' },
    ...(pressed.length === 0 ? [] : [{ isWide: false, elements: pressed }]),
  ]);
}

type Table = Extract<Block, { kind: 'table' }>;

function tableJson({ columns: heads, rows, pageSize = 10 }: Table): JsonObject {
  const isNumeric = (name: string): boolean => rows.every((row) => /^-?\d{1,15}(?:\.\d+)?$/.test(row[name] ?? ''));
  const numeric = new Set(heads.flatMap((head) => (head.numeric === true && isNumeric(head.name) ? [head.name] : [])));
  return {
    tag: 'table',
    page_size: Math.min(10, Math.max(1, pageSize)),
    row_height: 'auto',
    header_style: { text_align: 'left', text_size: 'normal', background_style: 'grey', text_color: 'default', bold: true, lines: 1 },
    columns: heads.map(({ name, label: head }) => ({
      name,
      display_name: clipLine(head, 40),
      data_type: numeric.has(name) ? 'number' : 'text',
      width: 'auto',
      ...(numeric.has(name) ? { format: { precision: 0, separator: true } } : {}),
    })),
    rows: rows.map((row) => Object.fromEntries(heads.map(({ name }) => [name, numeric.has(name) ? Number(row[name]) : (row[name] ?? '')]))),
  };
}

function tableAsText({ columns: heads, rows }: Table): readonly JsonObject[] {
  return [
    div(
      [heads.map((head) => head.label), ...rows.map((row) => heads.map(({ name }) => row[name] ?? ''))]
        .map((cells) => cells.join('｜'))
        .join('\n'),
    ),
  ];
}
