// The known word that looks most like a misspelt one.

/** The known spelling with the least edit distance, if it is near enough to be meant. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const scored = known.map((word) => ({ word, apart: distance(typed, word) / Math.max(word.length, typed.length, 1) }));
  const best = scored.reduce<{ word: string; apart: number } | null>((a, b) => (a === null || b.apart < a.apart ? b : a), null);
  return best !== null && best.apart <= 0.5 ? best.word : null;
}

/** Levenshtein distance, by characters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, x] of Array.from(a.slice(0, 40)).entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (x === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
