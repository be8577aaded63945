// Excel from hell: files as people and attackers make them, each with what must be said about it.
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { sampleCode } from './samples.ts';
import { gbk, goodLine, HEADINGS, twoRowHeading, wide, xlsx, zip } from './sheet-bytes.ts';

/** A file, and the problems it must be refused with (`row column kind`); an empty list means that it is understood. */
export interface HostileSheet {
  readonly what: string;
  readonly fileName: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly problems: readonly string[];
}

function line(change: Readonly<Record<string, CellValue>>): () => Promise<Uint8Array> {
  return () => xlsx([HEADINGS, goodLine(1, change)]);
}

function bytesOf(text: string): () => Promise<Uint8Array> {
  return () => Promise.resolve(new TextEncoder().encode(text));
}

const CSV = `${HEADINGS.join(',')}\r\n${sampleCode(1)},示例律师事务所1,律师事务所,示例路 1 号,,,,,正常,\r\n`;

/** The whole collection. */
export const HOSTILE: readonly HostileSheet[] = [
  { what: 'an empty file', fileName: 'a.xlsx', bytes: bytesOf(''), problems: ['- - empty'] },
  { what: 'a PDF', fileName: 'a.xlsx', bytes: bytesOf('%PDF-1.7\n%âãÏÓ'), problems: ['- - not-a-sheet'] },
  {
    what: 'a web page saved as .xls',
    fileName: 'a.xls',
    bytes: bytesOf('<html><table><tr><td>x</td></tr></table></html>'),
    problems: ['- - not-a-sheet'],
  },
  {
    what: 'a picture',
    fileName: 'a.xlsx',
    bytes: () => Promise.resolve(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])),
    problems: ['- - not-a-sheet'],
  },
  {
    what: 'a zip that is no workbook',
    fileName: 'a.xlsx',
    bytes: () => Promise.resolve(zip('word/document.xml', Buffer.from('<x/>'))),
    problems: ['- - not-a-sheet'],
  },
  {
    what: 'a workbook cut in half',
    fileName: 'a.xlsx',
    bytes: async () => (await xlsx([HEADINGS, goodLine(1)])).slice(0, 900),
    problems: ['- - not-a-sheet'],
  },
  {
    what: 'a workbook whose XML is broken',
    fileName: 'a.xlsx',
    bytes: () => Promise.resolve(zip('xl/workbook.xml', Buffer.from('<workbook><sheets>'))),
    problems: ['- - not-a-sheet'],
  },
  {
    what: 'a zip bomb',
    fileName: 'a.xlsx',
    bytes: () => Promise.resolve(zip('xl/workbook.xml', Buffer.alloc(110_000_000))),
    problems: ['- - too-large'],
  },
  {
    what: 'a zip bomb that lies about its size',
    fileName: 'a.xlsx',
    bytes: () => Promise.resolve(zip('xl/workbook.xml', Buffer.alloc(110_000_000), 100)),
    problems: ['- - too-large'],
  },
  {
    what: 'a file over 20 MB',
    fileName: 'a.csv',
    bytes: () => Promise.resolve(new Uint8Array(21 * 1024 * 1024).fill(0x41)),
    problems: ['- - too-large'],
  },
  { what: 'more than 50,000 rows', fileName: 'a.csv', bytes: bytesOf(CSV + '1,2,3\r\n'.repeat(50_001)), problems: ['- - too-large'] },
  {
    what: 'a password',
    fileName: 'a.xlsx',
    bytes: () =>
      writeXlsx({ sheets: [{ name: '机构', rows: [HEADINGS, goodLine(1)] }], encryption: { password: '123456', spinCount: 1000 } }),
    problems: ['- - encrypted'],
  },
  {
    what: 'the old binary format under a new name',
    fileName: 'a.xlsx',
    bytes: () =>
      Promise.resolve(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)])),
    problems: ['- - old-format'],
  },
  { what: 'a text without headings', fileName: 'a.csv', bytes: bytesOf('今天天气很好\n'), problems: ['- - no-header'] },
  {
    what: 'a CSV with a quote never closed',
    fileName: 'a.csv',
    bytes: bytesOf(`${HEADINGS.join(',')}\n"示例,`),
    problems: ['- - not-a-sheet'],
  },
  { what: 'headings and nothing else', fileName: 'a.xlsx', bytes: () => xlsx([HEADINGS]), problems: ['- - no-rows'] },
  {
    what: 'a column missing',
    fileName: 'a.xlsx',
    bytes: () => xlsx([HEADINGS.slice(1), goodLine(1).slice(1)]),
    problems: ['- 统一社会信用代码 missing-column'],
  },
  {
    what: 'a column nobody knows',
    fileName: 'a.xlsx',
    bytes: () =>
      xlsx([
        [...HEADINGS, '星座'],
        [...goodLine(1), '白羊'],
      ]),
    problems: ['- 星座 unknown-column'],
  },
  {
    what: 'the same column twice',
    fileName: 'a.xlsx',
    bytes: () =>
      xlsx([
        [...HEADINGS, '住所'],
        [...goodLine(1), 'x'],
      ]),
    problems: ['- 地址 twice-column'],
  },
  {
    what: 'a value under no heading',
    fileName: 'a.xlsx',
    bytes: () => xlsx([HEADINGS, [...goodLine(1), null, '旁注']]),
    problems: ['2 L unknown-column'],
  },
  {
    what: 'only a hidden sheet',
    fileName: 'a.xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [
          { name: '空', rows: [['x']] },
          { name: '机构', hidden: true, rows: [HEADINGS, goodLine(1)] },
        ],
      }),
    problems: ['- - no-header'],
  },
  {
    what: 'a code that Excel made a number',
    fileName: 'a.xlsx',
    bytes: line({ 统一社会信用代码: 311_410_000_000_000_000 }),
    problems: ['2 统一社会信用代码 code-lost-zeros'],
  },
  {
    what: 'a code saved as 3.1141E+17',
    fileName: 'a.csv',
    bytes: bytesOf(CSV.replace(sampleCode(1), '3.1141E+17')),
    problems: ['2 统一社会信用代码 code-lost-zeros'],
  },
  {
    what: 'a licence that lost its zeros',
    fileName: 'a.xlsx',
    bytes: line({ 执业许可证号: 4_123_456 }),
    problems: ['2 执业许可证号 code-lost-zeros'],
  },
  {
    what: 'a telephone that lost its zero',
    fileName: 'a.xlsx',
    bytes: line({ 联系电话: 3_966_201_234 }),
    problems: ['2 联系电话 code-lost-zeros'],
  },
  {
    what: 'a code with a wrong check digit',
    fileName: 'a.xlsx',
    bytes: line({ 统一社会信用代码: '31410000MD00000010' }),
    problems: ['2 统一社会信用代码 bad-check-digit'],
  },
  {
    what: 'a code with a letter that codes do not have',
    fileName: 'a.xlsx',
    bytes: line({ 统一社会信用代码: '3141000OMD0000001X' }),
    problems: ['2 统一社会信用代码 bad-code'],
  },
  {
    what: 'a day that does not exist',
    fileName: 'a.xlsx',
    bytes: line({ 许可证有效期至: '2026年2月30日' }),
    problems: ['2 许可证有效期至 bad-date'],
  },
  {
    what: 'a category the office does not have',
    fileName: 'a.xlsx',
    bytes: line({ 类别: '仲裁委' }),
    problems: ['2 类别 unknown-category'],
  },
  { what: 'a status nobody knows', fileName: 'a.xlsx', bytes: line({ 状态: '还行' }), problems: ['2 状态 bad-choice'] },
  {
    what: 'a formula without a result',
    fileName: 'a.xlsx',
    bytes: () => xlsx([HEADINGS, goodLine(1)], { cells: new Map([['1,1', { type: 'formula', formula: 'A1&"所"' }]]) }),
    problems: ['2 机构名称 formula'],
  },
  { what: 'an error in a cell', fileName: 'a.xlsx', bytes: line({ 地址: '#REF!' }), problems: ['2 地址 formula'] },
  {
    what: 'a direction override in a name',
    fileName: 'a.xlsx',
    bytes: line({ 机构名称: '示例\u202e所' }),
    problems: ['2 机构名称 control-characters'],
  },
  {
    what: 'a name as long as a novel',
    fileName: 'a.xlsx',
    bytes: line({ 机构名称: '长'.repeat(5000) }),
    problems: ['2 机构名称 too-long'],
  },
  {
    what: 'cells merged over two lines',
    fileName: 'a.xlsx',
    bytes: () =>
      xlsx([HEADINGS, goodLine(1), goodLine(2, { 类别: null })], { merges: [{ startRow: 1, endRow: 2, startCol: 2, endCol: 2 }] }),
    problems: ['3 - merged'],
  },
  {
    what: 'the same institution twice',
    fileName: 'a.xlsx',
    bytes: () => xlsx([HEADINGS, goodLine(1), goodLine(1)]),
    problems: ['3 统一社会信用代码 twice'],
  },
  {
    what: 'two institutions of one name',
    fileName: 'a.xlsx',
    bytes: () => xlsx([HEADINGS, goodLine(1), goodLine(2, { 机构名称: '示例律师事务所1' })]),
    problems: ['3 机构名称 twice'],
  },
  {
    what: 'three mistakes in two lines',
    fileName: 'a.xlsx',
    bytes: () => xlsx([HEADINGS, goodLine(1, { 地址: null, 状态: '?' }), goodLine(2, { 类别: '?' })]),
    problems: ['2 地址 required', '2 状态 bad-choice', '3 类别 unknown-category'],
  },
  { what: 'a title, a two-row heading and a remark column', fileName: 'a.xlsx', bytes: twoRowHeading, problems: [] },
  {
    what: 'full-width digits and spaces',
    fileName: 'a.xlsx',
    bytes: line({ 统一社会信用代码: wide(sampleCode(1)), 许可证有效期至: '２０２８／３／６', 状态: ' 正 常　' }),
    problems: [],
  },
  { what: 'a risk class that is a number', fileName: 'a.xlsx', bytes: line({ 风险等级: 2 }), problems: [] },
  { what: 'a serial number for a day', fileName: 'a.xlsx', bytes: line({ 许可证有效期至: 46_819 }), problems: [] },
  {
    what: 'a serial number of the 1904 system',
    fileName: 'a.xlsx',
    bytes: () => xlsx([HEADINGS, goodLine(1, { 许可证有效期至: 46_819 - 1462 })], {}, '1904'),
    problems: [],
  },
  {
    what: 'a formula with its result',
    fileName: 'a.xlsx',
    bytes: () =>
      xlsx([HEADINGS, goodLine(1)], { cells: new Map([['1,3', { type: 'formula', formula: 'A1', formulaResult: '示例路 1 号' }]]) }),
    problems: [],
  },
  {
    what: 'a sheet of notes before the list',
    fileName: 'a.xlsx',
    bytes: () =>
      writeXlsx({
        sheets: [
          { name: '说明', rows: [['请填写第二页']] },
          { name: '机构', rows: [HEADINGS, goodLine(1)] },
        ],
      }),
    problems: [],
  },
  {
    what: 'a thousand blank rows after the list',
    fileName: 'a.xlsx',
    bytes: () => xlsx([HEADINGS, goodLine(1), ...Array.from({ length: 1000 }, () => HEADINGS.map(() => ' '))]),
    problems: [],
  },
  { what: 'a CSV in GBK', fileName: 'a.csv', bytes: () => Promise.resolve(gbk(CSV)), problems: [] },
  {
    what: 'a CSV in UTF-16 with tabs',
    fileName: 'a.csv',
    bytes: () => Promise.resolve(Buffer.from(`\ufeff${CSV.replaceAll(',', '\t')}`, 'utf16le')),
    problems: [],
  },
  {
    what: 'a CSV with semicolons and a byte order mark',
    fileName: 'a.csv',
    bytes: bytesOf(`\ufeff${CSV.replaceAll(',', ';')}`),
    problems: [],
  },
  {
    what: 'a CSV with line breaks inside quotes',
    fileName: 'a.csv',
    bytes: bytesOf(CSV.replace('示例路 1 号', '"示例路\r\n1 号"')),
    problems: [],
  },
];
