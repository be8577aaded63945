// A refusal in the language of forms, told to somebody who typed: the form of his command, an example, and what it may hold.
import type { Refusal } from '../../domain/refusal.ts';
import { canBeTyped, isNumber } from '../../words/how-to-type.ts';
import type { Answer, Told } from '../turn.ts';
import { refuse } from './pressed.ts';
import type { Asked } from './words.ts';

/** Verbs whose subject may be called by its name: a person, an institution. */
const CALLED_BY_NAME: ReadonlySet<string> = new Set([
  'set-roles',
  'propose-measure',
  'record-guidance',
  'record-warning',
  'record-complaint',
]);

/** How refusals are told to whoever typed this. */
export function toldTyping({ verb, about }: Asked): Told {
  return (refusal) => {
    if (!canBeTyped(verb)) return withVerb(refusal, verb);
    const wrong = { kind: 'typed-wrong', verb, about } as const;
    switch (refusal.kind) {
      case 'missing-fields':
        return { ...wrong, names: refusal.names, isMissing: true };
      case 'unknown-option':
      case 'bad-field':
        return { ...wrong, names: [refusal.name], isMissing: false };
      default:
        return withVerb(refusal, verb);
    }
  };
}

/** The refusal with what was asked, where its sentence can name it. */
export function withVerb(refusal: Refusal, verb: string): Refusal {
  return refusal.kind === 'wrong-state' ? { ...refusal, verb } : refusal;
}

/** `/递补 停业`: the number was left out, and the next word stands in its place. People may be named, everything else has a number. */
export function lacksNumber({ verb, about }: Asked): Refusal | null {
  if (CALLED_BY_NAME.has(verb) || !canBeTyped(verb) || about === '' || isNumber(about)) return null;
  return { kind: 'typed-wrong', verb, about, names: ['typed-number'], isMissing: true };
}

/** An answer that refuses without having gone through a flow, in the same words. */
export function retold(answer: Answer, told: Told): Answer {
  const { notice, isEnded } = answer;
  if (notice?.face !== 'refused' || isEnded) return answer;
  return { ...answer, ...refuse(told(notice.extra as unknown as Refusal)) };
}
