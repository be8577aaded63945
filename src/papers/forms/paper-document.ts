// A paper as both outputs read it: blocks of plain text in their order, without a font or a tag.

/** One thing on a paper. Text may hold line breaks and nothing else that means something. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'fields'; readonly rows: readonly Field[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A line to sign by hand: who signs, room for the name, room for the day. */
  | { readonly kind: 'signature'; readonly text: string }
  /** Where the seal goes: over the office's name, which stands above the day. */
  | { readonly kind: 'seal'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'attachments'; readonly items: readonly string[] }
  | { readonly kind: 'page-break' };

/** A label with its value; `lines` is the least height, in lines of writing, that is left for it. */
export interface Field {
  readonly label: string;
  readonly text: string;
  readonly lines: number;
}

/** A whole paper. `isWide` turns the page on its side, for lists of many columns. */
export interface PaperDocument {
  readonly title: string;
  readonly isWide: boolean;
  readonly blocks: readonly Block[];
}

/** Whether a column only counts, and needs little room. */
export function isNarrowColumn(column: string): boolean {
  return column === '序号' || column === '次序';
}
