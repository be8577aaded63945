// Notices as rows of the outbox, written in the transaction of the change they speak of: a crash in between loses nothing.
import type { Face, Notice, Recipient } from '../domain/notice.ts';
import type { PersonId, Role } from '../domain/person.ts';
import { isHere } from '../domain/refused.ts';
import { unreachable } from '../domain/result.ts';
import type { Books } from '../store/books.ts';

/** A notice and who gets it. */
export interface Telling {
  readonly to: readonly Recipient[];
  readonly face: Face;
  readonly about: string;
  readonly extra?: Notice['extra'];
}

/**
 * Writes the notices. `cause` is what happened, unique for its subject (`locked`, `returned:7`): with it the key is the
 * same when a transaction runs twice, and another when the same card is sent again for another reason.
 */
export async function tell(books: Books, at: Date, cause: string, tellings: readonly Telling[]): Promise<void> {
  for (const { to, face, about, extra } of tellings) {
    for (const recipient of to) {
      const notice: Notice = extra === undefined ? { face, about } : { face, about, extra };
      await books.outbox.add({ key: `${face}:${about}:${cause}:${nameOf(recipient)}`, to: recipient, notice, madeAt: at });
    }
  }
}

function nameOf(to: Recipient): string {
  switch (to.kind) {
    case 'person':
      return to.person;
    case 'account':
      return `${to.platform}/${to.account}`;
    case 'chat':
      return `${to.platform}/${to.chat}`;
    default:
      return unreachable(to);
  }
}

/** These people, each once. */
export function people(ids: readonly PersonId[]): readonly Recipient[] {
  return [...new Set(ids)].map((person) => ({ kind: 'person', person }));
}

/** Everyone with the role who still belongs to the office, but for those named. */
export async function holders(books: Books, role: Role, but: readonly PersonId[] = []): Promise<readonly PersonId[]> {
  const all = await books.people.byRole(role);
  return all.filter((person) => isHere(person) && !but.includes(person.id)).map((person) => person.id);
}

/** The 公示群, if one was chosen. */
export async function group(books: Books): Promise<readonly Recipient[]> {
  const chosen = await books.groups.announcing();
  return chosen ? [{ kind: 'chat', platform: chosen.platform, chat: chosen.chat }] : [];
}
