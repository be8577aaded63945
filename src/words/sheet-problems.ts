// What is wrong with a cell of a sheet: where it stands and what to do about it, one sentence each.
import { unreachable } from '../domain/result.ts';
import type { SheetProblem } from '../domain/roster.ts';

/** `第 12 行“手机”：…`. */
export function saySheetProblem(problem: SheetProblem): string {
  const row = problem.row === null ? '' : `第 ${problem.row} 行`;
  const column = problem.column === null ? '' : `“${problem.column}”`;
  const place = `${row}${column}`;
  return `${place}${place === '' ? '' : '：'}${saySheetTrouble(problem)}`;
}

/** The trouble alone, without its place. */
export function saySheetTrouble({ kind, value }: SheetProblem): string {
  switch (kind) {
    case 'not-a-sheet':
      return '这不是能读的表格，请发 .xlsx 或 .csv 文件。';
    case 'old-format':
      return '这是旧的 .xls 格式（改名没有用），请在 Excel 或 WPS 里另存为 .xlsx 再发。';
    case 'too-large':
      return `文件太大（${value}），请拆成几份再发。`;
    case 'encrypted':
      return '文件加了密码，请去掉密码后再发。';
    case 'no-header':
      return '没找到表头，请用模板的第一行作表头。';
    case 'missing-column':
      return `缺少“${value}”这一列。`;
    case 'unknown-column':
      return `不认识“${value}”这一列，请对照模板的表头。`;
    case 'twice-column':
      return `“${value}”这一列出现了两次，请留一列。`;
    case 'empty':
      return '文件是空的。';
    case 'required':
      return '这一格必须填。';
    case 'too-long':
      return `内容太长：${value}`;
    case 'bad-code':
      return `编号写法不对：${value}`;
    case 'code-lost-zeros':
      return `号码开头的零丢了：${value}。请把这一列设成文本格式，再填一遍。`;
    case 'bad-check-digit':
      return `统一社会信用代码的校验位不对，多半是抄错了一位：${value}`;
    case 'bad-date':
      return `日期认不出来：${value}。请写成 2026-03-16。`;
    case 'bad-number':
      return `应当是数字：${value}`;
    case 'bad-ratio':
      return `比例认不出来：${value}。请写成 10% 或 1/10。`;
    case 'bad-choice':
      return `没有这个选项：${value}`;
    case 'bad-mobile':
      return `手机号不对：${value}`;
    case 'unknown-category':
      return `没有这个类别：${value}`;
    case 'twice':
      return `与本表另一行重复：${value}`;
    case 'twice-elsewhere':
      return `名录里已有别的记录用了它：${value}`;
    case 'differs':
      return `同一文号的各行应当一致，这一行写的是：${value}`;
    case 'formula':
      return `这一格是公式，没有存下结果：${value}。请粘贴成数值。`;
    case 'merged':
      return '这一格是合并单元格，请拆开后每格填上。';
    case 'control-characters':
      return `有看不见的控制字符：${value}`;
    case 'no-rows':
      return '只有表头，没有数据。';
    default:
      return unreachable(kind);
  }
}
