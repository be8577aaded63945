// What may stand on a paper: characters that XML allows and that cannot turn a line around or hide in it.

// Control characters but tab and line break, overrides and isolates of direction, lone surrogates, non-characters.
const UNPRINTABLE = /(?![\t\n])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The text with those characters left out, line ends as `\n`, and no space at the ends of its lines. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNPRINTABLE, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
