// Finds what must not go out with a publication: telephone and identity card numbers (个人信息保护法 §28; 令154 §15).

/** What was found. */
export type PersonalData = 'phone' | 'id-card';

// Not inside a longer number or code: an 18-character credit code with letters is no identity card.
const ID_CARD = /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/;
const OLD_ID_CARD = /(?<![0-9A-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])/;
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86)?1[3-9]\d{9}(?![0-9A-Za-z])/;
const LANDLINE = /(?<![0-9A-Za-z])0\d{2,3}-?[2-9]\d{6,7}(?![0-9A-Za-z])/;

/** What kind of number the text gives away, null if none. Full-width digits and gaps between digits do not hide it. */
export function personalData(text: string): PersonalData | null {
  const plain = text.normalize('NFKC').replace(/[‐-―−]/g, '-');
  const joined = plain.replace(/(?<=\d)[ \u00a0·-](?=[\dXx])/g, '');
  if ([plain, joined].some((one) => ID_CARD.test(one) || OLD_ID_CARD.test(one))) return 'id-card';
  return [plain, joined].some((one) => MOBILE.test(one) || LANDLINE.test(one)) ? 'phone' : null;
}
