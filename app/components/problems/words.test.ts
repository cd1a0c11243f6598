import { describe, expect, test } from 'vitest';
import type { Language } from '#app/lib/i18n/languages.ts';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import { problemsView, type Said } from '#test/helpers/problems-view.ts';
import {
  chartTitle,
  leadText,
  matrixTitle,
  repeatingText,
  statementsTitle,
  themesTitle,
  trendTitle,
} from './words.ts';

const words = (language: Language = 'zh-CN') => ({ t: i18nOf(language).t, language });
const assets: Said = [{ themes: ['assets'] }];
const both: Said = [{ themes: ['assets', 'contract'] }];
const contract: Said = [{ themes: ['contract'] }];
const nothing: Said = [{ text: '暂无', themes: [] }];

describe('the sentence of the year', () => {
  const lead = (years: Record<number, Said[]>, language?: Language) =>
    leadText(problemsView(years), words(language));

  test('one theme, against last year like for like, and how long it lasts', () => {
    const years = {
      2021: [assets, assets],
      2022: [assets, assets, contract, 'draft' as const],
      2023: [assets, both, assets, assets],
    };
    expect(lead(years)).toBe(
      '4个街道提到“资产管理”，是最常见的问题，占已报4个街道的100%；比上年多1个；有2个街道已连续三年及以上提到',
    );
    expect(lead(years, 'en')).toBe(
      '"Assets" is the most common problem: 4 offices of the 4 that have filed (100%); 1 more than last year; 2 offices state it for the third year in a row or longer',
    );
  });

  test('fewer, and as many', () => {
    expect(lead({ 2022: [assets, assets], 2023: [assets, []] })).toContain('；比上年少1个');
    expect(lead({ 2022: [assets, []], 2023: [assets, []] })).toContain('；与上年持平');
  });

  test('without a year before there is nothing to compare', () => {
    expect(lead({ 2023: [assets, both] })).toContain('；没有上年数据可比');
    expect(lead({ 2022: ['returned', 'not_filed'], 2023: [assets, both] })).toContain('；没有上年数据可比');
  });

  test('a tie names both, a longer one the first two and how many', () => {
    expect(lead({ 2023: [both, both] })).toBe(
      '“合同签订备案”、“资产管理”并列最常见，各有2个街道提到，占已报2个街道的100%',
    );
    expect(lead({ 2023: [[{ themes: ['assets', 'contract', 'revenue'] }], []] })).toContain(
      '“合同签订备案”、“资产管理”等3类并列最常见，各有1个街道提到',
    );
  });

  test('one office', () => {
    expect(lead({ 2023: [assets, 'draft'] })).toBe('只有1个街道已报，提到“资产管理”；没有上年数据可比');
    expect(lead({ 2023: [assets] }, 'en')).toBe(
      'Only 1 office has filed; it states "Assets"; nothing of last year to compare with',
    );
  });

  test('no problem at all', () => {
    expect(lead({ 2023: [nothing, []] })).toBe('已报的2个街道没有提出可归类的问题');
    expect(lead({ 2023: [nothing] }, 'en')).toBe(
      'The 1 office that has filed states no problem of a known theme',
    );
  });
});

test('who repeats last year', () => {
  const repeating = (years: Record<number, Said[]>) => repeatingText(problemsView(years), words());
  expect(repeating({ 2023: [assets] })).toBeUndefined();
  expect(repeating({ 2022: [contract], 2023: [assets] })).toBe(
    '两年都已报的1个街道都没有重复提出上年的问题类型。',
  );
  expect(repeating({ 2022: [assets, contract], 2023: [assets, assets] })).toBe(
    '两年都已报的2个街道中，1个重复提出上年的问题类型。',
  );
  expect(repeating({ 2021: [assets, []], 2022: [assets, both], 2023: [assets, assets] })).toBe(
    '两年都已报的2个街道中，2个重复提出上年的问题类型；其中1个已连续三年及以上提出同一类问题。',
  );
});

test('the themes', () => {
  const title = (years: Record<number, Said[]>, language?: Language) =>
    themesTitle(problemsView(years), words(language));
  expect(title({ 2023: [[]] })).toBe('今年没有可归类的问题');
  expect(title({ 2022: [assets], 2023: [both] })).toBe(
    '2类问题有街道提到；1类有街道连续两年提到，0类有街道连续三年及以上提到',
  );
  expect(title({ 2023: [assets] }, 'en')).toContain('1 theme is stated;');
});

test('the change on last year', () => {
  const title = (years: Record<number, Said[]>) => chartTitle(problemsView(years), words());
  expect(title({ 2022: ['draft'], 2023: [assets] })).toBe('没有两年都已报的街道，不作比较');
  expect(title({ 2022: [both, assets], 2023: [assets, both] })).toBe(
    '两年都已报的2个街道，各类问题的街道数都与上年相同',
  );
  expect(title({ 2022: [assets, assets], 2023: [contract, contract] })).toBe(
    '两年都已报的2个街道中，提到“合同签订备案”的增加最多（多2个）；提到“资产管理”的减少最多（少2个）',
  );
  expect(title({ 2022: [[], []], 2023: [both, []] })).toBe(
    '两年都已报的2个街道中，提到“合同签订备案”、“资产管理”的增加最多（多1个）',
  );
});

test('the years before', () => {
  const title = (years: Record<number, Said[]>) => trendTitle(problemsView(years), words());
  expect(title({ 2023: [assets] })).toBe('只有2023年一年的数据');
  expect(title({ 2022: [assets], 2023: [both] })).toBe('1类问题在2022—2023年每年都有街道提到');
});

test('offices × themes', () => {
  const title = (years: Record<number, Said[]>) => matrixTitle(problemsView(years, 'view=matrix'), words());
  expect(title({ 2023: [[], nothing] })).toBe('已报的街道没有提出可归类的问题');
  expect(title({ 2023: [assets, contract] })).toBe('2个已报街道提到的问题类型一样多，各1类');
  expect(title({ 2023: [assets, both] })).toBe(
    '乙街道提到的问题类型最多（2类）；没有街道连续两年提到同类问题',
  );
  expect(title({ 2022: [assets, []], 2023: [assets, both] })).toBe(
    '乙街道提到的问题类型最多（2类）；1个街道有连续两年以上提到的问题',
  );
});

test('the statements, whole and filtered', () => {
  const years = { 2022: [assets, assets], 2023: [both, [{ themes: [] }], nothing] };
  const title = (query: string) => statementsTitle(problemsView(years, query), words());
  expect(title('view=statements')).toBe('2个街道共提出2条问题');
  expect(title('theme=assets')).toBe('“资产管理”：1个街道提到，占已报3个街道的33%；比上年少1个');
  expect(title('theme=revenue')).toBe('“收入上缴”：今年没有街道提到');
  expect(title('theme=none')).toBe('未归类：1条问题不属于任何一类');
  expect(title('repeated=1')).toBe('符合条件的问题有1条，来自1个街道；全区共2条');
  expect(title('theme=assets&office=440199002')).toBe('没有符合条件的问题；全区共2条');
});
