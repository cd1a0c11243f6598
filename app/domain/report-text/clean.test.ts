import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanReport } from './clean.ts';
import { inventedPhone } from './invented-phone.fixture.ts';
import { quoteOf } from './mapped-text.ts';
import { readReport } from './read-report.ts';
import { quotesOf } from './to-submission-content.ts';

const clean = (text: string) => cleanReport(text).text;

describe('cleanReport', () => {
  test('page numbers, contents and running heads go', () => {
    expect(clean('目录\n一、基本情况……………1\n一、基本情况\n- 1 -\n第 2 页 共 9 页\n— 3 —\n3/9\n正文。')).toBe(
      '目录\n一、基本情况\n正文。',
    );
    expect(clean('甲。\n1\n乙。\n2\n丙。')).toBe('甲。\n乙。\n丙。');
  });

  test('a bare number that is no page number stays', () => {
    expect(clean('社区数\n15\n居民数\n300')).toBe('社区数\n15\n居民数\n300');
  });

  test('a paragraph broken by a page goes on inside the word', () => {
    const broken =
      '履行全面从严治党主体责任，加强党风廉政建设，落实党建工作责任制，统筹推进区域化党建工作，加强党风廉';
    expect(clean(`${broken}\n\n政建设和反腐败工作。\n二、下一节`)).toBe(
      `${broken}政建设和反腐败工作。\n二、下一节`,
    );
  });

  test('spaces between columns of figures stay, spaces beside Chinese characters go', () => {
    expect(clean('基本支出 100 200')).toBe('基本支出100 200');
    expect(clean('1. 2023 年 工 作')).toBe('1. 2023年工作');
  });

  test('contact data goes, what stands beside it stays', () => {
    expect(clean('填报人：张三 联系电话：020-81234567 填报日期：2024-10-10')).toBe('填报日期：2024-10-10');
    expect(clean(`联系人\n张三\n联系电话\n${inventedPhone}\n正文。`)).toBe('正文。');
    expect(clean(`如有疑问请致电${inventedPhone}。金额为${inventedPhone}元。`)).toBe(
      `如有疑问请致电。金额为${inventedPhone}元。`,
    );
  });

  test('a stretch of the clean text leads back to the original', () => {
    const original = '一、基本情况\n\n２０２３年 支 出９ 763．97万元。';
    const source = cleanReport(original);
    const start = source.text.indexOf('支出');
    expect(quoteOf(source, start, source.text.indexOf('。')).text).toBe('支 出９ 763．97万元');
  });
});

const words = fc.constantFrom(
  '2023年',
  '青石街道办事处',
  '整体支出',
  '绩效自评',
  '预算数',
  '基本支出',
  '项目支出',
  '9763.97万元',
  '15元',
  '96.12%',
  '其中：',
  '（',
  '）',
  '，',
  '。',
  '；',
  '\n',
  ' ',
  '一、存在的问题\n',
  '（一）',
  '1.',
  '得分3分',
  '总分5分',
  '年初目标：',
  '完成情况：',
  '数量指标',
  '比上年增加',
  '分别为',
  '一是',
  // among other digits eleven of them are any number; a telephone number stands by itself
  `，${inventedPhone}，`,
  '⽀',
  '\u200b',
  '\ud83d\ude00',
);

test('whatever the text, the reader ends and quotes what stands there', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const reading = readReport(text);
      for (const { start, end, text: quoted } of Object.values(quotesOf(reading, ({ name }) => name))) {
        expect(text.slice(start, end)).toBe(quoted);
      }
      expect(JSON.stringify(reading)).not.toContain(inventedPhone);
    }),
    { numRuns: 2000 },
  );
});
