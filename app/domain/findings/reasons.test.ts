import { describe, expect, test } from 'vitest';
import type { ScoreClaim } from '../submission.ts';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { lostPointsHaveReason, lostPointsLeadToMeasure } from './reasons.ts';

const node = 'management.assets.stocktaking';
const claim = (more: Partial<ScoreClaim>): ScoreClaim[] => [{ node, score: '0.5', ...more }];

describe('lost points have a reason', () => {
  test('holds with one', () => {
    expect(statusOf(lostPointsHaveReason, { scores: claim({ reason: '盘点未完成' }) })).toBe('holds');
  });

  test('fails without one, blanks being none', () => {
    expect(outcomesOf(lostPointsHaveReason, { scores: claim({ reason: ' ' }) })).toEqual([
      { status: 'fails', fields: [`scores.${node}.reason`, `scores.${node}`], stated: '0.5' },
    ]);
  });

  test('not checkable where no point was lost, or nothing is claimed', () => {
    expect(statusOf(lostPointsHaveReason, { scores: claim({ score: '1' }) })).toBe('not_checkable');
    expect(statusOf(lostPointsHaveReason, {})).toBe('not_checkable');
  });

  test('asks at the lowest node claimed, not again at the wholes', () => {
    const scores = [
      { node: 'total', score: '99.5' },
      { node: 'management', score: '49.5' },
      { node: 'management.assets', score: '9.5' },
      ...claim({}),
    ];
    const fields = outcomesOf(lostPointsHaveReason, { scores }).map((outcome) => outcome.fields[0]);
    expect(fields).toEqual([`scores.${node}.reason`]);
  });
});

describe('lost points lead to a measure', () => {
  test('holds with a measure at the node, or where a problem or measure names it', () => {
    expect(statusOf(lostPointsLeadToMeasure, { scores: claim({ measure: '年内完成盘点' }) })).toBe('holds');
    const problems = [{ text: '资产盘点情况不理想', themes: [] }];
    expect(statusOf(lostPointsLeadToMeasure, { scores: claim({}), problems })).toBe('holds');
    const measures = [{ text: '改善资产盘点情况' }];
    expect(statusOf(lostPointsLeadToMeasure, { scores: claim({}), measures })).toBe('holds');
  });

  test('fails where nothing names it', () => {
    const problems = [{ text: '绩效意识有待提高', themes: ['awareness'] }];
    expect(statusOf(lostPointsLeadToMeasure, { scores: claim({ reason: '未完成' }), problems })).toBe(
      'fails',
    );
  });

  test('not checkable where no point was lost', () => {
    expect(statusOf(lostPointsLeadToMeasure, { scores: claim({ score: '1' }) })).toBe('not_checkable');
  });
});
