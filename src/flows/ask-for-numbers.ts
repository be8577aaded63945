// 开奖后: once a lottery is drawn, the witnesses of a draw that waits for it are asked to type its numbers.
import type { Draw } from '../domain/draw.ts';
import type { Task } from '../domain/task.ts';
import { mayType, typingState } from '../domain/typing.ts';
import type { Books } from '../store/books.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** The numbers of the draws whose witnesses are asked now; each is asked once, and reminded by the day's digest. */
export async function askForNumbers(office: Office): Promise<readonly string[]> {
  const now = office.now();
  const due = await office.store.read((books) => waiting(books, now));
  if (due.length === 0) return [];
  return office.store.work(async (books) => {
    const asked: string[] = [];
    for (const { number, witnesses } of due) {
      if (!(await books.notes.once(noteOf(number), now.toISOString()))) continue;
      await tell(books, now, 'drawn', [{ to: people(witnesses.map(({ person }) => person)), face: 'lottery', about: number }]);
      asked.push(number);
    }
    return asked;
  });
}

async function waiting(books: Books, now: Date): Promise<readonly Pick<Draw, 'number' | 'witnesses'>[]> {
  const found: Pick<Draw, 'number' | 'witnesses'>[] = [];
  for (const draw of await books.draws.all()) {
    if (draw.manifest.entropy.mode !== 'lottery' || !mayType(draw)) continue;
    const task: Task | null = await books.tasks.get(draw.task);
    const isDrawn = task?.lottery ? now >= task.lottery.drawnAt : false;
    if (!isDrawn || (await books.notes.get(noteOf(draw.number))) !== null) continue;
    if (typingState(await books.draws.typed(draw.number)).agreed === null) found.push(draw);
  }
  return found;
}

function noteOf(number: string): string {
  return `lottery-drawn:${number}`;
}
