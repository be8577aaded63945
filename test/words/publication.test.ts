// The six fields as the public reads them: what was found, what was done, and nothing that anybody typed.
import { expect, test } from 'vitest';
import { type Findings, OUTCOMES, type PointFinding } from '../../src/domain/assignment.ts';
import { checkFields } from '../../src/domain/publication-rules.ts';
import { sixFields } from '../../src/words/publication.ts';
import { sampleMatter } from '../support/office.ts';

const point = (at: number, result: PointFinding['result'], words = ''): PointFinding => ({ matter: 'M01', point: at, result, words });
const findings = (change: Partial<Findings>): Findings => ({
  method: 'onsite',
  visitedOn: '2026-03-09',
  points: [point(0, 'fine'), point(1, 'fine')],
  outcome: null,
  rectifyBy: null,
  summary: '王某的案件材料不全',
  ...change,
});
const write = (change: Partial<Findings>) =>
  sixFields({
    institution: { name: '示例律师事务所' },
    findings: findings(change),
    matters: [sampleMatter('M01', 'lawfirm')],
    problems: [],
  });

test('nothing found is said as nothing found, and the day in words', () => {
  expect(write({ method: 'written' })).toEqual({
    institution: '示例律师事务所',
    time: '2026年3月9日',
    method: '书面检查',
    content: '示例事项M01',
    result: '未发现问题。',
    handling: '未发现违法行为。',
  });
});

test('what could not be checked is said, and is no clean bill', () => {
  expect(write({ points: [point(0, 'fine'), point(1, 'unchecked', '档案柜锁着')] }).result).toBe(
    '已检查的1项未发现问题。另有1项未能检查。',
  );
});

test('a visit that could not be made is never published as a clean one', () => {
  const points = [point(0, 'unchecked', '无人应答'), point(1, 'unchecked', '无人应答')];
  const fields = write({ points, outcome: 'unreachable' });
  expect(fields.result).toBe('未能实施检查。');
  expect(JSON.stringify(fields)).not.toContain('未发现');
  expect(fields.handling).toContain('无法联系');
  expect(JSON.stringify(write({ points }))).not.toContain('未发现');
});

test.each(OUTCOMES)('the outcome %s fills every field, without the words somebody typed', (outcome) => {
  const points = [point(0, 'problem', '张某 13800138000'), point(1, 'problem', '李某')];
  const fields = write({ points, outcome, rectifyBy: '2026-04-01' });
  expect(checkFields(fields)).toBeNull();
  expect(fields.result).toBe('发现问题2项，涉及以下检查要点：1．执业许可证是否在有效期内；2．收费是否开具票据。');
  expect(JSON.stringify(fields)).not.toMatch(/张某|李某|王某|undefined|null/);
  expect(fields.handling).toContain('2026年4月1日');
});

test('a risk that is not yet unlawful is not published as a violation', () => {
  const handling = write({ points: [point(0, 'problem', '示例')], outcome: 'reminder', rectifyBy: '2026-04-01' }).handling;
  expect(handling).toBe('未发现违法行为。行为尚未违反法律法规，已书面提醒，整改期限至2026年4月1日。');
});
