// Bytes for tests of sheets: a good line of the institution list, an XLSX around it, and what people's programs make of text.
import { deflateRawSync } from 'node:zlib';
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { sampleCode } from './samples.ts';

/** Headings of the institution list, as exported. */
export const HEADINGS = [
  '统一社会信用代码',
  '机构名称',
  '类别',
  '地址',
  '负责人',
  '联系电话',
  '执业许可证号',
  '许可证有效期至',
  '状态',
  '风险等级',
];

/** One good line of the institution list. */
export function goodLine(n: number, change: Readonly<Record<string, CellValue>> = {}): CellValue[] {
  const cells: Readonly<Record<string, CellValue>> = {
    统一社会信用代码: sampleCode(n),
    机构名称: `示例律师事务所${n}`,
    类别: '律师事务所',
    地址: `示例路 ${n} 号`,
    负责人: null,
    联系电话: null,
    执业许可证号: null,
    许可证有效期至: null,
    状态: '正常',
    风险等级: null,
    ...change,
  };
  return HEADINGS.map((heading) => cells[heading] ?? null);
}

/** An XLSX of one sheet. */
export function xlsx(rows: CellValue[][], more: Partial<WriteSheet> = {}, dateSystem: '1900' | '1904' = '1900'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '机构', rows, ...more }], dateSystem });
}

/** A title, headings merged over two rows, and a column of remarks: as offices really keep such lists. */
export function twoRowHeading(): Promise<Uint8Array> {
  const top = HEADINGS.map((heading, c) => (c === 3 ? '联系信息' : c > 3 && c < 6 ? null : heading));
  const below = HEADINGS.map((heading, c) => (c >= 3 && c < 6 ? heading : null));
  const merges = [
    { startRow: 0, endRow: 0, startCol: 0, endCol: 10 },
    { startRow: 1, endRow: 1, startCol: 3, endCol: 5 },
    ...HEADINGS.flatMap((_, c) => (c >= 3 && c < 6 ? [] : [{ startRow: 1, endRow: 2, startCol: c, endCol: c }])),
  ];
  return xlsx([['西平县法律服务机构名录（示例）'], [...top, '备注'], [...below, null], [...goodLine(1), '新设']], { merges });
}

/** Digits and capitals as a full-width input method types them. */
export function wide(text: string): string {
  return text.replaceAll(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

/** The text as GBK bytes, made with the platform's own table: every two-byte sequence decoded once, then looked up. */
export function gbk(text: string): Uint8Array {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gbk');
  for (let a = 0x81; a <= 0xfe; a += 1) {
    for (let b = 0x40; b <= 0xfe; b += 1) if (b !== 0x7f) table.set(decoder.decode(Uint8Array.from([a, b])), [a, b]);
  }
  return Uint8Array.from(Array.from(text).flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : [...(table.get(c) ?? [0x3f])])));
}

/** A zip of one deflated entry; `claim` is the unpacked size it pretends to have. */
export function zip(name: string, content: Buffer, claim = content.length): Uint8Array {
  const packed = deflateRawSync(content, { level: 1 });
  const nameBytes = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claim, 22);
  local.writeUInt16LE(nameBytes.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claim, 24);
  entry.writeUInt16LE(nameBytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + nameBytes.length, 12);
  end.writeUInt32LE(30 + nameBytes.length + packed.length, 16);
  return Buffer.concat([local, nameBytes, packed, entry, nameBytes, end]);
}
