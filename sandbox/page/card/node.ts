// Reading card JSON, which is whatever was sent: every getter answers something, none throws.

/** One element of a card. */
export type CardNode = Readonly<Record<string, unknown>>;

export const asNode = (value: unknown): CardNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as CardNode) : {};

export const asNodes = (value: unknown): readonly CardNode[] => (Array.isArray(value) ? value.map(asNode) : []);

export const asText = (value: unknown, otherwise = ''): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : otherwise;

/** The `content` of a text object (`plain_text`, `lark_md`). */
export const contentOf = (value: unknown): string => asText(asNode(value)['content']);

export const tagOf = (node: CardNode): string => asText(node['tag']);
