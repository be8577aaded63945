// In which part of the page a check stands: the order in which a draw happened.

/** The parts, and the kinds of check (the part of an id before `:`) that begin each; what is in none stands where it came. */
export const CHAPTERS: readonly { readonly title: string; readonly kinds: readonly string[] }[] = [
  { title: '与群内公告', kinds: ['shown-lock', 'shown-time', 'shown-close'] },
  { title: '记录文件', kinds: ['text', 'form'] },
  {
    title: '封签时定下的',
    kinds: ['manifest', 'roster-count', 'roster-root', 'inspectors-count', 'inspectors-root', 'recusals-count', 'recusals-root'],
  },
  {
    title: '规则',
    kinds: ['ids', 'recusal-rows', 'strata', 'ratios', 'weights', 'team-size', 'contributors', 'beacon-plan', 'chain-length'],
  },
  {
    title: '见证与末项',
    kinds: [
      'contributions',
      'server-commit',
      'beacon',
      'beacon-chain',
      'beacon-time',
      'beacon-randomness',
      'beacon-signature',
      'beacon-typed',
    ],
  },
  { title: '抽取机构', kinds: ['seed', 'strata-count', 'objects'] },
  { title: '分配检查人员', kinds: ['inspector-seed', 'teams', 'unfilled'] },
  {
    title: '抽签后的变更',
    kinds: ['event-number', 'event-room', 'event-link', 'event-change', 'event-seed', 'event-result', 'final-teams'],
  },
];
