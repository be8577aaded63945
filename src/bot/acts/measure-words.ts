// Typed words and form fields to the draft of a measure: its kind first, then what only that kind says, then the facts.
import { isDay } from '../../domain/day.ts';
import { type Measure, type MeasureDetails, type MeasureKind, NO_DETAILS, SANCTIONS, SEVERITIES } from '../../domain/measure.ts';
import { MEASURE_RULES } from '../../domain/measure-rules.ts';
import type { MeasureDraft } from '../../domain/measure-steps.ts';
import type { Person } from '../../domain/person.ts';
import { MEASURE_WORDS, SANCTION_WORDS, SEVERITY_WORDS } from '../../words/measures.ts';
import { type ActTurn, dayIn, manyOf, textOf } from './pressed.ts';

/** Short ways to say a kind. */
const SHORT: Readonly<Record<string, MeasureKind>> = {
  提醒: 'reminder',
  约谈: 'talk',
  许可: 'licence',
  立案: 'case',
  处罚建议: 'advice',
  移送: 'transfer',
  异常: 'abnormal',
  列入异常: 'abnormal',
  移出异常: 'abnormal-exit',
  信用公示: 'credit',
  处罚决定: 'penalty',
  黑名单: 'blacklist',
  列入黑名单: 'blacklist',
  移出黑名单: 'blacklist-exit',
};

/** The kind that a word means, by its short or its full name. */
export function measureKindIn(word: string): MeasureKind | null {
  const full = (Object.entries(MEASURE_WORDS) as [MeasureKind, string][]).find(([, words]) => words === word);
  return full?.[0] ?? (Object.hasOwn(SHORT, word) ? (SHORT[word] ?? null) : null);
}

/** From the form of the card. */
export function draftInForm({ form }: ActTurn, kind: MeasureKind): MeasureDraft {
  const until = dayIn(form, 'until');
  const decidedOn = dayIn(form, 'decidedOn');
  const details: MeasureDetails = {
    people: manyOf(form, 'people'),
    severity: SEVERITIES.find((one) => one === textOf(form, 'severity')) ?? null,
    authority: textOf(form, 'authority') || null,
    number: textOf(form, 'number') || null,
    decidedOn: decidedOn === '' ? null : decidedOn,
    sanction: SANCTIONS.find((one) => one === textOf(form, 'sanction')) ?? null,
    isUnlicensed: form['unlicensed'] === true,
    evidence: [],
  };
  return { kind, words: textOf(form, 'words'), until: until === '' ? null : until, details };
}

/** From typed words: days, colleagues' names and the kind's own words are picked out wherever they lead, the rest are the facts. */
export function draftTyped(words: string, kind: MeasureKind, everybody: readonly Person[]): MeasureDraft {
  const rest = words.split(/\s+/u).filter((word) => word !== '');
  const take = <T>(read: (word: string) => T | null | undefined): T | null => {
    const found = rest[0] === undefined ? null : (read(rest[0]) ?? null);
    if (found !== null) rest.shift();
    return found;
  };
  const rule = MEASURE_RULES[kind];
  const authority = kind === 'advice' || kind === 'transfer' || kind === 'penalty' ? take((word) => word) : null;
  const number = kind === 'penalty' ? take((word) => word) : null;
  const day = rule.needsUntil || kind === 'penalty' ? take((word) => (isDay(word) ? word : null)) : null;
  const sanction = kind === 'penalty' ? take((word) => SANCTIONS.find((one) => SANCTION_WORDS[one] === word)) : null;
  const severity = kind === 'credit' ? take((word) => SEVERITIES.find((one) => SEVERITY_WORDS[one] === word)) : null;
  const people: string[] = [];
  while (rule.people > 0) {
    const person = take((word) => everybody.find(({ id, name }) => id === word || name === word)?.id);
    if (person === null) break;
    people.push(person);
  }
  const isUnlicensed = kind === 'case' && take((word) => (word === '无证执业' ? word : null)) !== null;
  const isPenalty = kind === 'penalty';
  const details = { ...NO_DETAILS, people, severity, authority, number, sanction, isUnlicensed, decidedOn: isPenalty ? day : null };
  return { kind, words: rest.join(' '), until: isPenalty ? null : day, details };
}

/** Every card that shows something else once a measure has moved. */
export function touchedBy({ id, problem, assignment, institution }: Measure) {
  const about = [problem, assignment, institution].flatMap((one) => (one === null ? [] : [{ face: 'measures', about: one } as const]));
  return [
    { face: 'measure', about: id } as const,
    ...about,
    ...(problem === null ? [] : [{ face: 'rectification', about: problem } as const]),
  ];
}
