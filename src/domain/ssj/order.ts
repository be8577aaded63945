// The one order of texts in a draw: by UTF-16 code units, never by a locale.

/** Compares two texts by code units: negative, zero or positive. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
