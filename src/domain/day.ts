// A calendar day in China, without a clock: what deadlines, certificates and documents are dated by.

/** `YYYY-MM-DD`, in China's civil time (UTC+8 all year). Compares correctly as text. */
export type Day = string;

const CHINA_OFFSET_MS = 8 * 3600_000;

/** The civil day in China at an instant. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** `HH:MM` in China at an instant. */
export function clockOf(instant: Date): string {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant at which a clock in China shows `time` (`HH:MM`) on that day. */
export function instantOf(day: Day, time = '00:00'): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

/** RFC 3339 with the offset written out, as the draw's manifest wants it: `2026-03-16T09:00:00+08:00`. */
export function civilTime(instant: Date): string {
  return `${new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** The day `n` calendar days later (or earlier, if negative). */
export function plusDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
}

/** True if the text is a day that exists: `2026-02-30` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}
