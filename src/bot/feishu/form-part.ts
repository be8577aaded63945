// Bytes as a part of a multipart form with a file name and a known length, neither of which the SDK gives to a Buffer.
import { Readable } from 'node:stream';

const CHUNK = 64 * 1024;

/**
 * A stream that the SDK's form library takes for a file that came over HTTP: it reads the name from `path` and the length
 * from `headers`. Without a name a strict receiver takes the part for a text field; without a length the body would be chunked.
 * The name is plain ASCII, since it stands in a header; the file's true name is a field of its own.
 */
export function formPart(bytes: Uint8Array, extension: string): Readable {
  const chunks = function* () {
    for (let from = 0; from < bytes.length; from += CHUNK) yield Buffer.from(bytes.subarray(from, from + CHUNK));
  };
  const name = `file${/^\.\w{1,10}$/.test(extension) ? extension : ''}`;
  return Object.assign(Readable.from(chunks(), { objectMode: false }), {
    path: name,
    httpVersion: '1.1',
    headers: { 'content-length': String(bytes.length) },
  });
}
