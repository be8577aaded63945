// The six fields of Art. 14 as the public reads them: plain, without a name of a person, nothing that the findings do not say.
import type { Outcome, PointFinding } from '../domain/assignment.ts';
import type { Method } from '../domain/matter.ts';
import type { SixFields } from '../domain/publication.ts';
import type { PublicationFacts } from '../domain/publication-rules.ts';

const METHOD_WORDS: Readonly<Record<Method, string>> = { onsite: '实地检查', written: '书面检查' };

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  corrected: '已责令立即改正，当场改正',
  ordered: '已责令限期改正',
  licence: '涉及行政许可，依照行政许可有关规定处理',
  file: '依照法定程序立案查处',
  transfer: '依照有关规定移送司法机关',
  unreachable: '通过登记的住所或者执业场所无法联系，依照规定处理',
  uncooperative: '不予配合检查，依照规定处理',
  reminder: '行为尚未违反法律法规，已书面提醒',
  talk: '行为尚未违反法律法规，已约谈负责人',
};

/** Outcomes that are no finding of unlawful conduct. */
const LAWFUL: readonly Outcome[] = ['reminder', 'talk'];

/** Writes the six fields. */
export function sixFields(facts: PublicationFacts): SixFields {
  const { findings, matters } = facts;
  return {
    institution: facts.institution.name,
    time: chineseDay(findings.visitedOn),
    method: METHOD_WORDS[findings.method],
    content: matters.map((matter) => matter.name).join('、'),
    result: resultWords(facts),
    handling: handlingWords(facts),
  };
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The points that are problems, by their text in the published item list, never by what somebody typed about people. */
function resultWords({ findings, matters }: PublicationFacts): string {
  const problems = findings.points.filter((one) => one.result === 'problem');
  const unchecked = findings.points.filter((one) => one.result === 'unchecked').length;
  const checked = findings.points.length - unchecked;
  if (checked === 0) return '未能实施检查。';
  const left = unchecked > 0 ? `另有${unchecked}项未能检查。` : '';
  if (problems.length === 0) return unchecked > 0 ? `已检查的${checked}项未发现问题。${left}` : '未发现问题。';
  const list = problems.map((one, at) => `${at + 1}．${textOf(one, matters)}`).join('；');
  return `发现问题${problems.length}项，涉及以下检查要点：${list}。${left}`;
}

function textOf(point: PointFinding, matters: PublicationFacts['matters']): string {
  const matter = matters.find((one) => one.id === point.matter);
  return (matter?.points[point.point] ?? point.matter).replace(/[。；]+$/u, '');
}

function handlingWords({ findings, problems }: PublicationFacts): string {
  const { outcome, rectifyBy } = findings;
  if (outcome === null) return findings.points.every((one) => one.result === 'unchecked') ? '无。' : '未发现违法行为。';
  const due = rectifyBy === null ? '' : `，整改期限至${chineseDay(rectifyBy)}`;
  const isDone = problems.length > 0 && problems.every((problem) => problem.state === 'corrected') && outcome !== 'corrected';
  const lead = LAWFUL.includes(outcome) ? '未发现违法行为。' : '';
  return `${lead}${OUTCOME_WORDS[outcome]}${due}。${isDone ? '经回访，已改正。' : ''}`;
}
