// 统一社会信用代码 (GB 32100-2015): 18 characters, the last one a check digit over the other 17.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check digit of the first 17 characters; null if one of them is not in the alphabet (I, O, S, V, Z are not). */
export function creditCheckDigit(code: string): string | null {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(code[i] ?? '?');
    if (value < 0) return null;
    sum += value * weight;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

/** `shape` if it is not 18 characters of the alphabet, `check` if the last one is wrong, null if the code holds. */
export function creditCodeTrouble(code: string): 'shape' | 'check' | null {
  if (code.length !== 18) return 'shape';
  const digit = creditCheckDigit(code);
  if (digit === null || !ALPHABET.includes(code[17] ?? '?')) return 'shape';
  return digit === code[17] ? null : 'check';
}
