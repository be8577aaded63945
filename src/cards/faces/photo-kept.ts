// A photo or file was kept as evidence; if nobody can tell whose, it asks.

import type { AssignmentId } from '../../domain/assignment.ts';
import { act } from '../acts.ts';
import { button, buttons, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `photo-kept` card is made of. */
export interface PhotoKeptFacts {
  readonly evidence: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Where it belongs, null while it is asked. */
  readonly belongs: { readonly assignment: AssignmentId; readonly institution: string; readonly count: number } | null;
  /** The open visits to choose from. */
  readonly choices: readonly { readonly assignment: AssignmentId; readonly institution: string }[];
}

/** The `photo-kept` card. */
export function photoKeptFace({ evidence, fileName, sha256, belongs, choices }: PhotoKeptFacts): Card {
  const outcome =
    belongs !== null
      ? say('photo-kept.kept', { institution: belongs.institution, count: belongs.count })
      : say(choices.length === 0 ? 'photo-kept.nowhere' : 'photo-kept.ask');
  return {
    title: belongs === null ? say('photo-kept.title-ask') : say('photo-kept.title'),
    state: belongs === null ? { word: '待归属', tone: 'todo' } : { word: '已收存', tone: 'done' },
    preview: outcome,
    blocks: [
      text(outcome),
      text(fileName),
      { kind: 'digest', label: '文件摘要 SHA-256', value: sha256 },
      ...(belongs === null
        ? buttons(
            null,
            ...choices
              .slice(0, 12)
              .map(({ assignment, institution }) => button(institution, act('attach-photo', evidence, undefined, { assignment }))),
          )
        : []),
    ],
  };
}
