// The text of a message as its writer meant it: mentions replaced, a formatted post flattened to lines.
import { dig } from './call-result.ts';
import type { MessageEvent } from './events.ts';

type Mention = NonNullable<MessageEvent['message']['mentions']>[number];

/** Whether one of the mentions is the bot itself. */
export function isMentioned(mentions: readonly Mention[], botId: string): boolean {
  return mentions.some((mention) => mention.id?.open_id === botId);
}

/**
 * Takes the bot's own mention out and writes the others as `@name`. In one pass, so that a name cannot pose as a key,
 * and longest key first, since `@_user_1` is the beginning of `@_user_10`.
 */
export function withoutMentions(text: string, mentions: readonly Mention[], botId: string | null): string {
  const keys = mentions.map((mention) => mention.key).filter((key) => key !== '');
  if (keys.length === 0) return text.trim();
  const alternatives = keys.toSorted((a, b) => b.length - a.length).map((key) => key.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(alternatives.join('|'), 'g');
  const written = text.replace(pattern, (key) => {
    const mention = mentions.find((each) => each.key === key);
    return mention?.id?.open_id === botId ? '' : `@${mention?.name ?? ''}`;
  });
  return written.replace(/[ \t]{2,}/g, ' ').trim();
}

/** What a post says and which images it carries. */
interface Flattened {
  readonly text: string;
  readonly images: readonly string[];
}

/** Flattens a post: title, then a line for each paragraph. Some clients wrap it once more by language. */
export function flattenPost(content: unknown): Flattened {
  const post = Array.isArray(dig(content, 'content')) ? content : firstValue(content);
  const title = dig(post, 'title');
  const paragraphs = dig(post, 'content');
  const elements = (Array.isArray(paragraphs) ? paragraphs : []).map((line: unknown) => (Array.isArray(line) ? (line as unknown[]) : []));
  const lines = elements.map((line) => line.map(textOf).join(''));
  const images = elements.flat().flatMap((element) => {
    const key = dig(element, 'tag') === 'img' ? dig(element, 'image_key') : null;
    return typeof key === 'string' && key !== '' ? [key] : [];
  });
  const head = typeof title === 'string' && title !== '' ? [title] : [];
  return { text: [...head, ...lines].join('\n').trim(), images };
}

function firstValue(content: unknown): unknown {
  return typeof content === 'object' && content !== null ? Object.values(content)[0] : null;
}

function textOf(element: unknown): string {
  const text = dig(element, 'tag') === 'at' ? dig(element, 'user_id') : dig(element, 'text');
  return typeof text === 'string' ? text : '';
}
