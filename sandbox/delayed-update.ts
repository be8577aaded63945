// The delayed update of a card, by the token that its callback carried: after the callback was answered, twice within 30 minutes.
import { z } from 'zod';
import { type Answer, refused } from './answers.ts';
import { readCard } from './content.ts';
import type { PlatformState } from './platform-state.ts';
import type { JsonObject } from './shapes.ts';

/** How long and how often a callback's token may be used. */
export const CARD_TOKEN_LIFE_MS = 30 * 60_000;
const MOST_USES = 2;

const Asked = z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) });

/** `POST interactive/v1/card/update`. */
export function updateLater(state: PlatformState, body: unknown): Answer {
  const asked = Asked.safeParse(body);
  if (!asked.success) return refused(300090, 'Invalid parameter');
  const token = state.cardTokens.get(asked.data.token);
  const message = token === undefined ? undefined : state.world.message(token.message);
  if (token === undefined || message === undefined) return refused(300020, 'The token is malformed');
  if (token.until < state.clock.now()) return refused(300030, 'The token has expired');
  if (token.uses >= MOST_USES) return refused(300040, 'The token has been used more than twice');
  const card = asked.data.card as JsonObject;
  const content = readCard(state, card, JSON.stringify(card));
  if (content.kind === 'refused') return content.answer;
  token.uses += 1;
  state.change({ ...message, content: JSON.stringify(card), card, updatedAt: state.clock.now() });
  return { status: 200, body: { code: 0, msg: 'ok' } };
}
