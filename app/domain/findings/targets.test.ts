import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { claims } from './published-reports.fixture.ts';
import { quantitiesIn } from './target-measure.ts';
import { completionAnswersTarget, fullMarksMeetTarget } from './targets.ts';

const node = 'management.assets.utilisation';

describe('numbers with their units', () => {
  test.each([
    ['≥95%', [['95', '%', false]]],
    ['不少于 12 次', [['12', '次', false]]],
    ['不低于90％', [['90', '%', false]]],
    ['≤3.34万元', [['3.34', '万元', true]]],
    ['不超过5起', [['5', '起', true]]],
    ['2023年12月底前完成1,200人', [['1200', '人', false]]],
    ['营造良好政治生态', []],
  ])('%s', (words, expected) => {
    expect(quantitiesIn(words).map(({ value, unit, atMost }) => [value, unit, atMost])).toEqual(expected);
  });
});

describe('full marks meet the target', () => {
  const full = (target: string | undefined, completion: string | undefined, score = '2') =>
    statusOf(fullMarksMeetTarget, { scores: [{ node, score, target, completion }] });

  test('holds when it was reached, or not exceeded where that was asked', () => {
    expect(full('≥90%', '固定资产利用率 90%')).toBe('holds');
    expect(full('不超过5起', '3起')).toBe('holds');
  });

  test('fails with full marks below the target', () => {
    const scores = [{ node, score: '2', target: '≥90%', completion: '88.5%' }];
    expect(outcomesOf(fullMarksMeetTarget, { scores })).toEqual([
      {
        status: 'fails',
        fields: [`scores.${node}.completion`, `scores.${node}`],
        evidence: '≥90% / 88.5%',
      },
    ]);
    expect(full('不超过5起', '6起')).toBe('fails');
  });

  test('not checkable without full marks, without numbers, or with several', () => {
    expect(full('≥90%', '88.5%', '1.9')).toBe('not_checkable');
    expect(full('达标', '已达标')).toBe('not_checkable');
    expect(full('≥90%', '上半年80%，下半年95%')).toBe('not_checkable');
    expect(full(undefined, '95%')).toBe('not_checkable');
  });

  test('an office’s own targets stand behind the scores of outputs and outcomes', () => {
    const missed = (kind: string, scores: Record<string, [string]>) =>
      statusOf(fullMarksMeetTarget, {
        outcomeIndicators: [{ class: kind, name: '培训完成率', target: '100%', completion: '完成率 97%' }],
        scores: claims(scores),
      });
    expect(missed('数量指标', { 'effectiveness.overall.outputs': ['20'] })).toBe('fails');
    expect(missed('社会效益指标', { 'effectiveness.overall.outcomes': ['20'] })).toBe('fails');
    expect(missed('数量指标', { effectiveness: ['50'] })).toBe('fails');
    expect(missed('数量指标', { 'effectiveness.overall.outcomes': ['20'] })).toBe('not_checkable');
    expect(missed('数量指标', { effectiveness: ['49.5'] })).toBe('not_checkable');
  });
});

describe('completion answers the target', () => {
  const answered = (name: string, target: string, completion: string) =>
    statusOf(completionAnswersTarget, {
      outcomeIndicators: [{ class: '社会效益指标', name, target, completion }],
    });

  test('holds in the same unit, about the same rate', () => {
    expect(answered('党员培训工作完成率', '100%', '开展党员活动，培训率 100%')).toBe('holds');
    expect(answered('主题宣传', '不少于40场', '共 48 场，立案 72 宗')).toBe('holds');
  });

  test('fails where headcounts answer a rate, as in a published report', () => {
    expect(answered('失业人员再就业率', '再就业率 78.03%', '再就业 927人，困难人员就业 290人')).toBe('fails');
  });

  test('fails where another rate answers, as in a published report', () => {
    const completion = '垃圾分类宣传率 100%，立案执法 72 宗';
    expect(answered('垃圾分类执行率', '垃圾分类执行率 100%', completion)).toBe('fails');
  });

  test('not checkable without numbers on both sides', () => {
    expect(answered('廉洁文化', '营造良好生态', '谈话提醒 60 人次')).toBe('not_checkable');
    expect(answered('培训率', '100%', '已全部完成')).toBe('not_checkable');
  });

  test('is asked at scores, too', () => {
    const scores = [{ node, score: '2', target: '≥90%', completion: '38套' }];
    expect(outcomesOf(completionAnswersTarget, { scores })[0]).toEqual({
      status: 'fails',
      fields: [`scores.${node}.completion`],
      evidence: '≥90% / 38套',
    });
  });
});
