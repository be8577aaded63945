// One turn: an event of one person, worked on once. Its change, its answer and the event's own end are one transaction.
import type { Notice, Recipient } from '../domain/notice.ts';
import type { Person } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import type { Office } from '../flows/office.ts';
import type { Computing } from './computing.ts';
import type { FormValue, Incoming } from './incoming.ts';

type Books = Parameters<Parameters<Office['store']['work']>[0]>[0];

/** What a turn comes to: the notice to show, the words of a toast, and which cards elsewhere show something old now. */
export interface Answer {
  readonly notice: Notice | null;
  /** A key of `toast.` in the sentences of the cards. */
  readonly toast?: string;
  /** Cards for others, or for the same person elsewhere. */
  readonly sends?: readonly { readonly to: Recipient; readonly notice: Notice }[];
  readonly touches?: readonly Pick<Notice, 'face' | 'about'>[];
  /** Set when the answer stands in the books already. */
  readonly isEnded?: boolean;
  /** Under the toast of a stale form: the card with that form, where it is not the one that was sent. */
  readonly under?: Notice;
  /** What takes longer than an answer may: begun once this one is given, and lost with the process. Its own sends and touches follow when it is done. */
  readonly later?: () => Promise<Answer>;
  /** Work of the bot itself to be done after the commit, such as looking up accounts. Losing it loses nothing. */
  readonly after?: 'bind-by-mobile' | 'release-bound';
}

/** A refusal as it is told to the one who asked: whoever typed hears of commands, whoever pressed hears of fields. */
export type Told = (refusal: Refusal) => Refusal;

/** What an act is given. */
export interface Turn {
  readonly incoming: Incoming;
  readonly by: Person;
  /** For reading. */
  readonly office: Office;
  readonly form: Readonly<Record<string, FormValue>>;
  readonly computing: Computing;
  /** Runs a flow in such a way that its commit also ends the event and stores the answer. */
  through<T>(flow: (office: Office) => Promise<Result<T, Refusal>>, answer: (value: T) => Answer, told?: Told): Promise<Answer>;
}

/** The refusal as a notice: its kind and facts ride along, its sentence is made when it is shown. */
export function refusedNotice(refusal: Refusal): Notice {
  // A refusal is JSON as a notice's extras are, if not as flat: it is only ever read back whole.
  return { face: 'refused', about: '', extra: { ...refusal } as unknown as NonNullable<Notice['extra']> };
}

/** How the end of an event is written into the flow's own transaction. */
export interface Ending {
  /** False if the event was ended before: then the change is rolled back too. */
  close(books: Books): Promise<boolean>;
  /** Stores the answer, for events that are answered by a message. */
  answer(books: Books, answer: Answer): Promise<void>;
}

/** Thrown to roll back the second of two workers on one event. */
export class EndedAlready extends Error {}

/** Makes `through` for one event. The deciding transaction of a flow is the one that returns a Result; slices before it pass. */
export function throughWith(office: Office, ending: Ending): Turn['through'] {
  return async (flow, answerOf, told = (refusal) => refusal) => {
    let written: Answer | null = null;
    const toAnswer = (result: Result<never, Refusal> | { readonly ok: true; readonly value: never }): Answer =>
      result.ok ? answerOf(result.value) : refusedAnswer(told(result.problem));
    const store: Office['store'] = {
      ...office.store,
      work: (verb) =>
        office.store.work(async (books) => {
          // The store may run this anew after a conflict: what an attempt that was rolled back answered counts for nothing.
          written = null;
          const result = await verb(books);
          if (!isResult(result)) return result;
          if (!(await ending.close(books))) throw new EndedAlready();
          written = { ...toAnswer(result as never), isEnded: true };
          await ending.answer(books, written);
          return result;
        }),
    };
    const result = await flow({ ...office, store });
    return written ?? end(office, ending, toAnswer(result as never));
  };
}

/** Ends an event that needed no flow: only the answer is stored. */
export async function end(office: Office, ending: Ending, answer: Answer): Promise<Answer> {
  await office.store.work(async (books) => {
    if (await ending.close(books)) await ending.answer(books, answer);
  });
  return { ...answer, isEnded: true };
}

/** The account an event came from: private answers go there. */
export function accountOf(incoming: Incoming): Recipient {
  return { kind: 'account', platform: incoming.platform, account: incoming.account };
}

function refusedAnswer(refusal: Refusal): Answer {
  return { notice: refusedNotice(refusal) };
}

function isResult(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
