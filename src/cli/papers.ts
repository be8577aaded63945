// `mingqian papers DIR`: every paper with sample facts (示例), as Word file and print page, for looking at and for changing a template by.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { FORMS } from '../papers/forms/all.ts';
import { docxOf } from '../papers/forms/docx.ts';
import { sayFormProblem } from '../papers/forms/form-problem.ts';
import { openPapers, paperKinds } from '../papers/forms/open-papers.ts';
import { openPrintPage } from '../papers/forms/print-page.ts';
import { print, printJson, refuse } from './answer.ts';

interface Options {
  readonly json?: boolean;
  readonly templates: string;
}

/** Adds the verb. Exit 0 when all papers were written, 2 if a template of the office's own has mistakes (all are told), 3 if the directory cannot be written. */
export function register(program: Command): void {
  program
    .command('papers')
    .argument('<DIR>', '写到哪个目录')
    .description('用示例数据写出全部文书：Word 文件和打印页；同时检查本单位改过的模板')
    .option('--templates <DIR>', '本单位改过的模板所在的目录', 'config/papers')
    .option('--json', '输出 JSON')
    .action(run);
}

async function run(directory: string, { templates, json }: Options): Promise<void> {
  const papers = openPapers(templates);
  if (!papers.ok) return refuse(papers.problem.map(sayFormProblem).join('\n'));
  const printPage = openPrintPage();
  const files: string[] = [];
  const write = (name: string, bytes: string | Buffer): void => {
    writeFileSync(join(directory, name), bytes);
    files.push(name);
  };
  try {
    mkdirSync(directory, { recursive: true });
    for (const [index, kind] of paperKinds().entries()) {
      const paper = papers.value.paperOf(kind, FORMS[kind].sample);
      const name = `${String(index + 1).padStart(2, '0')}-${FORMS[kind].name}`;
      write(`${name}.html`, printPage(paper));
      write(`${name}.docx`, await docxOf(paper));
    }
  } catch (error) {
    return refuse(`写不进目录“${directory}”：${error instanceof Error ? error.message : String(error)}`, 3);
  }
  if (json) printJson({ folder: directory, files });
  else print(`写了 ${paperKinds().length} 种文书（${files.length} 个文件）到 ${directory}`);
}
