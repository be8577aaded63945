// 示例: the announcements of a draw, one of each step.
import { announcementOf } from '../../domain/announcement.ts';
import type { Draw } from '../../domain/draw.ts';
import type { AnnouncementFacts } from '../faces/announcement.ts';
import { EVENT, LOCKED, RECORD, SETTLED, VOIDED } from './draw.ts';
import { NOW } from './office.ts';

const unseen = {
  task: '2026-03',
  roster: [],
  inspectors: [],
  recusals: [],
  secret: '',
  lastLink: '',
  witnessesUntil: null,
  record: null,
  settledAt: null,
  settledBy: null,
} as const;
const checkpoint = { size: 128, root: 'QjghArr0XVaWxVApYFn87lwUr9o/aKz+FCQX2Aef4Zs=' };
const draws = {
  locked: { ...unseen, ...LOCKED },
  closed: { ...unseen, ...SETTLED, state: 'closed', absent: ['P006'] },
  settled: { ...unseen, ...SETTLED, record: RECORD },
  changed: { ...unseen, ...SETTLED, record: { ...RECORD, events: [EVENT] } },
  voided: { ...unseen, ...VOIDED },
} as const satisfies Readonly<Record<string, Draw>>;

/** Sealed, closed with one witness absent, settled, changed, void. */
export const ANNOUNCEMENTS: readonly [AnnouncementFacts, ...AnnouncementFacts[]] = [
  { said: announcementOf('locked', draws.locked, NOW), checkpoint },
  { said: announcementOf('closed', draws.closed, NOW), checkpoint },
  { said: announcementOf('settled', draws.settled, NOW), checkpoint },
  { said: announcementOf('changed', draws.changed, NOW), checkpoint },
  { said: announcementOf('voided', draws.voided, NOW), checkpoint },
  { said: announcementOf('outcome', { ...draws.voided, record: RECORD }, NOW), checkpoint },
];
