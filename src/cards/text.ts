// A card as plain text, for clients that show no cards: every button as the command that says the same.
import { inFours } from '../words/digests.ts';
import { commandOf } from './acts.ts';
import type { Block, Button, Card, Field, FoldedBlock, LinkButton } from './card.ts';
import { chartText } from './feishu-chart.ts';
import { clean, clip } from './plain.ts';

/** Longer texts are cut. */
export const TEXT_LIMIT = 8000;

/** The text. What a text message would interpret (`<at …>`, `[…](…)`) is broken by an invisible space. */
export function renderText(card: Card): string {
  const head = card.state === undefined ? `【${card.title}】` : `【${card.title}】${card.state.word}`;
  const lines = [head, ...(card.subtitle === undefined ? [] : [card.subtitle]), ...card.blocks.flatMap(blockText)];
  return clip(defuse(lines.map(clean).join('\n')), TEXT_LIMIT);
}

function defuse(text: string): string {
  return text.replace(/<(?=[/A-Za-z])/g, '<\u200b').replace(/\]\(/g, ']\u200b(');
}

function blockText(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'facts':
    case 'digest':
    case 'line':
      return foldedText(block);
    case 'fold':
      return [`${block.title}：`, ...block.blocks.flatMap(foldedText)];
    case 'rows':
      return block.rows.flatMap(({ title, detail, button }) => [
        `· ${title}${detail === undefined ? '' : `：${detail}`}`,
        ...(button === undefined ? [] : buttonText(button)),
      ]);
    case 'table':
      return [
        block.columns.map((column) => column.label).join('｜'),
        ...block.rows.map((row) => block.columns.map(({ name }) => row[name] ?? '').join('｜')),
      ];
    case 'chart':
      return [block.title, chartText(block)];
    case 'form':
      return formText(block);
    case 'buttons':
      return block.buttons.flatMap(buttonText);
    default:
      return block;
  }
}

function foldedText(block: FoldedBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'facts':
      return block.pairs.map(({ label, value }) => `${label}：${value}`);
    case 'digest':
      return [`${block.label}：${inFours(block.value)}`];
    case 'line':
      return ['——'];
    default:
      return block;
  }
}

function buttonText(button: Button | LinkButton): readonly string[] {
  if ('url' in button) return [`${button.label}：${button.url}`];
  if (button.disabled !== undefined) return [`${button.label}（${button.disabled}）`];
  return [`${button.label}：发“${commandOf(button.act)}”`];
}

function formText({ fields, submit }: Extract<Block, { kind: 'form' }>): readonly string[] {
  const lines = fields.map((field) => (field.kind === 'heading' ? field.text : `　${fieldText(field)}`));
  return [...lines, ...buttonText(submit)];
}

function fieldText(field: Field): string {
  if (field.kind === 'tick') return field.label;
  const choices = field.kind === 'choice' || field.kind === 'choices' ? `：${field.options.map(({ label }) => label).join(' / ')}` : '';
  return `${field.label}${field.required ? '' : '（可不填）'}${choices}`;
}
