// Looks at everybody's chats and at the wire, without marking anything as read, so that the tour knows what has happened.
import type { ChatView, MessageView, PersonView, WireEntry } from '../../shapes.ts';
import { api } from '../api.ts';
import { asNode, asText, contentOf } from '../card/node.ts';
import { openedUrls } from '../face-of.ts';
import { buttonsOf, type Found } from './buttons.ts';
import type { Where, World } from './parts.ts';

/** A button somewhere in the world, newest first. */
export interface Placed extends Found {
  readonly message: string;
}

/** A look at everything. */
export interface Look {
  readonly world: World;
  readonly person: (name: string) => PersonView | undefined;
  readonly chat: (name: string, where: Where) => ChatView | undefined;
  readonly buttons: (name: string, where: Where) => readonly Placed[];
}

interface Seen {
  readonly person: PersonView;
  readonly chats: readonly ChatView[];
  readonly bot: readonly MessageView[];
}

interface Pressed {
  readonly verb: string;
  readonly account: string;
}

const MOVED = 'mingqian-tour-moved';

/** Remembers, over a reload as well, that the clock was moved, and where it stood before, in simulated ms. */
export function noteClockMove(before: number): void {
  localStorage.setItem(MOVED, String(before));
}

const movedAt = (): number => Number(localStorage.getItem(MOVED) ?? Number.POSITIVE_INFINITY);

/** What was pressed so far: the wire is long and keeps only its end, so that it is asked for what is new. */
let presses: readonly Pressed[] = [];
let last: WireEntry | undefined;

async function readPresses(): Promise<readonly Pressed[]> {
  const known = last;
  const entries = await api.wire(known ? known.n - 1 : 0);
  // The last known entry comes along; if it does not, the platform was started anew.
  const isSame = known === undefined || (entries[0]?.n === known.n && entries[0].at === known.at);
  const fresh = known && isSame ? entries.slice(1) : isSame ? entries : await api.wire(0);
  // Two looks at once have both asked: only the first may add.
  if (last === known) {
    presses = [...(isSame ? presses : []), ...fresh.flatMap(pressOf)];
    last = fresh.at(-1) ?? (isSame ? known : undefined);
  }
  return presses;
}

function pressOf(entry: WireEntry): readonly Pressed[] {
  if (!entry.what.startsWith('card.action.trigger')) return [];
  const answer = asNode(entry.answer);
  const isRefused = ['error', 'warning'].includes(asText(asNode(answer['toast'])['type'])) || entry.code !== 200;
  if (isRefused) return [];
  const event = asNode(asNode(entry.body)['event']);
  return [{ verb: asText(asNode(asNode(event['action'])['value'])['do']), account: asText(asNode(event['operator'])['open_id']) }];
}

const placedIn = (messages: readonly MessageView[]): readonly Placed[] =>
  messages
    .toReversed()
    .flatMap((message) =>
      message.card && !message.isRecalled ? buttonsOf(message.card).map((found) => ({ ...found, message: message.id })) : [],
    );

const titleOf = (message: MessageView): string => contentOf(asNode(asNode(message.card)['header'])['title']);

const isBotChat = (chat: ChatView): boolean => chat.kind === 'private' && chat.hasBot;

async function see(person: PersonView): Promise<Seen> {
  const chats = await api.chats(person.id);
  const bot = chats.find(isBotChat);
  return { person, chats, bot: bot ? await api.peek(person.id, bot.id) : [] };
}

/** Looks at everything once. */
export async function look(people: readonly PersonView[]): Promise<Look> {
  const [pressed, ...seen] = await Promise.all([readPresses(), ...people.map(see)]);
  const insider = seen.find(({ chats }) => chats.some((chat) => chat.kind === 'group'));
  const group = insider?.chats.find((chat) => chat.kind === 'group');
  const groupMessages = insider && group ? await api.peek(insider.person.id, group.id) : [];
  const of = (name: string): Seen | undefined => seen.find(({ person }) => person.name === name);
  const buttons = (name: string, where: Where): readonly Placed[] => placedIn(where === 'group' ? groupMessages : (of(name)?.bot ?? []));
  const has = (name: string, where: Where, verb: string): boolean => buttons(name, where).some((one) => one.verb === verb);
  const world: World = {
    pressed: (verb, name) =>
      pressed.filter((one) => one.verb === verb && (name === undefined || one.account === of(name)?.person.account)).length,
    whoHas: (verb) => seen.find(({ person }) => has(person.name, 'bot', verb))?.person.name ?? null,
    hasButton: has,
    shows: (name, where, title) =>
      (where === 'group' ? groupMessages : (of(name)?.bot ?? [])).some((message) => message.from.isBot && title.test(titleOf(message))),
    drawNumber:
      groupMessages.map((message) => /\d{4}-\d{4}/.exec(titleOf(message))?.[0]).findLast((number) => number !== undefined) ?? null,
    sent: (name, word) => (of(name)?.bot ?? []).some((message) => message.file?.name.includes(word) === true && !message.from.isBot),
    botIsInGroup: group?.hasBot === true,
    opened: (piece) => openedUrls.some((url) => url.includes(piece)),
    cameAfterMove: (title) =>
      seen.some(({ bot }) =>
        bot.some((message) => message.from.isBot && Date.parse(message.at) > movedAt() && title.test(titleOf(message))),
      ),
  };
  return {
    world,
    person: (name) => of(name)?.person,
    chat: (name, where) => of(name)?.chats.find((chat) => (where === 'group' ? chat.kind === 'group' : isBotChat(chat))),
    buttons,
  };
}
