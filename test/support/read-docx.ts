// Opens a Word file as Word would: unzipped, its XML held to be well formed, its text, tables and page settings read out.
import { inflateRawSync } from 'node:zlib';

/** What stands in a Word file. */
export interface ReadDocx {
  readonly text: string;
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly pageNumberField: boolean;
  /** In twentieths of a point. */
  readonly margins: Readonly<Record<string, number>>;
  readonly size: Readonly<Record<string, string>>;
  readonly parts: readonly string[];
}

/** Reads it; throws where the XML is not well formed. */
export function readDocx(bytes: Buffer): ReadDocx {
  const parts = unzip(bytes);
  for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) checkWellFormed(xml, name);
  const document = parts.get('word/document.xml') ?? '';
  const footer = [...parts].find(([name]) => /^word\/footer\d+\.xml$/.test(name))?.[1] ?? '';
  const attributes = (tag: string): Record<string, string> =>
    Object.fromEntries(
      [...(new RegExp(`<w:${tag} ([^>]*)/>`).exec(document)?.[1] ?? '').matchAll(/w:(\w+)="([^"]*)"/g)].map(([, k = '', v = '']) => [k, v]),
    );
  return {
    text: textOf(document),
    tables: [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
      [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell))),
    ),
    pageNumberField: /<w:instrText[^>]*>PAGE<\/w:instrText>/.test(footer),
    margins: Object.fromEntries(Object.entries(attributes('pgMar')).map(([key, value]) => [key, Number(value)])),
    size: attributes('pgSz'),
    parts: [...parts.keys()],
  };
}

function textOf(xml: string): string {
  const marked = xml.replace(/<w:br\/>|<\/w:p>/g, '\n').replace(/<w:tab\/>/g, '\t');
  const kept = marked.replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '').replace(/<[^>]*>/g, '');
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return kept.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole).trimEnd();
}

function checkWellFormed(xml: string, name: string): void {
  const forbidden = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/u.exec(xml);
  if (forbidden) throw new Error(`${name} holds a character that XML forbids`);
  const open: string[] = [];
  for (const [tag, slash, element = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"<]*")*\s*\/?)>/g)) {
    if (slash === '/') {
      if (open.pop() !== element) throw new Error(`${name}: ${tag} closes what is not open`);
    } else if (!rest.endsWith('/')) open.push(element);
  }
  const bare = xml.replace(/<\?[^>]*\?>/g, '').replace(/<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"<]*")*\s*\/?)>/g, '');
  if (open.length > 0 || bare.includes('<') || /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(bare))
    throw new Error(`${name} is not well formed`);
}

/** Every part by its name, from the central directory. */
function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + packed);
    parts.set(name, (method === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}
