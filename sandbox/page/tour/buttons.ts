// Finding a card's buttons by what they do, and filling the form around one.
import type { FormValue } from '../api.ts';
import { asNode, asNodes, asText, type CardNode, contentOf, tagOf } from '../card/node.ts';
import type { Answers } from './parts.ts';

/** A live button of a card: what it does, what it is called on the wire, and the fields of the form around it. */
export interface Found {
  readonly verb: string;
  readonly button: string;
  readonly fields: readonly CardNode[];
}

const FIELD = /^(input|select_|multi_select_|date_picker|picker_|checker)/;

function fieldsIn(nodes: readonly CardNode[]): readonly CardNode[] {
  return nodes.flatMap((node) =>
    FIELD.test(tagOf(node)) ? [node] : fieldsIn([...asNodes(node['elements']), ...asNodes(node['columns'])]),
  );
}

function walk(nodes: readonly CardNode[], prefix: string, fields: readonly CardNode[]): readonly Found[] {
  return nodes.flatMap((node, i) => {
    const path = prefix === '' ? String(i) : `${prefix}.${i}`;
    const tag = tagOf(node);
    if (tag === 'button') {
      const value = asNode(asNodes(node['behaviors']).find((one) => one['type'] === 'callback')?.['value']);
      const isLive = node['disabled'] !== true && asText(value['do']) !== '';
      return isLive
        ? [{ verb: asText(value['do']), button: asText(node['name']) || path, fields: node['form_action_type'] === 'submit' ? fields : [] }]
        : [];
    }
    if (tag === 'table') return [];
    const inside = tag === 'form' ? fieldsIn(asNodes(node['elements'])) : fields;
    return walk([...asNodes(node['elements']), ...asNodes(node['columns'])], path, inside);
  });
}

/** The live buttons of a card. */
export const buttonsOf = (card: unknown): readonly Found[] => walk(asNodes(asNode(asNode(card)['body'])['elements']), '', []);

/** The day in China. */
const dayText = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

function chosen(node: CardNode, pattern: RegExp | null): readonly string[] {
  const options = asNodes(node['options']);
  const fitting = pattern ? options.filter((option) => pattern.test(contentOf(option['text']) || asText(option['value']))) : options;
  return (fitting.length > 0 ? fitting : options.slice(0, 1)).map((option) => asText(option['value']));
}

const FINE = /未发现|符合|合格|正常|没有|本人|当面|直接/;

function valueOf(node: CardNode, answer: Answers[string] | undefined, now: Date): FormValue | undefined {
  const tag = tagOf(node);
  if (answer !== undefined && !(answer instanceof RegExp)) {
    return typeof answer === 'object' && 'daysAhead' in answer ? dayText(new Date(now.getTime() + answer.daysAhead * 86_400_000)) : answer;
  }
  const isShown = ['default_value', 'initial_option', 'initial_date', 'initial_datetime'].some((key) => asText(node[key]) !== '');
  if (tag === 'checker') return true;
  if (answer === undefined && (isShown || node['required'] !== true)) return undefined;
  if (tag === 'input') return '示例填写';
  if (tag.startsWith('multi_')) return chosen(node, answer ?? null);
  if (tag.startsWith('select_')) return chosen(node, answer ?? FINE)[0] ?? '';
  if (tag === 'picker_datetime') return `${dayText(now)} 09:30`;
  return tag === 'picker_time' ? '09:30' : dayText(now);
}

/** What to send with a found button. */
export function fillFields(fields: readonly CardNode[], answers: Answers, now: Date): Readonly<Record<string, FormValue>> {
  const filled = fields.map((node) => [asText(node['name']), valueOf(node, answers[asText(node['name'])], now)] as const);
  return Object.fromEntries(filled.filter((pair): pair is readonly [string, FormValue] => pair[1] !== undefined));
}
