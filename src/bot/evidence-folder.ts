// Where the bytes of evidence lie: a folder, each file under its own hash, written once.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Keeps bytes and answers their SHA-256. */
export type EvidenceFolder = (bytes: Uint8Array) => Promise<string>;

/** A folder of evidence; made when the first file comes. Names people gave are never part of a path. */
export function evidenceFolder(folder: string): EvidenceFolder {
  return async (bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const shelf = path.join(folder, sha256.slice(0, 2));
    await mkdir(shelf, { recursive: true });
    // Written aside and renamed, so that what stands under a hash is always whole; the same bytes a second time change nothing.
    const aside = path.join(shelf, `.${randomUUID()}`);
    await writeFile(aside, bytes, { flag: 'wx', flush: true });
    await rename(aside, path.join(shelf, sha256));
    return sha256;
  };
}
