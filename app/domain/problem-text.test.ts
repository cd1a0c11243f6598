import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameWording, similarity, wordingOf } from './problem-text.ts';

const between = (a: string, b: string) => similarity(wordingOf(a), wordingOf(b));
const same = (a: string, b: string) => isSameWording(wordingOf(a), wordingOf(b));

describe('similarity', () => {
  test('counts shared pairs of neighbouring characters twice', () => {
    // 预算 算执 执行 | 预算 算编 编制: one of three and three
    expect(between('预算执行', '预算编制')).toBeCloseTo(2 / 6);
    expect(between('执行', '资产')).toBe(0);
  });

  test('a pair that occurs twice counts as often as both have it', () => {
    // 不不 ×2 | 不不 ×1
    expect(between('不不不', '不不')).toBeCloseTo(2 / 3);
  });

  test.each([
    ['1. 预算执行进度偏慢。', '（二）预算执行，进度偏慢'],
    ['一是预算执行进度偏慢', '第二，预算执行 进度偏慢；'],
    ['SLOW execution', 'slow execution'],
  ])('numbering, spaces, punctuation and case do not count: %s', (a, b) => {
    expect(between(a, b)).toBe(1);
  });

  test('nothing is like no words at all', () => {
    expect(between('', '')).toBe(0);
    expect(between('。', '预算')).toBe(0);
    expect(between('慢', '慢')).toBe(1);
  });

  test('is symmetric, within 0 and 1, and 1 with itself', () => {
    const text = fc.string({ unit: fc.constantFrom(...'预算执行慢高。 a1') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const value = between(a, b);
        expect(value).toBe(between(b, a));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (wordingOf(a).size > 0) expect(between(a, a)).toBe(1);
        expect(same(a, b)).toBe(value >= 0.8);
      }),
    );
  });
});

describe('isSameWording', () => {
  test('a few changed words leave it the same', () => {
    expect(
      same(
        '部分科室绩效管理意识有待提高，认为绩效管理只是财务的事。',
        '部分科室绩效管理意识仍有待提高，认为绩效管理只是财务的事情。',
      ),
    ).toBe(true);
  });

  test('the same matter in other words is not the same wording', () => {
    expect(same('部分科室绩效管理意识有待提高。', '绩效意识不强，重投入、轻效益。')).toBe(false);
  });

  test('one sentence within a far longer statement is not the same wording', () => {
    const short = '预算执行进度偏慢。';
    expect(
      same(short, `${short}受项目前期工作和资金下达时间影响，部分项目集中在第四季度支付，年末结余较大。`),
    ).toBe(false);
  });
});
