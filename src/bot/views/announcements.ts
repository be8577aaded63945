// The view of an announcement: from the checkpoint's row alone, which no one can change.
import type { Card } from '../../cards/card.ts';
import { announcementFace } from '../../cards/faces/announcement.ts';
import { rootInNote } from '../../domain/checkpoint.ts';
import { type Look, must } from './context.ts';

export async function announcementView({ books, about, extra }: Look): Promise<Card> {
  const { said, size, root } = await must(books.checkpoints.get(Number(extra['size'])), 'draw', about);
  return announcementFace({ said, checkpoint: { size, root: rootInNote(root) } });
}
