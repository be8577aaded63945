// What can be wrong with a template of the office's own, and the sentence for it.
import { unreachable } from '../../domain/result.ts';

/** One mistake, with its file and line (from 1). */
export type FormProblem = { readonly file: string; readonly line: number } & FormMistake;

/** The kinds of mistake; `name` is the word that is wrong. */
export type FormMistake =
  | { readonly kind: 'unknown-file' }
  | { readonly kind: 'unreadable-file' }
  | { readonly kind: 'syntax' }
  | { readonly kind: 'unknown-fact'; readonly name: string }
  | { readonly kind: 'not-a-text'; readonly name: string }
  | { readonly kind: 'not-a-list'; readonly name: string }
  | { readonly kind: 'forbidden'; readonly name: string }
  | { readonly kind: 'unknown-mark'; readonly name: string }
  | { readonly kind: 'misplaced-mark'; readonly name: string }
  | { readonly kind: 'unclosed-mark'; readonly name: string }
  | { readonly kind: 'unopened-mark'; readonly name: string }
  | { readonly kind: 'bad-attribute'; readonly name: string }
  | { readonly kind: 'stray-angle' }
  | { readonly kind: 'stray-text'; readonly name: string }
  | { readonly kind: 'uneven-row'; readonly name: string }
  | { readonly kind: 'no-title' };

/** `config/papers/检查通知书.hbs 第 3 行：……`. */
export function sayFormProblem(problem: FormProblem): string {
  return `${problem.file} 第 ${problem.line} 行：${sayMistake(problem)}`;
}

function sayMistake(mistake: FormMistake): string {
  switch (mistake.kind) {
    case 'unknown-file':
      return '没有这个名字的文书，文件名要与系统自带的模板一致';
    case 'unreadable-file':
      return '文件读不出来，或者超过 200 KB';
    case 'syntax':
      return '双花括号没有写对，例如少了一个括号，或者 {{#each}} 没有对应的 {{/each}}';
    case 'unknown-fact':
      return `这份文书没有“${mistake.name}”这一项`;
    case 'not-a-text':
      return `“${mistake.name}”是一组内容，要用 {{#each}} 逐项写出`;
    case 'not-a-list':
      return `“${mistake.name}”不是一组内容，不能用 {{#each}}`;
    case 'forbidden':
      return `不能用“${mistake.name}”；模板里只有取值、{{#each}}、{{#if}}、{{#unless}}、日期、时间、序`;
    case 'unknown-mark':
      return `没有“<${mistake.name}>”这种标记`;
    case 'misplaced-mark':
      return `“<${mistake.name}>”不能放在这里`;
    case 'unclosed-mark':
      return `“<${mistake.name}>”没有结束标记，或者结束标记在另一段条件里`;
    case 'unopened-mark':
      return `“</${mistake.name}>”没有开始标记`;
    case 'bad-attribute':
      return `“<${mistake.name}>”的属性不对：“栏”要有“名”，“表”要有“列”，“行数”是 1 到 40 的整数`;
    case 'stray-angle':
      return '尖括号不属于任何标记；要印尖括号请写全角的〈〉';
    case 'stray-text':
      return `“${mistake.name}”在标记之外，不会印出来`;
    case 'uneven-row':
      return `“${mistake.name}”的一行与表头的列数不一样`;
    case 'no-title':
      return '没有<标题>';
    default:
      return unreachable(mistake);
  }
}
