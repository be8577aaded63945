// What the command line says about an import and an export.
import type { SheetProblem } from '../domain/roster.ts';
import { saySheetProblem } from './sheet-problems.ts';

/** What a file would change, or has changed. */
export interface ImportReport {
  readonly total: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly problems: readonly SheetProblem[];
}

/** Counts in one line. */
export function sayImport(report: ImportReport, isDryRun: boolean): string {
  const counts = `共 ${report.total} 行：新增 ${report.added}，修改 ${report.changed}，不变 ${report.unchanged}。`;
  return isDryRun ? `${counts}这是试读，名录没有改动。` : `${counts}已导入。`;
}

/** Every problem on a line of its own, under what became of the file. */
export function sayImportProblems(problems: readonly SheetProblem[]): string {
  return [`表里有 ${problems.length} 处问题，一行也没有导入：`, ...problems.map((problem) => `  ${saySheetProblem(problem)}`)].join('\n');
}

/** The words of the two commands. */
export const IMPORT_WORDS = {
  import: '导入名录：人员、机构、事项或文件（XLSX 或 CSV），全部成功或一行不动',
  export: '导出名录：按扩展名写 XLSX 或 CSV',
  kind: 'people 人员、institutions 机构、matters 事项、documents 文件',
  file: '表格文件，.xlsx 或 .csv',
  dryRun: '只读一遍，说出会改什么，不写入',
  json: '输出 JSON',
  unknownKind: (kind: string) => `没有叫 ${kind} 的名录。可以是 people、institutions、matters、documents。`,
  unreadable: (file: string) => `读不到文件：${file}`,
  unwritable: (file: string) => `写不了文件：${file}`,
  badExtension: (file: string) => `文件名要以 .xlsx 或 .csv 结尾：${file}`,
  changedMeanwhile: '导入的同时名录被别人改了，一行也没有导入。请再执行一次。',
  exported: (count: number, file: string) => `已导出 ${count} 行到 ${file}。`,
} as const;
