// The bot's answer to a press, checked as the platform checks it; what is wrong shows as the code a user would see.
import { z } from 'zod';
import type { Answer } from './answers.ts';
import type { ActionAnswer, JsonObject } from './shapes.ts';

const Toast = z.strictObject({
  type: z.enum(['info', 'success', 'warning', 'error']).default('info'),
  content: z.string().optional(),
  i18n: z.record(z.string(), z.string()).optional(),
});
const Reply = z.strictObject({ toast: z.unknown().optional(), card: z.unknown().optional() });
const RawCard = z.strictObject({ type: z.literal('raw'), data: z.record(z.string(), z.unknown()) });

/** `refusal` says what is wrong with a card, null if nothing. 200672: not the right shape; 200673: bad card; 200830: not JSON 2.0. */
export function readReply(data: unknown, refusal: (card: JsonObject) => Answer | null): ActionAnswer {
  const reply = Reply.safeParse(data);
  if (!reply.success) return wrong(200672, '答复应是含 toast、card 的对象');
  const toast = readToast(reply.data.toast);
  if (toast === null) return wrong(200672, 'toast 不合格式');
  if (reply.data.card === undefined) return toast;
  const card = RawCard.safeParse(reply.data.card);
  if (!card.success) return wrong(200673, 'card 应为 {type:"raw",data:{…}}');
  if (card.data.data['schema'] !== '2.0') return wrong(200830, '2.0 卡片不能换成其他版本');
  const problem = refusal(card.data.data);
  return problem === null ? { ...toast, card: card.data.data } : wrong(200673, (problem.body as { msg?: string }).msg ?? '');
}

function readToast(value: unknown): ActionAnswer | null {
  if (value === undefined) return {};
  const toast = Toast.safeParse(value);
  const content = toast.success ? (toast.data.i18n?.['zh_cn'] ?? toast.data.content ?? '') : '';
  return toast.success && content !== '' ? { toast: { type: toast.data.type, content } } : null;
}

const wrong = (code: number, why: string): ActionAnswer => ({ error: { code, text: `出错了，请稍后重试 code: ${code}（${why}）` } });
