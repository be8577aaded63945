// All kinds of paper in the order in which they come up in an inspection.
import { ABNORMAL_LISTING } from './kinds/abnormal-listing.ts';
import { ABNORMAL_REMOVAL } from './kinds/abnormal-removal.ts';
import { BLACKLIST_DECISION } from './kinds/blacklist-decision.ts';
import { DOSSIER_CATALOGUE } from './kinds/dossier-catalogue.ts';
import { DRAW_PROTOCOL } from './kinds/draw-protocol.ts';
import { FILE_REVIEW } from './kinds/file-review.ts';
import { FINDINGS_RECORD } from './kinds/findings-record.ts';
import { FOLLOW_UP_RECORD } from './kinds/follow-up-record.ts';
import { INSPECTION_APPROVAL } from './kinds/inspection-approval.ts';
import { INSPECTION_NOTICE } from './kinds/inspection-notice.ts';
import { INTERVIEW_RECORD } from './kinds/interview-record.ts';
import { MATTER_LIST } from './kinds/matter-list.ts';
import { PENALTY_PROPOSAL } from './kinds/penalty-proposal.ts';
import { RATIO_DOCUMENT } from './kinds/ratio-document.ts';
import { RECTIFICATION_ORDER } from './kinds/rectification-order.ts';
import { RECUSAL } from './kinds/recusal.ts';
import { REMINDER_LETTER } from './kinds/reminder-letter.ts';
import { RESULT_SHEET } from './kinds/result-sheet.ts';
import { SITE_RECORD } from './kinds/site-record.ts';
import { TALK_RECORD } from './kinds/talk-record.ts';
import { TRANSFER_LETTER } from './kinds/transfer-letter.ts';
import { YEAR_PLAN } from './kinds/year-plan.ts';

/** Every form by its kind. */
export const FORMS = {
  'matter-list': MATTER_LIST,
  'year-plan': YEAR_PLAN,
  'ratio-document': RATIO_DOCUMENT,
  'draw-protocol': DRAW_PROTOCOL,
  recusal: RECUSAL,
  'inspection-approval': INSPECTION_APPROVAL,
  'inspection-notice': INSPECTION_NOTICE,
  'site-record': SITE_RECORD,
  'findings-record': FINDINGS_RECORD,
  'file-review': FILE_REVIEW,
  'rectification-order': RECTIFICATION_ORDER,
  'interview-record': INTERVIEW_RECORD,
  'follow-up-record': FOLLOW_UP_RECORD,
  'reminder-letter': REMINDER_LETTER,
  'talk-record': TALK_RECORD,
  'abnormal-listing': ABNORMAL_LISTING,
  'abnormal-removal': ABNORMAL_REMOVAL,
  'blacklist-decision': BLACKLIST_DECISION,
  'penalty-proposal': PENALTY_PROPOSAL,
  'transfer-letter': TRANSFER_LETTER,
  'result-sheet': RESULT_SHEET,
  'dossier-catalogue': DOSSIER_CATALOGUE,
} as const;

/** The kinds of paper. */
export type PaperKind = keyof typeof FORMS;

/** The facts that a kind of paper needs. */
export type FactsOf<Kind extends PaperKind> = (typeof FORMS)[Kind]['sample'];
