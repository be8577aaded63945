// A card cut down to what a platform takes: shorter texts, fewer rows, and a word about what is missing.
import type { Block, Card, Field, FoldedBlock, Option } from './card.ts';
import { clip } from './plain.ts';

/** How much of everything is left. */
export interface Measure {
  /** Characters of one text or value. */
  readonly chars: number;
  /** Texts in one card, and in one fold. */
  readonly texts: number;
  /** Rows of one table. */
  readonly rows: number;
  /** Rows with a button in one list. */
  readonly entries: number;
  /** Label–value pairs in one block. */
  readonly pairs: number;
  /** Options of one choice. */
  readonly options: number;
  /** Points of one chart. */
  readonly points: number;
}

/** From generous to meagre: the first that fits is taken. */
export const MEASURES: readonly Measure[] = [
  { chars: 1500, texts: 40, rows: 100, entries: 20, pairs: 24, options: 60, points: 60 },
  { chars: 800, texts: 30, rows: 50, entries: 16, pairs: 18, options: 40, points: 40 },
  { chars: 400, texts: 20, rows: 25, entries: 10, pairs: 12, options: 24, points: 30 },
  { chars: 200, texts: 12, rows: 10, entries: 6, pairs: 9, options: 12, points: 20 },
  { chars: 80, texts: 8, rows: 5, entries: 3, pairs: 6, options: 6, points: 10 },
];

/** What stands where rows were left out. */
const rest = (count: number): Extract<Block, { kind: 'text' }> => ({ kind: 'text', text: `…（余下 ${count} 行见网页）`, look: 'faint' });

function fewer<T>(all: readonly T[], most: number): { readonly kept: readonly T[]; readonly left: number } {
  return { kept: all.slice(0, most), left: Math.max(0, all.length - most) };
}

/** The card at a measure. */
export function cut(card: Card, measure: Measure): Card {
  return {
    ...card,
    blocks: fewerTexts(
      card.blocks.flatMap((block) => cutBlock(block, measure)),
      measure.texts,
    ),
  };
}

/** The card without its last `count` parts that are neither form nor button. */
export function drop(card: Card, count: number): Card {
  const loose = card.blocks.filter(({ kind }) => kind !== 'form' && kind !== 'buttons');
  const gone = new Set(loose.slice(-count));
  return { ...card, blocks: [...card.blocks.filter((block) => !gone.has(block)), rest(gone.size)] };
}

/** Keeps the first texts and says in place of the others how many there were. */
function fewerTexts<B extends Block>(blocks: readonly B[], most: number): readonly (B | ReturnType<typeof rest>)[] {
  const texts = blocks.filter(({ kind }) => kind === 'text');
  if (texts.length <= most) return blocks;
  const gone = new Set(texts.slice(most));
  const first = texts[most];
  return blocks.flatMap<B | ReturnType<typeof rest>>((block) => (block === first ? [rest(gone.size)] : gone.has(block) ? [] : [block]));
}

function cutBlock(block: Block, measure: Measure): readonly Block[] {
  switch (block.kind) {
    case 'text':
    case 'facts':
    case 'digest':
    case 'line':
      return cutFolded(block, measure);
    case 'fold':
      return [
        {
          ...block,
          blocks: fewerTexts(
            block.blocks.flatMap((one) => cutFolded(one, measure)),
            measure.texts,
          ),
        },
      ];
    case 'rows': {
      const { kept, left } = fewer(block.rows, measure.entries);
      const rows = kept.map((row) => ({
        ...row,
        title: clip(row.title, measure.chars),
        ...(row.detail === undefined ? {} : { detail: clip(row.detail, measure.chars) }),
      }));
      return [{ ...block, rows }, ...(left > 0 ? [rest(left)] : [])];
    }
    case 'table': {
      const { kept, left } = fewer(block.rows, measure.rows);
      const rows = kept.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, clip(value, Math.min(300, measure.chars))])),
      );
      return [{ ...block, rows }, ...(left > 0 ? [rest(left)] : [])];
    }
    case 'chart': {
      const { kept, left } = fewer(block.points, measure.points);
      return [{ ...block, points: kept }, ...(left > 0 ? [rest(left)] : [])];
    }
    case 'form':
      return [
        {
          ...block,
          fields: block.fields.map((field) => (field.kind === 'heading' ? cutHeading(field, measure) : cutField(field, measure))),
        },
      ];
    case 'buttons':
      return [block];
    default:
      return block;
  }
}

function cutFolded(block: FoldedBlock, measure: Measure): readonly FoldedBlock[] {
  switch (block.kind) {
    case 'text':
      return [{ ...block, text: clip(block.text, measure.chars) }];
    case 'facts': {
      const { kept, left } = fewer(block.pairs, measure.pairs);
      const pairs = kept.map((pair) => ({ ...pair, label: clip(pair.label, 60), value: clip(pair.value, measure.chars) }));
      return [{ ...block, pairs }, ...(left > 0 ? [rest(left)] : [])];
    }
    case 'digest':
    case 'line':
      return [block];
    default:
      return block;
  }
}

function cutHeading<H extends { readonly text: string; readonly hint?: string }>(heading: H, measure: Measure): H {
  return {
    ...heading,
    text: clip(heading.text, measure.chars),
    ...(heading.hint === undefined ? {} : { hint: clip(heading.hint, measure.chars) }),
  };
}

/** Fewer options, but never without those that are chosen. */
function cutField(field: Field, measure: Measure): Field {
  if (field.kind !== 'choice' && field.kind !== 'choices') return field;
  const chosen = field.kind === 'choice' ? [field.value] : (field.values ?? []);
  if (field.options.length <= measure.options) return field;
  const isChosen = (option: Option): boolean => chosen.includes(option.value);
  const options = [...field.options.filter(isChosen), ...field.options.filter((option) => !isChosen(option))].slice(0, measure.options);
  return { ...field, options, label: `${field.label}（共 ${field.options.length} 项，先列 ${options.length} 项）` };
}
