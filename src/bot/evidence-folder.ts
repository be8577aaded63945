// Where the bytes of evidence lie: a folder, each file under its own hash, written once.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Keeps bytes and answers their SHA-256. */
export type EvidenceFolder = (bytes: Uint8Array) => Promise<string>;

/** A folder of evidence; made when the first file comes. Names people gave are never part of a path. */
export function evidenceFolder(folder: string): EvidenceFolder {
  return async (bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const shelf = path.join(folder, sha256.slice(0, 2));
    await mkdir(shelf, { recursive: true });
    await writeFile(path.join(shelf, sha256), bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      // The same bytes are there already: that is what a hash is for.
      if (error.code !== 'EEXIST') throw error;
    });
    return sha256;
  };
}
