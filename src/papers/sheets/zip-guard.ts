// Looks into a zip file before anything unpacks it: what is in it, and whether it would burst (a zip bomb).
import { inflateRawSync } from 'node:zlib';

/** The most an XLSX may unpack to, all parts together: 50,000 rows of our widest list stay under half of it. */
const MOST_BYTES = 100 * 1024 * 1024;
const MOST_ENTRIES = 2000;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;

/** What was found: the parts' names, or why it must not be opened. */
export type ZipLook =
  | { readonly kind: 'parts'; readonly names: readonly string[] }
  | { readonly kind: 'broken' }
  | { readonly kind: 'bomb' };

/** Unpacks every part once, without keeping it, since the sizes written in a zip may lie. */
export function lookIntoZip(bytes: Uint8Array): ZipLook {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > data.length || data.readUInt32LE(end) !== END_MARK) return { kind: 'broken' };
  const count = data.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return { kind: 'bomb' };
  const names: string[] = [];
  let at = data.readUInt32LE(end + 16);
  let left = MOST_BYTES;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== ENTRY_MARK) return { kind: 'broken' };
    const nameLength = data.readUInt16LE(at + 28);
    names.push(data.toString('utf8', at + 46, at + 46 + nameLength));
    const size = unpackedSize(data, at, left);
    if (typeof size === 'string') return { kind: size };
    left -= size;
    if (left < 0) return { kind: 'bomb' };
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return { kind: 'parts', names };
}

/** How many bytes the part unpacks to, given that at most `left` are allowed. */
function unpackedSize(data: Buffer, entry: number, left: number): number | 'broken' | 'bomb' {
  const method = data.readUInt16LE(entry + 10);
  const packed = data.readUInt32LE(entry + 20);
  const header = data.readUInt32LE(entry + 42);
  if (header + 30 > data.length) return 'broken';
  const start = header + 30 + data.readUInt16LE(header + 26) + data.readUInt16LE(header + 28);
  if (start + packed > data.length) return 'broken';
  if (method === 0) return packed;
  if (method !== 8) return 'broken';
  try {
    return inflateRawSync(data.subarray(start, start + packed), { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    return error instanceof RangeError ? 'bomb' : 'broken';
  }
}
