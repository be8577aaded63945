// CSV as people's programs really write it: which encoding, which separator, which quotes.

/** How a text file came out: its text, or that it is no text in any encoding we know. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decodeKnown(bytes);
  return text === null || text.includes('\0') ? null : text.replace(/^\ufeff/, '');
}

/** A byte order mark decides; then NULs in every other byte mean UTF-16; then UTF-8 if it is valid; else GB18030, which holds GBK. */
function decodeKnown(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decodeAs('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return decodeAs('utf-16be', bytes);
  const zeros = [0, 0];
  for (const [i, byte] of bytes.subarray(0, 1000).entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  if ((zeros[1] ?? 0) > 0 && zeros[0] === 0) return decodeAs('utf-16le', bytes);
  if ((zeros[0] ?? 0) > 0 && zeros[1] === 0) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The separator that the first lines agree on; Excel's own `sep=;` line wins. */
export function separatorOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (said) return said;
  const start = text.slice(0, 4000).replaceAll(/"(?:[^"]|"")*"?/g, '');
  const counts = [',', '\t', ';', '，'].map((separator) => ({ separator, count: start.split(separator).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}

/** Records and fields (RFC 4180, and quotes doubled inside quotes). Null if a quote is never closed. */
export function parseCsv(text: string, separator: string): readonly (readonly string[])[] | null {
  const records: string[][] = [];
  let record: string[] = [];
  let at = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  while (at <= text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, separator);
    if (!field) return null;
    record.push(field.value);
    at = field.next;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    records.push(record);
    record = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at === text.length) break;
  }
  return records;
}

interface Field {
  readonly value: string;
  readonly next: number;
}

function plainField(text: string, at: number, separator: string): Field {
  let next = at;
  while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r') next += 1;
  return { value: text.slice(at, next), next };
}

function quotedField(text: string, at: number): Field | null {
  let value = '';
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      // What stands between the closing quote and the separator belongs to nobody's format; it is kept as text.
      const rest = /^[^,;\t，\r\n]*/.exec(text.slice(quote + 1, quote + 200))?.[0] ?? '';
      return { value: value + rest.trim(), next: quote + 1 + rest.length };
    }
    value += '"';
    from = quote + 2;
  }
}

/** Signs with which a spreadsheet program would take a text for a formula. */
const FORMULA_START = /^'*[=+\-@\t\r]/;

/** CSV with a byte order mark, CRLF and every field quoted; a text that looks like a formula gets an apostrophe in front. */
export function formatCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map((text) => `"${guarded(text).replaceAll('"', '""')}"`).join(','));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

function guarded(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `formatCsv` (and of people who know the trick) away again. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text.slice(1)) ? text.slice(1) : text;
}
