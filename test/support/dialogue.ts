// Conversations as tables: who, what he says or presses, and what he then reads; played at a running house.
import { expect } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Form, type SeenMessage, wordsOf } from './player.ts';

/** How long an answer may take. */
const PATIENCE_MS = 8000;

/** The sample people by name; 孙路人 is nobody to the office. */
export const WHO = {
  钱管理: 'P001',
  王经办: 'P002',
  赵局长: 'P003',
  周纪检: 'P004',
  吴纪检: 'P005',
  郑审计: 'P006',
  李检查: 'P011',
  张检查: 'P012',
  刘检查: 'P013',
  陈检查: 'P014',
  杨检查: 'P015',
  黄检查: 'P016',
  何检查: 'P017',
  孙路人: 'P900',
} as const;
export type Name = keyof typeof WHO;

/** What somebody does: a string is said in his private chat. */
export type Deed =
  | string
  | { readonly kind: 'group'; readonly text: string }
  | { readonly kind: 'press'; readonly verb: string; readonly about?: string; readonly form?: Form }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly parent?: string }
  | { readonly kind: 'hears' };

/** Said in the group; a mention of the bot is written out as `@明签`. */
export const inGroup = (text: string): Deed => ({ kind: 'group', text });
/** Pressed in his private chat, on the newest card that has it. */
export const press = (verb: string, about?: string, form?: Form): Deed => ({
  kind: 'press',
  verb,
  ...(about === undefined ? {} : { about }),
  ...(form ? { form } : {}),
});
/** He does nothing: it comes by itself. */
export const hears: Deed = { kind: 'hears' };

/** What must be read, all of it in one message (or toast and card); `not` must not be in it. */
export type Expected = string | readonly string[] | { readonly reads: readonly string[]; readonly not: readonly string[] };
export type Row = readonly [Name, Deed, Expected];

/** Plays the rows in order; a row that fails says which, and what was heard instead. */
export async function dialogue(house: House, rows: readonly Row[]): Promise<void> {
  for (const [name, deed, expected] of rows) await playRow(house, name, deed, expected);
}

async function playRow(house: House, name: Name, deed: Deed, expected: Expected): Promise<void> {
  const { play } = house;
  const who = WHO[name];
  if (typeof deed !== 'string' && deed.kind === 'press') {
    const pressed = await play.press(who, deed.verb, deed);
    mustRead(`${name} pressed ${deed.verb}`, readable([pressed.toast?.content, pressed.card]), expected);
    return;
  }
  const isGroup = typeof deed !== 'string' && deed.kind === 'group';
  const chat = isGroup ? play.group : play.privately(who);
  const before = typeof deed !== 'string' && deed.kind === 'hears' ? 0 : (await play.messages(who, chat)).length;
  if (typeof deed === 'string') await play.say(who, deed);
  else if (deed.kind === 'group') await play.say(who, deed.text, chat);
  else if (deed.kind === 'file') await play.send(who, deed.name, deed.bytes, deed.parent);
  let heard: readonly SeenMessage[] = [];
  const what = `${name}: ${typeof deed === 'string' ? deed : JSON.stringify(deed).slice(0, 80)}`;
  await play
    .until(
      what,
      async () => {
        heard = (await play.messages(who, chat)).slice(before).filter((message) => message.from.isBot);
        return heard.some((message) => fits(textOf(message), expected));
      },
      PATIENCE_MS,
    )
    .catch(() => mustRead(what, heard.map(textOf).at(-1) ?? '(nothing)', expected));
}

/** Everything in a message that a person reads, a line each. */
export const textOf = (message: SeenMessage): string => (message.card ? readable(message.card) : wordsOf(message));

function readable(json: unknown): string {
  if (typeof json === 'string') return /[\p{Script=Han}\d]/u.test(json) ? json : '';
  if (typeof json !== 'object' || json === null) return '';
  return Object.values(json)
    .map(readable)
    .filter((line) => line !== '')
    .join('\n');
}

function parts(expected: Expected): { readonly reads: readonly string[]; readonly not: readonly string[] } {
  if (typeof expected === 'string') return { reads: [expected], not: [] };
  return 'reads' in expected ? expected : { reads: expected, not: [] };
}

function fits(text: string, expected: Expected): boolean {
  const { reads, not } = parts(expected);
  return reads.every((one) => text.includes(one)) && !not.some((one) => text.includes(one));
}

function mustRead(what: string, text: string, expected: Expected): void {
  const { reads, not } = parts(expected);
  for (const one of reads) expect(text, what).toContain(one);
  for (const one of not) expect(text, what).not.toContain(one);
}

/** The four sample lists brought in by chat: everybody with an account is bound afterwards. */
export async function moveIn({ play }: House): Promise<void> {
  await play.sendSample('P001', '人员.xlsx');
  await play.press('P001', 'confirm-import');
  await play.until('the operator to be bound', async () => wordsOf(await play.ask('P002', '/帮助')).includes('王经办'));
  for (const name of ['机构.xlsx', '事项.xlsx', '文件.xlsx']) await importFile(play, 'P002', () => play.sendSample('P002', name));
}

/** A house that is ready for work: its lists brought in by chat, everybody bound, the 公示群 chosen. */
export async function openFurnished(): Promise<House> {
  const house = await openHouse();
  await moveIn(house);
  await chooseGroup(house);
  return house;
}

/** Sends a list, waits for its own preview, and confirms it. */
export async function importFile(play: House['play'], who: string, sendIt: () => Promise<unknown>): Promise<void> {
  const before = (await play.messages(who)).length;
  await sendIt();
  const button = await play.until('the preview', async () => {
    const fresh = new Set((await play.messages(who)).slice(before).map(({ id }) => id));
    return (await play.buttons(who)).find(({ verb, message }) => verb === 'confirm-import' && fresh.has(message));
  });
  const pressed = await play.press(who, 'confirm-import', { about: button.about });
  expect(pressed.toast?.content).toBe('已导入');
}

/** The bot in the group, which becomes the 公示群. */
export async function chooseGroup({ play }: House): Promise<void> {
  await play.post(`/sandbox/groups/${play.group}/bot`, { as: 'P001' });
  await play.press('P001', 'choose-group');
}
