// Why a measure may not be taken yet: a closed list (Art. 16, 17).

/** What is missing: one word each, with its own sentence. */
export const LACKS = [
  'open-problem',
  'unlawful',
  'licence-problem',
  'criminal-problem',
  'rung',
  'failed-follow-up',
  'contacts',
  'uncooperative',
  'severity',
  'warning',
  'witnesses',
  'competence',
  'own-penalty',
  'penalty',
  'appeal-open',
  'listed',
  'underway',
] as const;
export type Lack = (typeof LACKS)[number];
