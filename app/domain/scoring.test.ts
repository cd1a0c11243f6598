import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baihedong, claims, jiahe } from './findings/published-reports.fixture.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { gradeOf } from './grading.ts';
import { multiply } from './money.ts';
import {
  carryReviewUp,
  kindThatCounts,
  lostPoints,
  scoreThatCounts,
  selfScores,
  totalOfParts,
} from './scoring.ts';

describe('which score counts', () => {
  const both = { self: '49.77', reviewed: '48.77' };

  test('reviewed if there is one, else self', () => {
    expect(scoreThatCounts(both, 'counting')).toBe('48.77');
    expect(scoreThatCounts({ self: '49.77' }, 'counting')).toBe('49.77');
    expect(scoreThatCounts(undefined, 'counting')).toBeUndefined();
  });

  test('one kind only, when asked for', () => {
    expect(scoreThatCounts(both, 'self')).toBe('49.77');
    expect(scoreThatCounts({ self: '49.77' }, 'reviewed')).toBeUndefined();
  });

  test('a reviewed 0 counts', () => {
    expect(scoreThatCounts({ self: '4', reviewed: '0' }, 'counting')).toBe('0');
  });

  test('says which kind it is', () => {
    expect(kindThatCounts(both, 'counting')).toBe('reviewed');
    expect(kindThatCounts(both, 'self')).toBe('self');
    expect(kindThatCounts({ self: '1' }, 'counting')).toBe('self');
    expect(kindThatCounts({ self: '1' }, 'reviewed')).toBeUndefined();
    expect(kindThatCounts({}, 'counting')).toBeUndefined();
  });
});

test('lost points are missing, not 0, without a score', () => {
  expect(lostPoints('8.5', '10')).toBe('1.5');
  expect(lostPoints('10', '10')).toBe('0');
  expect(lostPoints(undefined, '10')).toBeUndefined();
  expect(lostPoints('10', undefined)).toBeUndefined();
});

describe('a review carried upwards', () => {
  const stated = selfScores(jiahe.scores);
  const disclosure = 'management.information_disclosure';

  test('moves the dimension and the total by what it changed', () => {
    const carried = carryReviewUp(guangdong2023, { ...stated, [disclosure]: { self: '3', reviewed: '2' } });
    expect(carried.management).toEqual({ self: '49.77', reviewed: '48.77' });
    expect(carried.total).toEqual({ self: '99.47', reviewed: '98.47' });
    expect(carried.effectiveness).toEqual({ self: '49.7' });
  });

  test('stops where the reviewer set a score', () => {
    const carried = carryReviewUp(guangdong2023, {
      ...stated,
      [disclosure]: { self: '3', reviewed: '2' },
      management: { self: '49.77', reviewed: '45' },
    });
    expect(carried.management?.reviewed).toBe('45');
    expect(carried.total?.reviewed).toBe('94.7');
  });

  test('makes a whole of its parts where the office stated none', () => {
    const carried = carryReviewUp(guangdong2023, {
      effectiveness: { self: '49', reviewed: '48' },
      management: { self: '46' },
    });
    expect(carried.total).toEqual({ reviewed: '94' });
  });

  test('never falls below 0, though the office stated the whole far below its parts', () => {
    const carried = carryReviewUp(guangdong2023, {
      management: { self: '46', reviewed: '20' },
      total: { self: '10' },
    });
    expect(carried.total).toEqual({ self: '10', reviewed: '0' });
  });

  test('leaves the whole alone where the change is unknown', () => {
    const carried = carryReviewUp(guangdong2023, {
      management: { self: '46' },
      [disclosure]: { reviewed: '3' },
    });
    expect(carried.management).toEqual({ self: '46' });
  });

  test('changes nothing without a review', () => {
    expect(carryReviewUp(guangdong2023, stated)).toEqual(stated);
  });
});

describe('total of parts', () => {
  test('of the dimensions', () => {
    expect(totalOfParts(guangdong2023, selfScores(baihedong.scores))).toEqual({
      value: '95.97',
      coveredWeight: '100',
      complete: true,
    });
  });

  test('goes deeper where a part has no score, and says what is missing', () => {
    const scores = selfScores(
      claims({ 'management.assets': ['8'], 'effectiveness.overall.outputs': ['19'] }),
    );
    expect(totalOfParts(guangdong2023, scores)).toEqual({
      value: '27',
      coveredWeight: '30',
      complete: false,
    });
  });

  test('is missing where no part has a score', () => {
    expect(totalOfParts(guangdong2023, {})).toBeUndefined();
    expect(totalOfParts(guangdong2023, selfScores(jiahe.scores), 'effectiveness')).toBeUndefined();
  });
});

describe('grade', () => {
  test.each([
    ['100', 'excellent'],
    ['90', 'excellent'],
    ['89.99', 'good'],
    ['80', 'good'],
    ['79.99', 'fair'],
    ['60', 'fair'],
    ['59.99', 'poor'],
    ['0', 'poor'],
  ])('%s of 100 is %s', (score, grade) => {
    expect(gradeOf(score)).toBe(grade);
  });

  test('is the same at any weight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 100 }),
        (hundredths, weight) => {
          const score = (of: number) => multiply(String(hundredths * of), '0.0001') ?? '';
          expect(gradeOf(score(weight), String(weight))).toBe(gradeOf(score(100)));
        },
      ),
    );
  });
});
