// An office in the middle of its work, and many people pressing in it at once, over the real long connection.
import { memberById } from '../sandbox/people.ts';
import type { Institution } from '../src/domain/institution.ts';
import { creditCheckDigit } from '../src/domain/roster/credit-code.ts';
import { type FarHouse, openFarHouse } from '../test/support/far-house.ts';
import { openOffice, playTask } from '../test/support/round-by-force.ts';
import { type Stubborn, stubborn } from '../test/support/stubborn.ts';

const PRESSERS = ['P001', 'P002', 'P003', 'P004', 'P005', 'P006', 'P011', 'P012', 'P013', 'P014', 'P015', 'P016', 'P017'];
/** People pressing at once. */
export const AT_ONCE = 20;

/** Lists imported and one task played to its publication. */
export async function openBusyOffice(): Promise<{ readonly house: FarHouse; readonly player: Stubborn }> {
  const house = await openFarHouse();
  await house.start();
  const player = stubborn(house);
  await openOffice(player);
  await playTask(player, 1);
  for (const as of PRESSERS) await house.play.ask(as, '/帮助');
  return { house, player };
}

/** One wave of presses, all sent in the same turn: everybody on a card of his own, and some on the group's. Answers ms each. */
export async function pressWave({ platform }: FarHouse, wave: number): Promise<readonly number[]> {
  const { state } = platform;
  const group = state.world.chats().find((chat) => chat.kind === 'group')?.id ?? '';
  const cardIn = (chat: string) => state.world.messagesOf(chat).findLast(({ card }) => card !== null);
  const presses = Array.from({ length: AT_ONCE }, (_, i) => {
    const as = memberById(PRESSERS[(i + wave) % PRESSERS.length] ?? '');
    const isShared = i >= PRESSERS.length;
    const card = as && cardIn(isShared ? group : state.world.privateChatOf(as.id).id);
    if (!as || !card) throw new Error('a presser has no card');
    const value = isShared
      ? { do: 'show-draw', about: '2026-0001' }
      : [
          { do: 'show-work', about: '' },
          { do: 'show-task', about: '2026-01' },
        ][i % 2];
    return state.envelopes.press(as, card, `c-${wave}-${i}`, { tag: 'button', value: value ?? {} });
  });
  return Promise.all(
    presses.map(async (envelope) => {
      const began = performance.now();
      // A press that is not answered within the platform's three seconds counts with all of them.
      await state.delivery.call(envelope);
      return performance.now() - began;
    }),
  );
}

/** So many made-up institutions (示例) with sound codes. */
export function manyInstitutions(count: number): readonly Institution[] {
  return Array.from({ length: count }, (_, i) => {
    const body = `33000000MD${String(i + 100_000).padStart(7, '0')}`;
    return {
      id: `${body}${creditCheckDigit(body) ?? ''}`,
      name: `示例基层法律服务所第${i + 1}号`,
      category: 'grassroots',
      address: `示例县示例路 ${i + 1} 号`,
      head: '示例主任',
      phone: null,
      licence: `示例33${String(i).padStart(7, '0')}`,
      licenceUntil: '2028-12-31',
      status: 'normal',
      risk: null,
    };
  });
}
