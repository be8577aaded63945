// SHA-256 (FIPS 180-4) in plain script: browsers offer none to pages served without TLS, as on an office's own network.

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8. */
const { ROUND, START } = constants();
/** Room for one block's message schedule, used again for each. */
const SCHEDULE = new Int32Array(64);
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The digest of a text's UTF-8, or of bytes, as 64 lowercase hex characters. */
export function sha256(message: string | Uint8Array): string {
  return toHex(sha256Bytes(typeof message === 'string' ? utf8(message) : message));
}

/** The digest of bytes as 32 bytes. */
export function sha256Bytes(message: Uint8Array): Uint8Array {
  const blocks = new DataView(padded(message).buffer);
  const state = START.slice();
  const w = SCHEDULE;
  for (let at = 0; at < blocks.byteLength; at += 64) {
    for (let t = 0; t < 16; t += 1) w[t] = blocks.getInt32(at + 4 * t);
    for (let t = 16; t < 64; t += 1) w[t] = (small1(w[t - 2]!) + w[t - 7]! + small0(w[t - 15]!) + w[t - 16]!) | 0;
    compress(state, w);
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => out.setInt32(4 * i, word));
  return new Uint8Array(out.buffer);
}

/** The UTF-8 of a text without lone surrogates. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i)!;
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[at++] = 0xe0 | (code >> 12);
      else {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 63);
        i += 1;
      }
      bytes[at++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[at++] = 0x80 | (code & 63);
  }
  return bytes.subarray(0, at);
}

/** Bytes of a hex text of even length. */
export function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** Lowercase hex of bytes. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (let i = 0; i < bytes.length; i += 1) hex += HEX[bytes[i]!];
  return hex;
}

/** The message, a 1 bit, zeros, and its length in bits, to a multiple of 64 bytes. */
function padded(message: Uint8Array): Uint8Array {
  const all = new Uint8Array(64 * Math.ceil((message.length + 9) / 64));
  all.set(message);
  all[message.length] = 0x80;
  const view = new DataView(all.buffer);
  view.setUint32(all.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(all.length - 4, (message.length << 3) >>> 0);
  return all;
}

function compress(state: Int32Array, w: Int32Array): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t += 1) {
    const t1 = (h + big1(e) + ((e & f) ^ (~e & g)) + ROUND[t]! + w[t]!) | 0;
    const t2 = (big0(a) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0]! + a) | 0;
  state[1] = (state[1]! + b) | 0;
  state[2] = (state[2]! + c) | 0;
  state[3] = (state[3]! + d) | 0;
  state[4] = (state[4]! + e) | 0;
  state[5] = (state[5]! + f) | 0;
  state[6] = (state[6]! + g) | 0;
  state[7] = (state[7]! + h) | 0;
}

function turn(x: number, by: number): number {
  return (x >>> by) | (x << (32 - by));
}
function big0(x: number): number {
  return turn(x, 2) ^ turn(x, 13) ^ turn(x, 22);
}
function big1(x: number): number {
  return turn(x, 6) ^ turn(x, 11) ^ turn(x, 25);
}
function small0(x: number): number {
  return turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
}
function small1(x: number): number {
  return turn(x, 17) ^ turn(x, 19) ^ (x >>> 10);
}

/** Found by whole-number roots, so that no table has to be believed and no rounding matters. */
function constants(): { readonly ROUND: Int32Array; readonly START: Int32Array } {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < 64; n += 1n) if (primes.every((p) => n % p !== 0n)) primes.push(n);
  const round = primes.map((p) => Number(BigInt.asIntN(32, floorRoot(p << 96n, 3))));
  const start = primes.slice(0, 8).map((p) => Number(BigInt.asIntN(32, floorRoot(p << 64n, 2))));
  return { ROUND: Int32Array.from(round), START: Int32Array.from(start) };
}

/** The largest whole number whose `power`th power is at most `n`, by halving. */
function floorRoot(n: bigint, power: 2 | 3): bigint {
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** BigInt(power) <= n) low = middle;
    else high = middle;
  }
  return low;
}
