import { describe, expect, test } from 'vitest';
import { framework } from '#test/helpers/filing-district.ts';
import { reviewChanges, scoreRefusal } from './review-scores.ts';
import type { ScoreClaim } from './submission.ts';

const claims: ScoreClaim[] = [
  { node: 'total', score: '98' },
  { node: 'a', score: '59' },
  { node: 'a.p', score: '59' },
  { node: 'a.p.1', score: '45' },
  { node: 'a.p.2', score: '14' },
  { node: 'b', score: '39' },
];

describe('a score that is given', () => {
  test.each<[string, string, string | null, string, string | undefined]>([
    ['within the weight, with a reason', 'b', '38.5', '佐证不足', undefined],
    ['the office’s own, confirmed', 'b', '39.00', '', undefined],
    ['taken back', 'b', null, '', undefined],
    ['full marks', 'b', '40', '认可', undefined],
    ['nothing', 'b', '0', '未开展', undefined],
    ['without a reason', 'b', '38', ' ', 'reason_missing'],
    ['above the weight', 'b', '40.01', '?', 'score_out_of_range'],
    ['below nothing', 'b', '-0.5', '?', 'score_out_of_range'],
    ['of three decimals', 'b', '1.005', '?', 'score_out_of_range'],
    ['that is no number', 'b', '三十', '?', 'score_out_of_range'],
    ['at no node', 'z', '1', '?', 'unknown_field'],
  ])('%s', (_, node, score, reason, refusal) => {
    expect(scoreRefusal(framework, claims, [node, { score, reason }])).toBe(refusal);
  });
});

describe('the review after scores were given', () => {
  const none = { scores: {}, reasons: {} };
  test('moves every node above by as much', () => {
    expect(reviewChanges(framework, claims, none, { 'a.p.1': { score: '44', reason: ' 缺佐证 ' } })).toEqual({
      'a.p.1': { score: '44', reason: '缺佐证' },
      'a.p': { score: '58', reason: null },
      a: { score: '58', reason: null },
      total: { score: '97', reason: null },
    });
  });

  test('a score the reviewer set above stands', () => {
    const review = { scores: { a: '55', total: '94' }, reasons: { a: '整体偏高' } };
    expect(reviewChanges(framework, claims, review, { 'a.p.1': { score: '44', reason: '缺佐证' } })).toEqual({
      'a.p.1': { score: '44', reason: '缺佐证' },
      'a.p': { score: '58', reason: null },
    });
  });

  test('taken back, what followed from it goes too', () => {
    const review = {
      scores: { 'a.p.1': '44', 'a.p': '58', a: '58', total: '97' },
      reasons: { 'a.p.1': '缺佐证' },
    };
    const gone = { score: null, reason: null };
    expect(reviewChanges(framework, claims, review, { 'a.p.1': { score: null, reason: '' } })).toEqual({
      'a.p.1': gone,
      'a.p': gone,
      a: gone,
      total: gone,
    });
  });

  test('the same again changes nothing', () => {
    const review = { scores: { b: '38.00', total: '97.00' }, reasons: { b: '佐证不足' } };
    expect(reviewChanges(framework, claims, review, { b: { score: '38', reason: '佐证不足' } })).toEqual({});
  });
});
