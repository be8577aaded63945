// The strict reading of a card, JSON 2.0: where components may stand, how many, how deep, what their names and keys refer to.
import { ELEMENTS, INTERACTIVE } from './card-elements.ts';
import { checkField, checkForm } from './card-fields.ts';
import { cardShape } from './card-frame.ts';
import { BAD_JSON, type Report } from './card-kinds.ts';
import { checkReferences } from './card-references.ts';
import { childrenOf, isObject } from './card-tree.ts';
import type { JsonObject } from './shapes.ts';

/** One thing wrong with a card. `code` is the ErrCode inside 230099. */
export interface CardProblem {
  readonly code: number;
  readonly path: string;
  readonly text: string;
}

/** What the linter asks the platform. */
export interface CardWorld {
  hasImage(key: string): boolean;
  hasPerson(id: string): boolean;
  readonly mayMentionAll: boolean;
}

/** Everything wrong with this card, in document order. */
export function lintCard(card: JsonObject, world: CardWorld): readonly CardProblem[] {
  const problems: CardProblem[] = [];
  const report: Report = (code, path, text) => void problems.push({ code, path, text });
  cardShape(card, 'ROOT', report);
  const body = isObject(card['body']) ? card['body'] : {};
  const visit: Visit = { report, names: new Set(), ids: new Set(), tables: 0 };
  visitAll(visit, body['elements'], 'ROOT -> body -> elements', { parent: 'body', form: null, depth: 0 });
  const tags = countTags(card);
  if (tags > MOST_TAGS) report(TOO_MUCH, 'ROOT', `组件 ${tags} 个，上限 ${MOST_TAGS}`);
  if (visit.tables > MOST_TABLES) report(TOO_MUCH, 'ROOT', `表格 ${visit.tables} 个，上限 ${MOST_TABLES}`);
  checkReferences(card, 'ROOT', world, report);
  return problems;
}

const MOST_TAGS = 200;
const MOST_TABLES = 5;
const MOST_DEPTH = 5;
/** Element limit; too deep. */
const TOO_MUCH = 11310;
/** A tag that JSON 2.0 does not know, or not here. */
const BAD_TAG = 200861;
/** A name that is missing, empty or used twice. */
const BAD_NAME = 200530;

const ROOT_ONLY: ReadonlySet<string> = new Set(['form', 'table']);
const FORM_ONLY: ReadonlySet<string> = new Set(['multi_select_static', 'multi_select_person']);
const NOT_IN_FORM: ReadonlySet<string> = new Set(['chart', 'form', 'table']);
const CONTAINERS: ReadonlySet<string> = new Set(['form', 'column_set', 'collapsible_panel', 'interactive_container']);

interface Visit {
  readonly report: Report;
  readonly names: Set<string>;
  readonly ids: Set<string>;
  tables: number;
}

interface Around {
  readonly parent: string;
  readonly form: string | null;
  readonly depth: number;
}

function visitAll(visit: Visit, value: unknown, path: string, around: Around): void {
  if (!Array.isArray(value)) {
    visit.report(BAD_JSON, path, '应为数组');
    return;
  }
  for (const [index, element] of value.entries()) {
    const tag = isObject(element) && typeof element['tag'] === 'string' ? element['tag'] : '';
    const where = `${path} -> [${index}](tag: ${tag})`;
    const kind = ELEMENTS.get(tag);
    if (!isObject(element) || kind === undefined) visit.report(BAD_TAG, where, `不支持的组件 ${tag || '（无 tag）'}`);
    else {
      kind(element, where, visit.report);
      visitOne(visit, element, tag, where, around);
    }
  }
}

function visitOne(visit: Visit, element: JsonObject, tag: string, path: string, around: Around): void {
  checkPlace(visit, tag, path, around);
  checkNames(visit, element, tag, path, around);
  checkField(element, tag, path, around.form !== null, visit.report);
  if (tag === 'table') visit.tables += 1;
  const depth = around.depth + (CONTAINERS.has(tag) ? 1 : 0);
  if (depth > MOST_DEPTH) {
    visit.report(TOO_MUCH, path, `容器嵌套超过 ${MOST_DEPTH} 层`);
    return;
  }
  const form = tag === 'form' ? path : around.form;
  const inside = { parent: tag, form, depth };
  if (tag === 'column_set') visitAll(visit, element['columns'], `${path} -> columns`, inside);
  else if (tag === 'column' && element['elements'] === undefined) return;
  else if (CONTAINERS.has(tag) || tag === 'column') visitAll(visit, element['elements'], `${path} -> elements`, inside);
  else if (tag === 'checker') for (const one of childrenOf(element)) checkNames(visit, one, 'button', path, inside);
  if (tag === 'form') checkForm(element, path, visit.report);
}

function checkPlace(visit: Visit, tag: string, path: string, around: Around): void {
  if ((tag === 'column') !== (around.parent === 'column_set')) visit.report(BAD_TAG, path, 'column 只能、也必须直接放在 column_set 里');
  if (ROOT_ONLY.has(tag) && around.parent !== 'body') visit.report(BAD_TAG, path, `${tag} 只能放在卡片根部`);
  if (FORM_ONLY.has(tag) && around.form === null) visit.report(BAD_TAG, path, `${tag} 只能放在表单里`);
  if (NOT_IN_FORM.has(tag) && around.form !== null) visit.report(BAD_TAG, path, `${tag} 不能放在表单里`);
}

function checkNames(visit: Visit, element: JsonObject, tag: string, path: string, around: Around): void {
  const { name, element_id: id } = element;
  const isNamed = INTERACTIVE.has(tag) || tag === 'form';
  if (isNamed && around.form !== null && (typeof name !== 'string' || name === '')) visit.report(BAD_NAME, path, '表单里的组件必须有 name');
  if (isNamed && typeof name === 'string') {
    if (visit.names.has(name)) visit.report(BAD_NAME, path, `name ${name} 重复`);
    visit.names.add(name);
  }
  if (typeof id === 'string') {
    if (visit.ids.has(id)) visit.report(BAD_JSON, path, `element_id ${id} 重复`);
    visit.ids.add(id);
  }
}

/** Every object with a tag counts, texts included; but not inside values that only the bot or the chart reads. */
function countTags(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + countTags(one), 0);
  if (!isObject(value)) return 0;
  const inner = Object.entries(value).filter(([key]) => key !== 'value' && key !== 'chart_spec' && key !== 'rows');
  return inner.reduce((sum, [, one]) => sum + countTags(one), typeof value['tag'] === 'string' ? 1 : 0);
}
