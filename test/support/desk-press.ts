// Presses at a bench's desk as a card's button does, also ones that no card would offer: what a forged event could bring.
import { isActVerb } from '../../src/cards/acts.ts';
import type { Act } from '../../src/cards/card.ts';
import type { DeskBench } from './desk-bench.ts';
import type { TestOffice } from './office.ts';

/** What the presser is told. */
export interface Told {
  readonly look: string | undefined;
  readonly text: string;
}

/** A hand at that desk. `key`: the platform's key of the event; the same key twice is one press pushed twice. */
export type Press = (account: string, act: Act, options?: { readonly value?: string; readonly key?: string }) => Promise<Told>;

/** Opens one. */
export function handAt(bench: DeskBench, office: TestOffice): Press {
  let presses = 0;
  return async (account, act, { value, key } = {}) => {
    if (!isActVerb(act.do)) throw new Error(`no button does ${act.do}`);
    presses += 1;
    const { toast } = await bench.desk.press({
      kind: 'press',
      key: key ?? `feishu:hand_${presses}`,
      platform: 'feishu',
      account,
      at: office.now(),
      chat: `oc_${account}`,
      message: 'om_card',
      act,
      form: value === undefined ? {} : { value },
    });
    await bench.settle();
    return { look: toast?.look, text: toast?.text ?? '' };
  };
}
