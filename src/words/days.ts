// Days and deadlines as people read them: 2026年3月16日（周一），还有 3 个工作日.
import type { Day } from '../domain/day.ts';
import { clockOf, dayOf } from '../domain/day.ts';
import type { Due } from '../domain/work.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `2026年3月16日（周一）`. */
export function sayDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${year}年${month}月${date}日（周${weekday}）`;
}

/** `2026年3月16日（周一）至3月27日（周五）`: the second year is left out when it is the first. */
export function sayDays(from: Day, to: Day): string {
  if (from === to) return sayDay(from);
  const until = sayDay(to);
  return `${sayDay(from)}至${from.slice(0, 4) === to.slice(0, 4) ? until.slice(until.indexOf('年') + 1) : until}`;
}

/** `2026年3月16日（周一）09:00`, on a clock in China. */
export function sayTime(at: Date): string {
  return `${sayDay(dayOf(at))}${clockOf(at)}`;
}

/** How far off: `还有 3 个工作日`, `今天到期`, `已逾期 2 个工作日`; '' when nobody could count. */
export function sayLeft(workingDays: number | null): string {
  if (workingDays === null) return '';
  if (workingDays === 0) return '今天到期';
  return workingDays > 0 ? `还有 ${workingDays} 个工作日` : `已逾期 ${-workingDays} 个工作日`;
}

/** The day and how far off it is. */
export function sayDue(due: Due): string {
  const left = sayLeft(due.workingDays);
  return left === '' ? sayDay(due.day) : `${sayDay(due.day)}，${left}`;
}
