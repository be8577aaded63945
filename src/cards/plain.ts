// Text of people made fit to be shown: no control characters, no tricks with direction, never too long.

/** What is taken out: controls but newline and tab, marks that turn the writing direction, line separators, lone surrogates. */
// oxlint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** The text without what a reader cannot see; CRLF becomes LF. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNWANTED, '');
}

/** At most `max` UTF-16 units, never half a character; what was cut off is marked by `…`. Looks at no more of a long text than it may keep. */
export function clip(text: string, max: number): string {
  const cleaned = clean(text.length > 2 * max ? text.slice(0, 2 * max) : text);
  if (cleaned.length <= max) return text.length > 2 * max ? `${cleaned.slice(0, max - 1)}…` : cleaned;
  return `${cleaned.slice(0, Math.max(0, max - 1)).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** One line of at most `max` units. */
export function clipLine(text: string, max: number): string {
  return clip(
    clean(text.slice(0, 4 * max))
      .replace(/\s+/g, ' ')
      .trim(),
    max,
  );
}

/** True for an address a card may link to. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);
}
