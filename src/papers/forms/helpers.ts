// What a template may do to a value: say a day, say a time, count from one. Nothing else runs in a template.
import { isDay } from '../../domain/day.ts';

/** Helpers by their name in templates. A value that is '' stays a blank to write in by hand. */
export const HELPERS: Readonly<Record<string, (value: unknown) => string>> = {
  日期: (value) => sayPaperDay(String(value)),
  时间: (value) => sayPaperTime(String(value)),
  序: (value) => String(Number(value) + 1),
};

/** `2026年3月16日`, as papers say it; `    年  月  日` when there is none. */
function sayPaperDay(day: string): string {
  if (!isDay(day)) return day === '' ? '　　　　年　　月　　日' : day;
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `2026年3月16日09时05分`, from `2026-03-16 09:05`. */
function sayPaperTime(time: string): string {
  const [day = '', clock = ''] = time.split(' ');
  if (time === '') return '　　　　年　　月　　日　　时　　分';
  const [hour, minute] = clock.split(':');
  return hour && minute ? `${sayPaperDay(day)}${hour}时${minute}分` : time;
}
