// 书面提醒函 (Art. 17 一): a risk that is not yet unlawful, said in writing, with what is asked and by when.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a reminder. */
export interface ReminderLetterFacts extends Issued {
  readonly subject: Subject;
  readonly person: string;
  readonly post: string;
  readonly reason: string;
  readonly risk: string;
  readonly basis: string;
  readonly request: string;
  readonly deadline: Day | '';
  readonly contact: string;
  readonly phone: string;
}

/** 书面提醒函. */
export const REMINDER_LETTER: Form<ReminderLetterFacts> = {
  name: '书面提醒函',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    person: '示例甲',
    post: '负责人',
    reason: '2026年第一次抽查',
    risk: '收案登记本漏登2件，存在统一收案管理风险',
    basis: '《实施细则》第十七条',
    request: '补齐登记，并建立每月核对制度',
    deadline: '2026-04-15',
    contact: '示例丁',
    phone: '0000-0000002',
  },
};
