// Reads a template before anybody is handed a paper from it: whatever it could do wrong for some facts is found for all, with its line.
import Handlebars from 'handlebars';
import { checkMarks, type OpenMark } from './check-marks.ts';
import type { FormMistake, FormProblem } from './form-problem.ts';
import { HELPERS } from './helpers.ts';
import { type Facts, isRecord, nameOf, valueAt } from './template-paths.ts';

/** A walk through one template. */
interface Walk {
  /** The marks that are open here, outermost first. */
  readonly open: OpenMark[];
  /** What names mean here: the facts, and inside lists an item of each. */
  readonly scopes: readonly Facts[];
  readonly report: (line: number, mistake: FormMistake) => void;
}

/**
 * Every mistake of a template, by line; none means: it renders for all facts of the sample's shape, to marks that fit together.
 * A value cannot be a mark (it is escaped), and only what is named here can run: values, lists, conditions and our three helpers.
 */
export function checkTemplate(file: string, source: string, sample: object): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  const report: Walk['report'] = (line, mistake) => problems.push({ file, line, ...mistake });
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(source);
  } catch (error) {
    return [{ file, line: Number(/line (\d+)/.exec(String(error))?.[1] ?? 1), kind: 'syntax' }];
  }
  walkProgram(program, { open: [], scopes: [{ ...sample }], report });
  if (!/<标题>/.test(source)) report(1, { kind: 'no-title' });
  return problems.toSorted((a, b) => a.line - b.line);
}

/** Marks opened in a program must be closed in it: then it does not matter which conditions hold. */
function walkProgram(program: hbs.AST.Program, walk: Walk): void {
  const base = walk.open.length;
  for (const statement of program.body) walkStatement(statement, walk, base);
  for (const { name, line } of walk.open.splice(base)) walk.report(line, { kind: 'unclosed-mark', name });
}

function walkStatement(statement: hbs.AST.Statement, walk: Walk, base: number): void {
  const { line } = statement.loc.start;
  if (isContent(statement)) checkMarks(textOf(statement), line, walk.open, base, walk.report);
  else if (isMustache(statement)) walkValue(statement, walk, line);
  else if (isBlock(statement)) walkBlock(statement, walk, line);
  else if (statement.type !== 'CommentStatement') walk.report(line, { kind: 'forbidden', name: '{{>}}' });
}

function walkValue(statement: hbs.AST.MustacheStatement, walk: Walk, line: number): void {
  const name = nameOf(statement.path);
  const inside = walk.open.at(-1);
  if (!inside?.isText) walk.report(line, { kind: 'stray-text', name });
  if (!statement.escaped) return walk.report(line, { kind: 'forbidden', name: '{{{' });
  if (statement.params.length === 0 && !statement.hash) return checkText(statement.path, walk, line);
  if (!Object.hasOwn(HELPERS, name) || statement.hash || statement.params.length !== 1)
    return walk.report(line, { kind: 'forbidden', name });
  for (const param of statement.params) checkText(param, walk, line);
}

function checkText(path: hbs.AST.Expression, walk: Walk, line: number): void {
  const value = valueAt(path, walk.scopes);
  if (value === undefined) walk.report(line, { kind: 'unknown-fact', name: nameOf(path) });
  else if (typeof value === 'object') walk.report(line, { kind: 'not-a-text', name: nameOf(path) });
}

function walkBlock(block: hbs.AST.BlockStatement, walk: Walk, line: number): void {
  const name = nameOf(block.path);
  const [param] = block.params;
  if (!['each', 'if', 'unless'].includes(name) || block.params.length !== 1 || !param || block.hash || block.program.blockParams?.length)
    return walk.report(line, { kind: 'forbidden', name: `#${name}` });
  // A row's cells are counted against the heads of its table, so none of them may depend on anything.
  if (walk.open.at(-1)?.name === '行') walk.report(line, { kind: 'forbidden', name: `<行>里的 #${name}` });
  const value = valueAt(param, walk.scopes);
  if (value === undefined) walk.report(line, { kind: 'unknown-fact', name: nameOf(param) });
  const isEach = name === 'each';
  if (isEach && value !== undefined && !Array.isArray(value)) walk.report(line, { kind: 'not-a-list', name: nameOf(param) });
  const item = isEach && Array.isArray(value) ? value[0] : undefined;
  if (!isEach || item !== undefined)
    walkProgram(block.program, isEach ? { ...walk, scopes: [...walk.scopes, isRecord(item) ? item : { this: item }] } : walk);
  if (block.inverse) walkProgram(block.inverse, walk);
}

const isContent = (statement: hbs.AST.Statement): statement is hbs.AST.ContentStatement => statement.type === 'ContentStatement';
const isMustache = (statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement => statement.type === 'MustacheStatement';
const isBlock = (statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement => statement.type === 'BlockStatement';

/** The text as it is written; Handlebars' own types say of it that it is a pair of flags. */
function textOf({ original }: { readonly original: unknown }): string {
  return typeof original === 'string' ? original : '';
}
