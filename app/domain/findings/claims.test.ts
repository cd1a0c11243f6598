import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { computedScoreIsClaimed, scoreWithinTier } from './claims.ts';
import { claims } from './published-reports.fixture.ts';

describe('computed score = self score', () => {
  const amounts = { sme_actual: '30755900', sme_reserved: '39730600' };
  const progress = (score: string) => claims({ 'effectiveness.spending_progress': [score] });
  const of = (...input: Parameters<typeof outcomesOf> extends [unknown, ...infer Rest] ? Rest : never) =>
    outcomesOf(computedScoreIsClaimed, ...input).filter((outcome) => outcome.status !== 'not_checkable');

  test('holds: 94.7 % of 10 points; 77.41 % of 1 point', () => {
    const scores = [...progress('9.47'), ...claims({ 'management.procurement.sme_policy': ['0.77'] })];
    const outcomes = of({ scores, amounts, rates: { spending_progress: '94.7' } });
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['holds', 'holds']);
  });

  test.each(['10', '9.4'])('fails when another score is claimed than the rule gives: %s', (score) => {
    const [outcome] = of({ scores: progress(score), rates: { spending_progress: '94.7' } });
    expect(outcome).toMatchObject({ status: 'fails', computed: '9.47', stated: score });
  });

  test('not checkable without the claim or without the figure', () => {
    expect(statusOf(computedScoreIsClaimed, { amounts, rates: { spending_progress: '94.7' } })).toBe(
      'not_checkable',
    );
    expect(statusOf(computedScoreIsClaimed, { scores: progress('10') })).toBe('not_checkable');
  });

  test('a limit bounds the score: less may be claimed for other reasons, more may not', () => {
    const node = 'management.operating_cost.three_public';
    const spent = (actual: string, score: string) =>
      statusOf(computedScoreIsClaimed, {
        amounts: { three_public_actual: actual, three_public_budget: '33400' },
        scores: claims({ [node]: [score] }),
      });
    expect(spent('33400', '2')).toBe('holds');
    expect(spent('33400', '1.5')).toBe('holds');
    expect(spent('33401', '0')).toBe('holds');
    expect(spent('33401', '0.5')).toBe('fails');
  });

  test('a whole claimed without its parts is at most what their rules leave it: 49.47 of 50, 9.77 of 10', () => {
    const rates = { spending_progress: '94.7' };
    const whole = (node: string, score: string) =>
      of({ scores: claims({ [node]: [score] }), amounts, rates })[0];
    expect(whole('effectiveness', '49.47')).toMatchObject({ status: 'holds', computed: '49.47' });
    expect(whole('effectiveness', '40')).toMatchObject({ status: 'holds' });
    expect(whole('effectiveness', '49.48')).toMatchObject({ status: 'fails', computed: '49.47' });
    expect(whole('management.procurement', '9.77')).toMatchObject({ status: 'holds' });
    expect(whole('management.procurement', '10')).toMatchObject({ status: 'fails', computed: '9.77' });
  });

  test('a whole with a part claimed is left to the sum of its parts', () => {
    const scores = [...claims({ effectiveness: ['50'] }), ...progress('10')];
    const fields = of({ scores, rates: { spending_progress: '94.7' } }).map((outcome) => outcome.fields[0]);
    expect(fields).toEqual(['scores.effectiveness.spending_progress']);
  });
});

describe('score within tier', () => {
  const node = 'management.information_disclosure.performance';
  const judged = (score: string, completion?: string) =>
    statusOf(scoreWithinTier, { scores: [{ node, score, completion }] });

  test('holds up to the end of the tier: 80 % of 2 for what was partly done', () => {
    expect(judged('2', '已达成')).toBe('holds');
    expect(judged('1.6', '部分达成')).toBe('holds');
    expect(judged('1.2', '未达成')).toBe('holds');
  });

  test('fails above it', () => {
    expect(judged('1.61', '部分完成，少公开一张表')).toBe('fails');
    expect(judged('1.21', '未达成')).toBe('fails');
  });

  test('not checkable where the words claim no tier, and nothing to say of other rules', () => {
    expect(judged('2')).toBe('not_checkable');
    expect(judged('2', '按时公开')).toBe('not_checkable');
    const other = { node: 'management.performance.rules', score: '5', completion: '未达成' };
    expect(outcomesOf(scoreWithinTier, { scores: [other] })).toEqual([]);
  });
});
