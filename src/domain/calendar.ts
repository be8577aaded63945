// Working days of China, weekends swapped for holidays included (调休). A year without data is refused, never guessed.
import { type Day, plusDays } from './day.ts';
import { fail, ok, type Result } from './result.ts';

/** Which weekdays are off, which weekend days are worked, and for which years that is known. */
export interface CalendarData {
  readonly years: readonly number[];
  readonly off: readonly Day[];
  readonly working: readonly Day[];
}

/** The State Council's arrangement for that year is not known (it comes out each autumn). */
export interface NoHolidayData {
  readonly kind: 'no-holiday-data';
  readonly year: number;
}

/** Counts deadlines. */
export interface Calendar {
  isWorkingDay(day: Day): Result<boolean, NoHolidayData>;
  /** The `n`th working day after the day (`n` ≥ 0; 0 is the day itself). */
  plusWorkingDays(day: Day, n: number): Result<Day, NoHolidayData>;
  /** Working days after `a` up to and including `b`: the inverse of `plusWorkingDays`; negative if `b` lies before `a`. */
  workingDaysBetween(a: Day, b: Day): Result<number, NoHolidayData>;
}

/** What an office says about a day overrides what the library says. */
export function overlay(base: CalendarData, office: CalendarData): CalendarData {
  const said = new Set([...office.off, ...office.working]);
  const keep = (days: readonly Day[]): readonly Day[] => days.filter((day) => !said.has(day));
  return {
    years: [...new Set([...base.years, ...office.years])].sort((a, b) => a - b),
    off: [...keep(base.off), ...office.off].sort(),
    working: [...keep(base.working), ...office.working].sort(),
  };
}

/** A calendar over the data. */
export function calendarOf(data: CalendarData): Calendar {
  const years = new Set(data.years);
  const off = new Set(data.off);
  const working = new Set(data.working);

  function isWorkingDay(day: Day): Result<boolean, NoHolidayData> {
    const year = Number(day.slice(0, 4));
    if (!years.has(year)) return fail({ kind: 'no-holiday-data', year });
    if (off.has(day)) return ok(false);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return ok(working.has(day) || (weekday !== 0 && weekday !== 6));
  }

  function plusWorkingDays(day: Day, n: number): Result<Day, NoHolidayData> {
    let at = day;
    for (let left = n; left > 0; ) {
      at = plusDays(at, 1);
      const isWorked = isWorkingDay(at);
      if (!isWorked.ok) return isWorked;
      if (isWorked.value) left -= 1;
    }
    return ok(at);
  }

  function workingDaysBetween(a: Day, b: Day): Result<number, NoHolidayData> {
    if (b < a) {
      const back = workingDaysBetween(b, a);
      return back.ok ? ok(0 - back.value) : back;
    }
    let count = 0;
    for (let at = a; at < b; ) {
      at = plusDays(at, 1);
      const isWorked = isWorkingDay(at);
      if (!isWorked.ok) return isWorked;
      if (isWorked.value) count += 1;
    }
    return ok(count);
  }

  return { isWorkingDay, plusWorkingDays, workingDaysBetween };
}
