// The strict reading of a card, JSON 2.0.
import type { JsonObject } from './shapes.ts';

/** One thing wrong with a card. */
export interface CardProblem {
  readonly code: number;
  readonly path: string;
  readonly text: string;
}

/** What the linter asks the platform. */
export interface CardWorld {
  hasImage(key: string): boolean;
  hasPerson(id: string): boolean;
  readonly mayMentionAll: boolean;
}

/** Everything wrong with this card, in document order. */
export function lintCard(card: JsonObject, _world: CardWorld): readonly CardProblem[] {
  return card['schema'] === '2.0' ? [] : [{ code: 200621, path: 'ROOT', text: 'schema 必须是 "2.0"' }];
}
