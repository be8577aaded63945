// Feishu's limits, known beforehand: what the platform would refuse, and where in the card it stands.
import type { Json, JsonObject } from './json.ts';
import { array, bytesOf, object, tagsOf, word } from './json.ts';
import { lintElement } from './lint-element.ts';
import { FORM_ONLY, INTERACTIVE, NEVER_IN_FORM, PROPERTIES, ROOT_ONLY, TEMPLATES, UNTAGGED } from './lint-tags.ts';

/** One thing the platform would refuse: where (`body.elements[3].columns[0]`) and why. */
export interface LintProblem {
  readonly path: string;
  readonly message: string;
}

const BYTES = 28 * 1024;
const TAGS = 200;
const DEPTH = 5;
const TABLES = 5;

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly isInForm: boolean;
  readonly isRoot: boolean;
}

interface Found {
  readonly problems: LintProblem[];
  readonly names: Set<string>;
  readonly ids: Set<string>;
  tables: number;
}

/** Everything that is wrong with a card; nothing for a good one. */
export function lintFeishu(card: JsonObject): readonly LintProblem[] {
  const found: Found = { problems: [], names: new Set(), ids: new Set(), tables: 0 };
  const say = (path: string, message: string): void => {
    found.problems.push({ path, message });
  };
  const bytes = bytesOf(card);
  const tags = tagsOf(card);
  if (bytes > BYTES) say('', `${bytes} bytes, more than ${BYTES}`);
  if (tags > TAGS) say('', `${tags} tags, more than ${TAGS}`);
  if (card.schema !== '2.0') say('schema', 'is not 2.0');
  unknown(card, 'card', '', found);
  lintHead(card, found);
  const body = object(card.body);
  if (body === null) say('body', 'is missing');
  else {
    unknown(body, 'body', 'body', found);
    walkAll(body.elements, { path: 'body.elements', depth: 0, isInForm: false, isRoot: true }, found);
  }
  if (found.tables > TABLES) say('', `${found.tables} tables, more than ${TABLES}`);
  return found.problems;
}

function lintHead(card: JsonObject, found: Found): void {
  const config = object(card.config);
  if (config !== null) {
    unknown(config, 'config', 'config', found);
    if (config.update_multi !== true) found.problems.push({ path: 'config.update_multi', message: 'is only ever true' });
  }
  const header = object(card.header);
  if (header === null) return;
  unknown(header, 'header', 'header', found);
  if (typeof header.template === 'string' && !TEMPLATES.has(header.template)) {
    found.problems.push({ path: 'header.template', message: `unknown ${header.template}` });
  }
  if (object(header.title)?.tag === undefined) found.problems.push({ path: 'header.title', message: 'is missing' });
  if (Array.isArray(header.text_tag_list) && header.text_tag_list.length > 3) {
    found.problems.push({ path: 'header.text_tag_list', message: 'more than 3 tags' });
  }
  for (const part of [header.title, header.subtitle, ...array(header.text_tag_list)]) tagged(part, 'header', found);
}

function unknown(json: JsonObject, kind: string, path: string, { problems }: Found): void {
  const known = UNTAGGED[kind] ?? PROPERTIES[kind] ?? [];
  for (const key of Object.keys(json)) if (!known.includes(key)) problems.push({ path: `${path}.${key}`, message: 'unknown property' });
}

/** Texts and icons inside an element: known tags with known properties, and no Markdown that could hide somebody's text. */
function tagged(value: Json | undefined, path: string, found: Found): void {
  const json = object(value);
  if (json === null) {
    for (const [index, one] of array(value).entries()) tagged(one, `${path}[${index}]`, found);
    return;
  }
  if (typeof json.tag === 'string') {
    if (PROPERTIES[json.tag] === undefined) found.problems.push({ path, message: `unknown tag ${json.tag}` });
    else unknown(json, json.tag, path, found);
    if (json.tag === 'plain_text' && json.content === '') found.problems.push({ path, message: 'empty text' });
    if (json.tag === 'lark_md' || json.tag === 'markdown') {
      if (/<at\b|\]\(/.test(word(json.content))) found.problems.push({ path, message: 'Markdown fed with unescaped text' });
    }
  }
  for (const [key, child] of Object.entries(json)) if (!OPAQUE.has(key)) tagged(child, `${path}.${key}`, found);
}

/** Not read as parts of the card: what a callback carries, a chart's own language, a table's cells; elements are walked on their own. */
const OPAQUE = new Set(['value', 'chart_spec', 'rows', 'elements', 'columns', 'behaviors']);

function walkAll(elements: Json | undefined, place: Place, found: Found): void {
  for (const [index, element] of array(elements).entries()) walk(object(element), { ...place, path: `${place.path}[${index}]` }, found);
}

function walk(element: JsonObject | null, place: Place, found: Found): void {
  const { path, depth, isInForm, isRoot } = place;
  const say = (message: string): void => {
    found.problems.push({ path, message });
  };
  const tag = typeof element?.tag === 'string' ? element.tag : '';
  if (element === null || PROPERTIES[tag] === undefined) {
    say(`unknown tag ${tag}`);
    return;
  }
  if (depth > DEPTH) say(`nested deeper than ${DEPTH}`);
  if (ROOT_ONLY.has(tag) && !isRoot) say(`${tag} stands at the root only`);
  if (NEVER_IN_FORM.has(tag) && isInForm) say(`${tag} stands in no form`);
  if (FORM_ONLY.has(tag) && !isInForm) say(`${tag} stands in a form only`);
  if (tag === 'table') found.tables += 1;
  tagged(element, path, found);
  lintName(element, place, found);
  for (const message of lintElement(element, isInForm)) say(message);
  const inner = { depth: depth + 1, isInForm: isInForm || tag === 'form', isRoot: false };
  walkAll(element.elements, { ...inner, path: `${path}.elements` }, found);
  if (tag === 'column_set') walkAll(element.columns, { ...inner, depth, path: `${path}.columns` }, found);
}

function lintName(element: JsonObject, { path, isInForm }: Place, { problems, names, ids }: Found): void {
  const { tag, name, element_id: id } = element;
  if (isInForm && INTERACTIVE.has(word(tag)) && (typeof name !== 'string' || name === '')) problems.push({ path, message: 'has no name' });
  if (tag === 'form' && (typeof name !== 'string' || name === '')) problems.push({ path, message: 'form has no name' });
  if (typeof name === 'string') {
    if (!/^[A-Za-z]\w*$/.test(name)) problems.push({ path, message: `name ${name} is not a name` });
    if (name.length > 128) problems.push({ path, message: 'name is longer than 128' });
    if (names.has(name)) problems.push({ path, message: `name ${name} comes twice` });
    names.add(name);
  }
  if (typeof id === 'string') {
    if (!/^[A-Za-z]\w{0,19}$/.test(id)) problems.push({ path, message: `element_id ${id} is not one` });
    if (ids.has(id)) problems.push({ path, message: `element_id ${id} comes twice` });
    ids.add(id);
  }
}
