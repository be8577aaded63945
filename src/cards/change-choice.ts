// A way to decide as an option of a form, and back: what is known of it beforehand stands in its label.
import type { Choice } from '../domain/change-choices.ts';
import type { ChangeRequest, Ruling } from '../domain/change-request.ts';
import { RULING_WORDS, saySwap } from '../words/changes.ts';
import { called, type Names } from '../words/names.ts';
import type { Option } from './card.ts';

/** Who is to leave, and which institution. */
type Leaving = Pick<ChangeRequest, 'person' | 'institution'>;

/** The choice as an option; a swap says with whom, where, and what would have to be done again. */
export function choiceOption(choice: Choice, { person, institution }: Leaving, names: Names): Option {
  switch (choice.kind) {
    case 'swap': {
      const again = [
        ...(choice.isMutual ? ['他也要回避，一次解决'] : []),
        ...(choice.accepted > 0 ? [`${choice.accepted} 人已确认`] : []),
        ...(choice.isTold ? ['已通知机构'] : []),
      ].join('、');
      const swap = saySwap(
        { person: called(names, person ?? ''), goesTo: called(names, choice.institution) },
        { person: called(names, choice.person), goesTo: called(names, institution ?? '') },
      );
      const label = `${swap}${again === '' ? '' : `（${again}）`}`;
      return { value: `swap ${choice.assignment} ${choice.person}`, label };
    }
    case 'replace':
      return { value: choice.kind, label: `${RULING_WORDS.replace}${choice.eligible === 0 ? '（没有人可补，会空席）' : ''}` };
    case 'withdraw': {
      const told = choice.told === 0 ? '' : `（其中 ${choice.told} 家已通知）`;
      return { value: choice.kind, label: `${RULING_WORDS.withdraw}，退出 ${choice.institutions.length} 家，逐一补人${told}` };
    }
    case 'substitute':
    case 'fill':
      return { value: choice.kind, label: RULING_WORDS[choice.kind] };
  }
}

/** The ruling an option stands for; null if it stands for none. Client input: whether it is allowed is asked where it is decided. */
export function rulingIn(value: string): Ruling | null {
  const [kind = '', assignment = '', person = ''] = value.trim().split(/\s+/u);
  if (kind === 'swap') return assignment === '' || person === '' ? null : { kind, assignment, person };
  const plain = ['replace', 'withdraw', 'substitute', 'fill', 'refuse'] as const;
  const found = plain.find((one) => one === kind);
  return found === undefined || assignment !== '' ? null : { kind: found };
}
