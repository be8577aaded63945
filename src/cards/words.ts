// The sentences of the cards: Handlebars in YAML, compiled once and tried at start, so that a broken one stops the start and not a citizen.
import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** What is wrong with a file of sentences, and where. */
export interface WordsProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What can be put into a sentence. Values are never read as a template again. */
export type Values = Readonly<Record<string, string | number | boolean>>;

interface Sentence {
  readonly render: (values: Values) => string;
  readonly variables: ReadonlySet<string>;
}

const environment = Handlebars.create();
const OPTIONS = { noEscape: true, strict: true, knownHelpersOnly: true } as const;
const FILE = new URL('./words.yaml', import.meta.url);

/** The names a template asks for. Throws on what sentences may not contain: partials, decorators, paths, `{{{`. */
function variablesOf(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => {
    if (['if', 'unless'].includes(path.original)) return;
    if (!/^[a-z]\w*$/i.test(path.original)) throw new Error(`“${path.original}” 不能用在句子里`);
    found.add(path.original);
  };
  visitor.PartialStatement =
    visitor.PartialBlockStatement =
    visitor.Decorator =
    visitor.DecoratorBlock =
      () => {
        throw new Error('句子里不能引用别的模板');
      };
  if (source.includes('{{{') || source.includes('{{&')) throw new Error('句子里只能用 {{名称}}');
  visitor.accept(environment.parse(source));
  return found;
}

/** Compiles a sentence and tries it with every name filled and with every name empty. */
function compile(source: string): Sentence {
  const variables = variablesOf(source);
  const render = environment.compile(source, OPTIONS);
  for (const sample of ['示例', '']) render(Object.fromEntries([...variables].map((name) => [name, sample])));
  return { render, variables };
}

/** Where a key or a sentence stands in its file. */
function offsetOf(node: unknown): number {
  return isScalar(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Reads one file of sentences: two levels, face and name. `known` holds the sentences that may be overridden; null accepts all. */
function read(file: string, text: string, known: ReadonlyMap<string, Sentence> | null) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const sentences = new Map<string, Sentence>();
  const problems: WordsProblem[] = [];
  const problem = (offset: number, message: string): void => {
    problems.push({ file, line: lines.linePos(offset).line, message });
  };
  for (const error of document.errors) problem(error.pos[0], error.message.split('\n')[0] ?? '');
  if (problems.length > 0) return { sentences, problems };
  if (document.contents !== null && !isMap(document.contents)) problem(0, '应当是“卡片名：句子名：句子”两层');
  for (const face of isMap(document.contents) ? document.contents.items : []) {
    if (!isMap(face.value)) {
      problem(offsetOf(face.key), '卡片名下面应当是句子');
      continue;
    }
    for (const entry of face.value.items) {
      const key = `${String(face.key)}.${String(entry.key)}`;
      if (!isScalar(entry.value) || typeof entry.value.value !== 'string') problem(offsetOf(entry.key), `“${key}”应当是一句话`);
      else if (known !== null && !known.has(key)) problem(offsetOf(entry.key), `没有“${key}”这句话`);
      else take(key, entry.value.value, offsetOf(entry.value));
    }
  }
  return { sentences, problems };

  function take(key: string, source: string, offset: number): void {
    try {
      const sentence = compile(source);
      const allowed = known?.get(key)?.variables ?? sentence.variables;
      const strange = [...sentence.variables].filter((name) => !allowed.has(name));
      if (strange.length > 0) problem(offset, `“${key}”里没有 ${strange.map((name) => `{{${name}}}`).join('、')} 可用`);
      else sentences.set(key, sentence);
    } catch (error) {
      problem(offset, `“${key}”写法有误：${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    }
  }
}

function ours(): ReadonlyMap<string, Sentence> {
  const { sentences, problems } = read('words.yaml', readFileSync(FILE, 'utf8'), null);
  const [first] = problems;
  if (first !== undefined) throw new Error(`${first.file}:${first.line} ${first.message}`);
  return sentences;
}

const OURS = ours();
let current: ReadonlyMap<string, Sentence> = OURS;

/** Takes an office's own sentences over ours, or ours alone again (null). Answers every problem of the file and then changes nothing. */
export function useWords(file: string | null): readonly WordsProblem[] {
  if (file === null) {
    current = OURS;
    return [];
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [{ file, line: 0, message: '读不到这个文件' }];
  }
  const { sentences, problems } = read(file, text, OURS);
  if (problems.length === 0) current = new Map([...OURS, ...sentences]);
  return problems;
}

/** The sentence of a key, e.g. `task.ask-approve`. Throws on an unknown key or a missing value: both are bugs of a face. */
export function say(key: string, values: Values = {}): string {
  const sentence = current.get(key);
  if (sentence === undefined) throw new Error(`no sentence ${key} in words.yaml`);
  for (const name of sentence.variables) {
    if (!Object.hasOwn(values, name)) throw new Error(`sentence ${key} wants ${name}`);
  }
  return sentence.render(values);
}

/** Every key there is, with the names its sentence asks for. */
export function sentenceKeys(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...OURS].map(([key, { variables }]) => [key, variables]));
}
