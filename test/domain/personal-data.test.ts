// What must not be published is found however it is written, and what is no personal data is left alone.
import { describe, expect, test } from 'vitest';
import { personalData } from '../../src/domain/personal-data.ts';
import { sampleCode } from '../support/samples.ts';

describe('personal data in a text', () => {
  test.each([
    ['a mobile number', '联系人13800138000。', 'phone'],
    ['a mobile number with gaps', '电话 138 0013-8000', 'phone'],
    ['a mobile number in full-width digits', '１３８００１３８０００', 'phone'],
    ['a mobile number with the country code', '+8613800138000', 'phone'],
    ['a landline', '致电0396-4820000', 'phone'],
    ['an identity card number', '身份证11010519491231002X', 'id-card'],
    ['an identity card number with gaps', '110105 19491231 002X', 'id-card'],
    ['an old identity card number', '证号110105491231002', 'id-card'],
  ])('%s is found', (_, text, what) => {
    expect(personalData(text)).toBe(what);
  });

  test.each([
    ['a credit code', `代码${sampleCode(7)}`],
    ['a credit code of digits only but for its letters', '31410000MD0123456X'],
    ['a document number', '西司文〔2026〕3号'],
    ['a day', '2026年3月19日'],
    ['a sum', '收费1380013元'],
    ['a receipt number', '票据20260319000123'],
  ])('%s is not', (_, text) => {
    expect(personalData(text)).toBeNull();
  });
});
