// All the books over one connection, and the turn they take: calls one after another, none after the end.
import { type EntityManager, QueryFailedError } from 'typeorm';
import { assignmentBook } from './assignments.ts';
import { bindingBook } from './bindings.ts';
import type { Books } from './books.ts';
import { beaconBook, confirmationBook, outcomeBook } from './ceremony.ts';
import { changeBook } from './changes.ts';
import { checkpointBook } from './checkpoints.ts';
import { drawBook } from './draws.ts';
import { evidenceBook } from './evidence.ts';
import { groupBook } from './groups.ts';
import { importBook } from './imports.ts';
import { inboxBook } from './inbox.ts';
import { ledgerBook } from './ledger.ts';
import { documentRoster, institutionBook, matterRoster } from './lists.ts';
import { journalBook, measureBook } from './measures.ts';
import { notesBook } from './notes.ts';
import { outboxBook } from './outbox.ts';
import { peopleBook } from './people.ts';
import { problemBook } from './problems.ts';
import { publicationBook } from './publications.ts';
import { rosterBook } from './roster-book.ts';
import { taskBook } from './tasks.ts';

/** The books over a connection, without a turn: for code of this folder that holds the transaction itself. */
export function booksOver(manager: EntityManager): Books {
  return {
    people: peopleBook(manager),
    institutions: institutionBook(manager),
    matters: rosterBook<'matters'>(manager, matterRoster),
    documents: rosterBook<'documents'>(manager, documentRoster),
    tasks: taskBook(manager),
    draws: drawBook(manager),
    beacons: beaconBook(manager),
    outcomes: outcomeBook(manager),
    confirmations: confirmationBook(manager),
    changes: changeBook(manager),
    assignments: assignmentBook(manager),
    problems: problemBook(manager),
    measures: measureBook(manager),
    journal: journalBook(manager),
    publications: publicationBook(manager),
    imports: importBook(manager),
    inbox: inboxBook(manager),
    outbox: outboxBook(manager),
    ledger: ledgerBook(manager),
    checkpoints: checkpointBook(manager),
    bindings: bindingBook(manager),
    groups: groupBook(manager),
    notes: notesBook(manager),
    evidence: evidenceBook(manager),
  };
}

/** The books for one transaction, and how it ends. */
export interface Turn {
  readonly books: Books;
  /** Waits for the calls still under way. Throws the first failed statement, if any: the transaction is spoiled, whatever its verb made of it. */
  finish(): Promise<void>;
  /** Drops the calls not yet begun and waits for the one under way. Answers the first failed statement: the cause of all else. */
  abandon(): Promise<QueryFailedError | null>;
}

/**
 * One transaction's use of the books. Without it a verb that fails with other calls still under way (`Promise.all`)
 * would have them land after the rollback, each a change of its own; and on PostgreSQL a verb that swallows a failed
 * statement would be told "done" by a commit that rolled back.
 */
export function inTurn(books: Books): Turn {
  let last: Promise<unknown> = Promise.resolve();
  let spoiled: QueryFailedError | null = null;
  let isOver = false;

  const call = (method: (...args: unknown[]) => Promise<unknown>, args: unknown[]): Promise<unknown> => {
    const answer = last.then(() => {
      if (isOver) throw new Error('a book was used after the end of its transaction');
      if (spoiled) throw spoiled;
      return method(...args);
    });
    last = answer.catch((error: unknown) => {
      if (error instanceof QueryFailedError) spoiled ??= error;
    });
    return answer;
  };
  const guarded = <Book extends object>(book: Book): Book =>
    Object.fromEntries(
      Object.entries(book).map(([name, method]) => [
        name,
        (...args: unknown[]) => call(method as (...a: unknown[]) => Promise<unknown>, args),
      ]),
    ) as Book;
  const settle = async (): Promise<void> => {
    for (let seen: unknown; seen !== last; ) {
      seen = last;
      await last;
    }
  };

  return {
    books: Object.fromEntries(Object.entries(books).map(([name, book]) => [name, guarded(book as object)])) as unknown as Books,
    async finish() {
      await settle();
      isOver = true;
      if (spoiled) throw spoiled;
    },
    async abandon() {
      isOver = true;
      await settle();
      return spoiled;
    },
  };
}
