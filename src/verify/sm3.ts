// SM3 (GB/T 32905-2016) in plain script: the group is told both digests of a seal, and a reader may copy either.
import { utf8 } from './sha256.ts';

/** The first value of the eight registers (§4.1). */
const START = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e] as const;

/** The digest of a text's UTF-8 as 64 lowercase hex characters. */
export function sm3(text: string): string {
  const blocks = padded(utf8(text));
  let state: readonly number[] = START;
  for (let at = 0; at < blocks.byteLength; at += 64) {
    const turned = compressed(state, expanded(blocks, at));
    state = state.map((word, i) => word ^ turned[i]!);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** §5.2: a one bit, zeros, and the length in bits, to whole blocks of 64 bytes. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array((Math.floor((message.length + 8) / 64) + 1) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return view;
}

/** §5.3.2: 68 words of a block. */
function expanded(blocks: DataView, at: number): readonly number[] {
  const w = Array.from({ length: 16 }, (_, j) => blocks.getInt32(at + 4 * j));
  for (let j = 16; j < 68; j += 1) {
    const mixed = w[j - 16]! ^ w[j - 9]! ^ turn(w[j - 3]!, 15);
    w.push(mixed ^ turn(mixed, 15) ^ turn(mixed, 23) ^ turn(w[j - 13]!, 7) ^ w[j - 6]!);
  }
  return w;
}

/** §5.3.3: 64 rounds over the eight registers. */
function compressed(state: readonly number[], w: readonly number[]): readonly number[] {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let j = 0; j < 64; j += 1) {
    const isEarly = j < 16;
    const ss1 = turn((turn(a, 12) + e + turn(isEarly ? 0x79cc4519 : 0x7a879d8a, j % 32)) | 0, 7);
    const ff = isEarly ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = isEarly ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ turn(a, 12)) + (w[j]! ^ w[j + 4]!)) | 0;
    const tt2 = (gg + h + ss1 + w[j]!) | 0;
    [a, b, c, d] = [tt1, a, turn(b, 9), c];
    [e, f, g, h] = [tt2 ^ turn(tt2, 9) ^ turn(tt2, 17), e, turn(f, 19), g];
  }
  return [a, b, c, d, e, f, g, h];
}

/** Turns 32 bits to the left. */
function turn(word: number, by: number): number {
  return by === 0 ? word : (word << by) | (word >>> (32 - by));
}
