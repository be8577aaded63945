// Working days of China with 调休, and the years nobody has published yet.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, overlay } from '../../src/domain/calendar.ts';
import { plusDays } from '../../src/domain/day.ts';
import { publishedHolidays } from '../../src/settings/holidays.ts';

const published = calendarOf(publishedHolidays());

// The State Council's arrangement for 2026: 春节 15–23 February off, 14 and 28 February worked.
test.each([
  ['2026-02-13', true],
  ['2026-02-14', true],
  ['2026-02-15', false],
  ['2026-02-23', false],
  ['2026-02-24', true],
  ['2026-02-28', true],
  ['2026-03-01', false],
  ['2026-10-01', false],
  ['2026-10-10', true],
  ['2026-11-24', true],
])('%s is a working day: %s', (day, isWorked) => {
  expect(published.isWorkingDay(day)).toEqual({ ok: true, value: isWorked });
});

test('twenty working days from before the Spring Festival skip it and count the Saturday that is worked', () => {
  expect(published.plusWorkingDays('2026-02-13', 3)).toEqual({ ok: true, value: '2026-02-25' });
  expect(published.plusWorkingDays('2026-02-06', 20)).toEqual({ ok: true, value: '2026-03-12' });
});

test('a year without data is refused, not guessed', () => {
  expect(published.isWorkingDay('2031-05-06')).toEqual({ ok: false, problem: { kind: 'no-holiday-data', year: 2031 } });
  const last = Math.max(...publishedHolidays().years);
  expect(published.plusWorkingDays(`${last}-12-31`, 1)).toEqual({ ok: false, problem: { kind: 'no-holiday-data', year: last + 1 } });
});

test('what the office says overrides the library, and makes a year known', () => {
  const calendar = calendarOf(overlay(publishedHolidays(), { years: [2031], off: ['2031-05-06', '2026-02-14'], working: ['2026-02-16'] }));
  expect(calendar.isWorkingDay('2031-05-06')).toEqual({ ok: true, value: false });
  expect(calendar.isWorkingDay('2031-05-07')).toEqual({ ok: true, value: true });
  expect(calendar.isWorkingDay('2026-02-14')).toEqual({ ok: true, value: false });
  expect(calendar.isWorkingDay('2026-02-16')).toEqual({ ok: true, value: true });
});

test('counting on and counting between are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 }), (start, n) => {
      const day = plusDays('2025-01-01', start);
      const end = published.plusWorkingDays(day, n);
      if (!end.ok) throw new Error('2025 and 2026 are known');
      expect(published.workingDaysBetween(day, end.value)).toEqual({ ok: true, value: n });
      expect(published.workingDaysBetween(end.value, day)).toEqual({ ok: true, value: 0 - n });
    }),
  );
});
