// The State Council's holidays and make-up working days, as the package chinese-days knows them.
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarData } from '../domain/calendar.ts';

/** Everything the package has; a year counts as known if it names days off in that year. */
export function publishedHolidays(): CalendarData {
  const off = Object.keys(chineseDays.holidays).sort();
  const working = Object.keys(chineseDays.workdays).sort();
  const years = [...new Set(off.map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  return { years, off, working };
}
