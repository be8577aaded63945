// `mingqian site`: the public site as files.
import type { Command } from 'commander';
import { writeSite } from '../web/site.ts';
import { print, printJson } from './answer.ts';
import { withOffice } from './open-office.ts';

/** Adds the verb: exit 0 with what was written. */
export function register(program: Command): void {
  program
    .command('site')
    .description('把公示网站写成文件，供上传政府门户网站')
    .argument('<DIR>', '写到这个文件夹')
    .option('--json', '输出 JSON')
    .action(async (folder: string, options: { readonly json?: boolean }) => {
      const written = await withOffice((office) => writeSite(office, folder));
      if (!written) return;
      if (options.json) printJson({ folder, files: written });
      else print(`已写出 ${written.length} 个文件到 ${folder}。请把整个文件夹上传；上传后在机器人里用 /公示 登记地址和日期。`);
    });
}
