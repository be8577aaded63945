// The forecast at a running house: asked by word and by the task's button, refused to those whom it does not concern.
import { afterAll, beforeAll, test, vi } from 'vitest';
import { dialogue, inGroup, openFurnished, press } from '../support/dialogue.ts';
import type { House } from '../support/house.ts';
import { taskForm } from '../support/task-form.ts';

vi.setConfig({ testTimeout: 90_000 });

let house: House;
beforeAll(async () => {
  house = await openFurnished();
}, 120_000);
afterAll(() => house.close());

test('an operator and a head see what a draw would look like before it is locked, and nobody else does', async () => {
  const form = await taskForm(house.product.office, { categories: ['grassroots'] });
  await dialogue(house, [
    ['王经办', '/任务 新建', '提请批准'],
    ['王经办', press('make-task', undefined, form), '任务已报负责人批准'],
    ['赵局长', '/任务 2026-01', ['推演', '请审批这次抽查']],
    ['赵局长', '/推演 2026-01', ['每次都排得满', '每家机构被抽中的机会', '每名检查人员会去几家']],
    ['赵局长', '/tuiyan 2026-01', '每次都排得满'],
    ['赵局长', press('approve-task', '2026-01'), '已批准'],
    ['王经办', '/推演 2026-01', ['每次都排得满', '的 SHA-256']],
    ['周纪检', '/推演 2026-01', '这件事由经办人或负责人办理'],
    ['李检查', '/推演 2026-01', '这件事由经办人或负责人办理'],
    ['王经办', inGroup('@明签 /推演 2026-01'), { reads: ['内容已发到与你的私聊里'], not: ['排得满'] }],
    ['王经办', '/推眼 2026-01', '你要的是“推演”吗'],
    ['王经办', '/推演', '抽查任务'],
  ]);
});
