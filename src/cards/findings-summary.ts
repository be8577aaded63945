// What an inspection found, as the co-signer and the head read it: problems first, the rest folded.
import type { Assignment } from '../domain/assignment.ts';
import type { Matter } from '../domain/matter.ts';
import { sayDay, sayTime } from '../words/days.ts';
import { METHOD_WORDS, OUTCOME_WORDS, POINT_RESULT_WORDS } from '../words/inspections.ts';
import { called, type Names } from '../words/names.ts';
import { facts, strong, text, warning } from './blocks.ts';
import type { Block, FoldedBlock } from './card.ts';
import { checkPoints, findingAt } from './check-points.ts';

/** What the summary is made of. */
export interface FoundFacts {
  readonly assignment: Assignment;
  readonly matters: readonly Pick<Matter, 'id' | 'name' | 'points'>[];
  readonly photos: number;
  readonly names: Names;
}

/** What became of the findings: who agreed, passed or sent back, and when. */
export function decisionsBlock({ assignment, names }: Pick<FoundFacts, 'assignment' | 'names'>): Block {
  const { submitted, cosign, review, returned } = assignment;
  const said = (decision: { readonly by: string; readonly at: Date } | null): string | null =>
    decision === null ? null : `${called(names, decision.by)}，${sayTime(decision.at)}`;
  return facts(
    ['提交', said(submitted)],
    ['会签', said(cosign), 'done'],
    ['审核', said(review), 'done'],
    ['退回', said(returned), 'late'],
    ['退回的理由', returned?.words ?? null],
  );
}

/** The findings as blocks; nothing before they are submitted. */
export function findingsBlocks({ assignment, matters, photos, names }: FoundFacts): readonly Block[] {
  const { findings, submitted } = assignment;
  if (findings === null) return [];
  const points = checkPoints(matters).map((point) => ({ point, finding: findingAt(findings.points, point) }));
  const problems = points.filter(({ finding }) => finding?.result === 'problem');
  const rest = points.filter(({ finding }) => finding?.result !== 'problem');
  return [
    facts(
      ['检查日期', sayDay(findings.visitedOn)],
      ['检查方式', METHOD_WORDS[findings.method]],
      ['处理意见', findings.outcome === null ? '未发现问题' : OUTCOME_WORDS[findings.outcome], findings.outcome === null ? 'done' : 'todo'],
      ['整改期限', findings.rectifyBy === null ? null : sayDay(findings.rectifyBy)],
      ['提交', submitted === null ? null : `${called(names, submitted.by)}，${sayTime(submitted.at)}`],
      ['照片和文件', photos === 0 ? '没有' : `${photos} 份`],
    ),
    ...(problems.length === 0 ? [] : [strong(`存在问题（${problems.length} 点）`)]),
    ...problems.flatMap(({ point, finding }) => [text(`${point.number}. ${point.text}`), warning(finding?.words ?? '')]),
    ...(findings.summary === '' ? [] : [strong('检查小结'), text(findings.summary)]),
    {
      kind: 'fold',
      title: `其余 ${rest.length} 个要点`,
      blocks: rest.map(({ point, finding }): FoldedBlock => {
        const result = finding === null ? '没有填' : POINT_RESULT_WORDS[finding.result];
        const words = finding === null || finding.words === '' ? '' : `（${finding.words}）`;
        return text(`${point.number}. ${point.text}：${result}${words}`);
      }),
    },
  ];
}
