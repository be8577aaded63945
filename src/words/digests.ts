// Digests as people compare them: in groups of four.

/** `9f86 d081 884c …`. */
export function inFours(digest: string): string {
  return digest.replace(/(.{4})(?=.)/g, '$1 ');
}
