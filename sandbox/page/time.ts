// Moments in Chinese, always on the wall of Shanghai, whatever zone the reader's machine is in.

/** A moment: milliseconds, or text of a date. */
export type Instant = number | string;

const ZONE = 'Asia/Shanghai';
const PARTS = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant of the wire as a Date; digits in text are milliseconds. */
export function toDate(at: Instant): Date {
  return new Date(typeof at === 'string' && /^\d+$/.test(at) ? Number(at) : at);
}

function parts(at: Instant): Record<string, string> {
  const date = toDate(at);
  if (Number.isNaN(date.getTime())) return { year: '', month: '', day: '', weekday: '', hour: '--', minute: '--' };
  return Object.fromEntries(PARTS.formatToParts(date).map((p) => [p.type, p.value]));
}

/** `09:30` */
export function hourOf(at: Instant): string {
  const p = parts(at);
  return `${p['hour']}:${p['minute']}`;
}

/** `2026年3月16日（周一）` */
export function dayOf(at: Instant): string {
  const p = parts(at);
  return `${p['year']}年${p['month']}月${p['day']}日（${p['weekday']}）`;
}

/** As short as a chat list wants it: the hour today, else the day. */
export function shortOf(at: Instant, now: Instant): string {
  const [then, today] = [parts(at), parts(now)];
  if (dayOf(at) === dayOf(now)) return hourOf(at);
  return then['year'] === today['year'] ? `${then['month']}月${then['day']}日` : `${then['year']}年${then['month']}月${then['day']}日`;
}

/** The day and hour as `<input type="datetime-local">` wants them. */
export function fieldOf(at: Instant): string {
  return new Date(toDate(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}

/** Nine o'clock of the next weekday, when the office's reminders go out. */
export function nextMorning(now: number): string {
  let day = new Date(now + 8 * 3_600_000);
  do day = new Date(day.getTime() + 86_400_000);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6);
  return `${day.toISOString().slice(0, 10)}T09:00:00+08:00`;
}
