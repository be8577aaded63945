// What we ask the platform for: the bytes of a file, and whose mobile number it is.
import type { Readable } from 'node:stream';
import { dig } from './call-result.ts';
import type { Limiter } from './limiter.ts';
import type { Sdk } from './sdk.ts';

const DOWNLOAD_TIMEOUT_MS = 60_000;
const BATCH = 50;

/** The bytes of a file in a message, at most `limit`; null if it is larger, gone or does not come. Tried twice when the line breaks. */
export async function download(sdk: Sdk, message: string, file: string, isImage: boolean, limit: number): Promise<Uint8Array | null> {
  const path = `/open-apis/im/v1/messages/${encodeURIComponent(message)}/resources/${encodeURIComponent(file)}`;
  for (let attempt = 0; attempt < 2; attempt++) {
    const result = await sdk.call({ method: 'GET', path, params: { type: isImage ? 'image' : 'file' }, stream: true });
    if (result.kind === 'refused') return null;
    if (result.kind === 'unreachable') continue;
    const stream = dig(result.body, 'data') as Readable;
    const headers = { ...(dig(result.body, 'headers') as object) };
    if (Number(dig(headers, 'content-length') ?? 0) > limit || isRefusal(headers)) {
      stream.destroy();
      return null;
    }
    const bytes = await read(stream, limit);
    if (bytes !== 'broken') return bytes;
  }
  return null;
}

/** A file is sent as an attachment; a refusal with HTTP 200 is bare JSON. */
function isRefusal(headers: object): boolean {
  const type = dig(headers, 'content-type');
  return typeof type === 'string' && type.startsWith('application/json') && dig(headers, 'content-disposition') === undefined;
}

async function read(stream: Readable, limit: number): Promise<Uint8Array | null | 'broken'> {
  // The HTTP timeout ends with the headers; a download that stops in the middle would be waited for without end.
  const giveUp = setTimeout(() => stream.destroy(new Error('too slow')), DOWNLOAD_TIMEOUT_MS);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > limit) return null;
      chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } catch {
    return 'broken';
  } finally {
    clearTimeout(giveUp);
    stream.destroy();
  }
}

/** Accounts by mobile number. Throws if the platform does not answer: silence would look like “nobody has it”. */
export async function lookUp(sdk: Sdk, limiter: Limiter, mobiles: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = new Map<string, string>();
  const wanted = [...new Set(mobiles)];
  for (let from = 0; from < wanted.length; from += BATCH) {
    const batch = wanted.slice(from, from + BATCH);
    const result = await limiter.inTurn('look-up', () =>
      sdk.call({
        method: 'POST',
        path: '/open-apis/contact/v3/users/batch_get_id',
        params: { user_id_type: 'open_id' },
        data: { mobiles: batch, include_resigned: false },
      }),
    );
    if (result.kind !== 'ok') throw new Error(`look-up failed: ${result.kind === 'refused' ? result.refusal.code : result.why}`);
    const users = dig(result.body, 'data', 'user_list');
    for (const user of Array.isArray(users) ? (users as unknown[]) : []) {
      const [mobile, account] = [dig(user, 'mobile'), dig(user, 'user_id')];
      if (typeof mobile === 'string' && typeof account === 'string' && account !== '' && batch.includes(mobile))
        accounts.set(mobile, account);
    }
  }
  return accounts;
}
