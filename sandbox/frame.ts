// The long connection's frame (protobuf message pbbp2.Frame), written and read by hand so that no protobuf package is needed.

/** method 0 = control (ping, pong), 1 = data. */
export interface Frame {
  readonly sequence: bigint;
  readonly log: bigint;
  readonly service: number;
  readonly method: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
}

/** The frame's bytes. */
export function encodeFrame(frame: Frame): Buffer {
  const headers = Object.entries(frame.headers).map(([key, value]) =>
    bytesField(5, Buffer.concat([bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(value))])),
  );
  return Buffer.concat([
    numberField(1, frame.sequence),
    numberField(2, frame.log),
    numberField(3, BigInt(frame.service)),
    numberField(4, BigInt(frame.method)),
    ...headers,
    bytesField(8, frame.payload),
  ]);
}

/** The frame in these bytes. Throws on anything that is not one. */
export function decodeFrame(bytes: Buffer): Frame {
  const numbers = new Map<number, bigint>();
  const headers: Record<string, string> = {};
  let payload: Buffer = Buffer.alloc(0);
  for (const field of fields(bytes)) {
    if (field.kind === 'number') numbers.set(field.id, field.value);
    else if (field.id === 5) {
      const [key, value] = headerOf(field.value);
      headers[key] = value;
    } else if (field.id === 8) payload = Buffer.from(field.value);
  }
  const number = (id: number): bigint => numbers.get(id) ?? 0n;
  return { sequence: number(1), log: number(2), service: Number(number(3)), method: Number(number(4)), headers, payload };
}

type Field =
  | { readonly kind: 'number'; readonly id: number; readonly value: bigint }
  | { readonly kind: 'bytes'; readonly id: number; readonly value: Buffer };

function* fields(bytes: Buffer): Generator<Field> {
  const at = { offset: 0 };
  while (at.offset < bytes.length) {
    const tag = Number(readVarint(bytes, at));
    const id = tag >> 3;
    if ((tag & 7) === 0) yield { kind: 'number', id, value: readVarint(bytes, at) };
    else if ((tag & 7) === 2) {
      const length = Number(readVarint(bytes, at));
      if (at.offset + length > bytes.length) throw new Error('frame is cut short');
      yield { kind: 'bytes', id, value: bytes.subarray(at.offset, at.offset + length) };
      at.offset += length;
    } else throw new Error(`unexpected wire type ${tag & 7}`);
  }
}

function headerOf(bytes: Buffer): readonly [key: string, value: string] {
  const texts = new Map<number, string>();
  for (const field of fields(bytes)) if (field.kind === 'bytes') texts.set(field.id, field.value.toString('utf8'));
  return [texts.get(1) ?? '', texts.get(2) ?? ''];
}

function readVarint(bytes: Buffer, at: { offset: number }): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = bytes[at.offset];
    if (byte === undefined) throw new Error('frame is cut short');
    at.offset += 1;
    value |= BigInt(byte & 0x7f) << shift;
    if ((byte & 0x80) === 0) return value;
  }
  throw new Error('number is too long');
}

function varint(number: bigint): Buffer {
  const out: number[] = [];
  let rest = BigInt.asUintN(64, number);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    out.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Buffer.from(out);
}

const numberField = (id: number, value: bigint): Buffer => Buffer.concat([varint(BigInt(id << 3)), varint(value)]);
const bytesField = (id: number, value: Buffer): Buffer =>
  Buffer.concat([varint(BigInt((id << 3) | 2)), varint(BigInt(value.length)), value]);
