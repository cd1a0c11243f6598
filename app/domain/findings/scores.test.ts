import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { claims } from './published-reports.fixture.ts';
import {
  gradeFollowsScore,
  scoreWithinWeight,
  statedWeightsMakeParent,
  subScoresMakeParent,
} from './scores.ts';

const dimensions = (total: string, effectiveness: string, management: string) =>
  claims({ total: [total], effectiveness: [effectiveness], management: [management] });

describe('sub-scores = parent', () => {
  test('holds: 49.47 + 46.5 = 95.97', () => {
    expect(statusOf(subScoresMakeParent, { scores: dimensions('95.97', '49.47', '46.5') })).toBe('holds');
  });

  test('fails by a hundredth', () => {
    expect(statusOf(subScoresMakeParent, { scores: dimensions('95.98', '49.47', '46.5') })).toBe('fails');
  });

  test('not checkable when one child is missing, even if the others already make the parent', () => {
    const scores = claims({ total: ['50'], effectiveness: ['50'] });
    expect(statusOf(subScoresMakeParent, { scores })).toBe('not_checkable');
  });

  test('proposes nothing when two scores could be the wrong one', () => {
    const outcomes = outcomesOf(subScoresMakeParent, { scores: dimensions('95', '48', '46') });
    expect(outcomes.find((outcome) => outcome.status === 'fails')).not.toHaveProperty('proposal');
  });

  test('prefers full marks to any other value', () => {
    const [total] = outcomesOf(subScoresMakeParent, { scores: dimensions('98', '49', '48') });
    expect(total?.proposal).toEqual({ field: 'scores.effectiveness', value: '50' });
  });

  test('proposes the parent when every child is borne out by its own parts', () => {
    const scores = claims({
      total: ['90'],
      effectiveness: ['48'],
      'effectiveness.overall': ['38'],
      'effectiveness.overall.outputs': ['19'],
      'effectiveness.overall.outcomes': ['19'],
      'effectiveness.spending_progress': ['10'],
      management: ['46.5'],
      'management.budget_preparation': ['3'],
      'management.budget_execution': ['3.5'],
      'management.information_disclosure': ['4'],
      'management.performance': ['14'],
      'management.procurement': ['9.5'],
      'management.assets': ['8.5'],
      'management.operating_cost': ['4'],
    });
    const failing = outcomesOf(subScoresMakeParent, { scores }).filter((one) => one.status === 'fails');
    expect(failing).toMatchObject([
      { computed: '94.5', stated: '90', proposal: { field: 'scores.total', value: '94.5' } },
    ]);
  });

  test('proposes the dimension that is wrong both ways', () => {
    const scores = claims({
      total: ['95'],
      effectiveness: ['50'],
      'effectiveness.overall': ['40'],
      'effectiveness.spending_progress': ['9'],
      management: ['46'],
    });
    const failing = outcomesOf(subScoresMakeParent, { scores }).filter((one) => one.status === 'fails');
    expect(failing.map((one) => one.proposal)).toEqual([
      { field: 'scores.effectiveness', value: '49' },
      { field: 'scores.effectiveness', value: '49' },
    ]);
  });

  test('blames no parent that its own parent bears out', () => {
    const scores = claims({
      total: ['94.5'],
      effectiveness: ['48'],
      'effectiveness.overall': ['40'],
      'effectiveness.spending_progress': ['7'],
      management: ['46.5'],
    });
    const failing = outcomesOf(subScoresMakeParent, { scores }).filter((one) => one.status === 'fails');
    expect(failing.map((one) => one.proposal)).toEqual([
      { field: 'scores.effectiveness.spending_progress', value: '8' },
    ]);
  });

  test('proposes nothing that would break a sum that holds', () => {
    const scores = claims({
      total: ['97.5'],
      effectiveness: ['51'],
      'effectiveness.overall': ['40'],
      'effectiveness.spending_progress': ['10'],
      management: ['46.5'],
    });
    const failing = outcomesOf(subScoresMakeParent, { scores }).filter((one) => one.status === 'fails');
    expect(failing.map((one) => one.proposal)).toEqual([undefined]);
  });

  test('proposes no score above its weight or below 0', () => {
    const [raised] = outcomesOf(subScoresMakeParent, { scores: dimensions('100', '49.9', '49') });
    expect(raised).toMatchObject({ status: 'fails', proposal: { field: 'scores.total', value: '98.9' } });
    const [lowered] = outcomesOf(subScoresMakeParent, { scores: dimensions('10', '60', '60') });
    expect(lowered?.status).toBe('fails');
    expect(lowered).not.toHaveProperty('proposal');
  });
});

describe('score within weight', () => {
  test('holds at both ends', () => {
    const scores = claims({ management: ['50'], effectiveness: ['0'] });
    expect(outcomesOf(scoreWithinWeight, { scores }).map((one) => one.status)).toEqual(['holds', 'holds']);
  });

  test.each(['50.01', '-0.01'])('fails at %s of 50', (score) => {
    expect(statusOf(scoreWithinWeight, { scores: claims({ management: [score] }) })).toBe('fails');
  });

  test('the framework decides, not the weight the office states', () => {
    const scores = claims({ 'management.information_disclosure': ['5', '5'] });
    expect(statusOf(scoreWithinWeight, { scores })).toBe('fails');
  });

  test('not checkable for a node that the framework does not know', () => {
    expect(statusOf(scoreWithinWeight, { scores: claims({ elsewhere: ['5'] }) })).toBe('not_checkable');
  });
});

describe('stated weights = parent', () => {
  test('holds: 50 + 50 = 100', () => {
    const scores = claims({ total: ['1', '100'], effectiveness: ['1', '50'], management: ['1', '50'] });
    expect(statusOf(statedWeightsMakeParent, { scores })).toBe('holds');
  });

  test('fails against the framework where the parent’s weight is not stated', () => {
    const scores = claims({ effectiveness: ['1', '50'], management: ['1', '45'] });
    expect(outcomesOf(statedWeightsMakeParent, { scores })[0]).toMatchObject({
      status: 'fails',
      computed: '95',
      stated: '100',
    });
  });

  test('not checkable when a weight is missing', () => {
    const scores = claims({ total: ['1', '100'], effectiveness: ['1', '50'], management: ['1'] });
    expect(statusOf(statedWeightsMakeParent, { scores })).toBe('not_checkable');
  });
});

describe('grade follows score', () => {
  const project = (score: string | undefined, grade: string | undefined) => ({
    keyProjects: [{ name: '城市维护', score, grade }],
  });

  test.each([
    ['90', '优秀'],
    ['89.99', '良好'],
    ['60', '中'],
    ['59.99', '差'],
  ])('holds: %s is %s', (score, grade) => {
    expect(statusOf(gradeFollowsScore, project(score, grade))).toBe('holds');
  });

  test('fails: 89 is not 优秀', () => {
    expect(statusOf(gradeFollowsScore, project('89', '优秀'))).toBe('fails');
  });

  test.each([
    [undefined, '优秀'],
    ['90', undefined],
    ['90', '合格'],
  ])('not checkable: %s, %s', (score, grade) => {
    expect(statusOf(gradeFollowsScore, project(score, grade))).toBe('not_checkable');
  });
});
