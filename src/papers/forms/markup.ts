// The marks of a template, each the name of what it makes. Values are escaped by Handlebars, so none of them can bring a mark of its own.

/** What a mark may hold: marks of the names given, or text. */
export interface Mark {
  readonly holds: 'text' | readonly string[];
  readonly attributes: readonly string[];
}

/** Every mark there is. A file as a whole holds those of `TOP`. */
export const MARKS: Readonly<Record<string, Mark>> = {
  标题: { holds: 'text', attributes: [] },
  文号: { holds: 'text', attributes: [] },
  主送: { holds: 'text', attributes: [] },
  小标题: { holds: 'text', attributes: [] },
  段: { holds: 'text', attributes: [] },
  注: { holds: 'text', attributes: [] },
  列表: { holds: ['项'], attributes: [] },
  附件: { holds: ['项'], attributes: [] },
  项: { holds: 'text', attributes: [] },
  栏目: { holds: ['栏'], attributes: [] },
  栏: { holds: 'text', attributes: ['名', '行数'] },
  表: { holds: ['行'], attributes: ['列'] },
  行: { holds: ['格'], attributes: [] },
  格: { holds: 'text', attributes: [] },
  签名: { holds: 'text', attributes: [] },
  印章: { holds: 'text', attributes: [] },
  日期: { holds: 'text', attributes: [] },
  另页: { holds: 'text', attributes: [] },
};

/** The marks that stand by themselves. */
export const TOP = Object.keys(MARKS).filter((name) => !['项', '栏', '行', '格'].includes(name));

/** A piece of marked text with the number of characters before it. */
export type Piece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly at: number }
  | { readonly kind: 'close'; readonly name: string; readonly at: number }
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  /** A `<` or `>` that belongs to no mark. */
  | { readonly kind: 'stray'; readonly at: number };

// `\p{Letter}` for names, so that `<3` or `<>` is stray; an attribute's value may not hold quotes or angles.
const MARK = /<(\/?)(\p{Letter}+)((?:\s+\p{Letter}+="[^"<>]*")*)\s*>/gu;

/** Cuts marked text into its pieces. */
export function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of source.matchAll(MARK)) {
    pieces.push(...plain(source.slice(from, found.index), from));
    const [whole, slash, name = '', attributes = ''] = found;
    const at = found.index;
    pieces.push(slash === '/' ? { kind: 'close', name, at } : { kind: 'open', name, attributes: attributesOf(attributes), at });
    from = at + whole.length;
  }
  return [...pieces, ...plain(source.slice(from), from)];
}

function plain(text: string, at: number): readonly Piece[] {
  const strays = [...text.matchAll(/[<>]/g)].map(({ index }): Piece => ({ kind: 'stray', at: at + index }));
  return text === '' ? strays : [{ kind: 'text', text, at }, ...strays];
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/(\p{Letter}+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]));
}
