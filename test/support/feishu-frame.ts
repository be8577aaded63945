// The frame of Feishu's long connection (`pbbp2.Frame`), written by hand so that the tests do not trust the SDK's codec.

/** One frame: `method` 0 controls, 1 carries data. */
export interface Frame {
  readonly service: number;
  readonly method: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer;
}

/** Encodes a frame; SeqID and LogID are required by proto2 and never used. */
export function encodeFrame(frame: Frame): Buffer {
  const headers = Object.entries(frame.headers).map(([key, value]) =>
    bytesField(5, Buffer.concat([bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(value))])),
  );
  const numbers = [numberField(1, 1), numberField(2, 2), numberField(3, frame.service), numberField(4, frame.method)];
  return Buffer.concat([...numbers, ...headers, bytesField(8, frame.payload)]);
}

/** Decodes a frame, skipping what it does not know. */
export function decodeFrame(buffer: Buffer): Frame {
  let frame: Frame = { service: 0, method: 0, headers: {}, payload: Buffer.alloc(0) };
  for (const { id, number, bytes } of fieldsOf(buffer)) {
    if (id === 3) frame = { ...frame, service: number };
    if (id === 4) frame = { ...frame, method: number };
    if (id === 5) {
      const [key = '', value = ''] = [...fieldsOf(bytes)].map((field) => field.bytes.toString());
      frame = { ...frame, headers: { ...frame.headers, [key]: value } };
    }
    if (id === 8) frame = { ...frame, payload: Buffer.from(bytes) };
  }
  return frame;
}

function varint(value: number): Buffer {
  const out: number[] = [];
  let rest = BigInt(value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    out.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Buffer.from(out);
}

function numberField(id: number, value: number): Buffer {
  return Buffer.concat([varint(id << 3), varint(value)]);
}

function bytesField(id: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint((id << 3) | 2), varint(bytes.length), bytes]);
}

function* fieldsOf(buffer: Buffer): Generator<{ id: number; number: number; bytes: Buffer }> {
  let at = 0;
  const read = (): number => {
    let value = 0n;
    let shift = 0n;
    let byte: number;
    do {
      byte = buffer[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      shift += 7n;
    } while (byte & 0x80);
    return Number(value);
  };
  while (at < buffer.length) {
    const tag = read();
    const size = read();
    if ((tag & 7) === 0) yield { id: tag >> 3, number: size, bytes: Buffer.alloc(0) };
    else {
      yield { id: tag >> 3, number: 0, bytes: buffer.subarray(at, at + size) };
      at += size;
    }
  }
}
