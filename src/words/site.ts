// What the command line says about the public site as files.
import type { SitePlace } from '../domain/site-place.ts';
import { sayDay } from './days.ts';

/** The words of the command. */
export const SITE_WORDS = {
  site: '把公示网站写成文件，供上传政府门户网站',
  folder: '写到这个文件夹',
  placed: '登记：这批文件上传到哪个网址。写进工作记录，并印在每页页脚',
  on: '登记：哪一天上传（YYYY-MM-DD），不写就是今天',
  json: '输出 JSON',
  more: `
例：
  mingqian site 公示                                            写出文件，页脚是上一次登记的上传
  mingqian site 公示 --placed https://www.example.gov.cn/ssj/ --on 2026-03-30
                                                                写出文件，同时登记它们上传到哪里、哪一天
整个文件夹一起上传，放在门户网站的哪一级目录下都可以；各页之间都是相对地址。
verifier.html 是离线核对程序，一个文件，不用网络；ssj1.py 是同样用途的 Python 脚本。`,
  onAlone: '写了 --on 就要写 --placed：哪一天上传到了哪个网址。没有登记，也没有写文件。',
  unwritable: (folder: string) => `写不进文件夹：${folder}。没有登记，请换一个文件夹。`,
} as const;

/** What was written, and what to do with it. */
export function saySiteWritten(count: number, folder: string, placed: SitePlace | null): string {
  const written = `已写出 ${count} 个文件到 ${folder}。请把整个文件夹上传到门户网站`;
  return placed === null
    ? `${written}；上传后带上 --placed 网址 再运行一次，登记上传到了哪里。`
    : `${written}。已登记：${sayDay(placed.on)}上传到 ${placed.address}。`;
}
