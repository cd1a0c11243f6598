import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { economicItemsMakeBasic, figuresAreWhole, mixedUnits } from './text-figures.ts';

describe('figures are whole', () => {
  const of = (reportText: string) => statusOf(figuresAreWhole, {}, { reportText });

  test('holds', () => expect(of('1.部门收入10158.36万元，完成96.12%，2.支出 9763.97\n万元')).toBe('holds'));

  test.each(['支出9763.万元', '支出.97万元', '完成96. %'])('fails: %s', (text) =>
    expect(of(text)).toBe('fails'),
  );

  test('shows the figure', () => {
    expect(outcomesOf(figuresAreWhole, {}, { reportText: '支出9763.万元' })[0]?.evidence).toBe('9763.万元');
  });

  test('not checkable without words', () => expect(statusOf(figuresAreWhole, {})).toBe('not_checkable'));
});

describe('economic items = basic', () => {
  const amounts = { expenditure_basic: '25157500' };
  const of = (reportText: string) => statusOf(economicItemsMakeBasic, { amounts }, { reportText });

  test('holds: 2000 + 500 + 15.75 = 2515.75 万元', () => {
    expect(
      of(
        '基本支出2515.75万元，其中：工资福利支出2000万元，商品和服务支出500.00\n万元，对个人和家庭的补助15.75万元。',
      ),
    ).toBe('holds');
  });

  test('fails where they do not reach it', () => {
    const reportText = '基本支出2515.75万元，其中：工资福利支出2000万元，商品和服务支出500万元。';
    expect(outcomesOf(economicItemsMakeBasic, { amounts }, { reportText })).toEqual([
      { status: 'fails', fields: ['expenditure_basic'], computed: '25000000', stated: '25157500' },
    ]);
  });

  test('not checkable with fewer than two items, or items of something else', () => {
    expect(of('基本支出2515.75万元，其中工资福利支出2000万元。')).toBe('not_checkable');
    expect(of('项目支出中，工资福利支出10万元，商品和服务支出20万元。')).toBe('not_checkable');
    expect(statusOf(economicItemsMakeBasic, { amounts })).toBe('not_checkable');
  });
});

describe('mixed units', () => {
  test.each([
    ['one number in two units', '总支出10158.36万元。年末决算支出10158.36元。', '10158.36：万元、元'],
    [
      'a heading of the other unit',
      '支出10158.36万元。\n单位：元\n项目 金额\n本年支出 10,158.36\n',
      '单位：元；10158.36万元',
    ],
    [
      'a small amount in 元 within a sentence in 万元',
      '总收入18495.84万元，支出15324.90元。',
      '支出15324.90元',
    ],
  ])('%s', (_, text, evidence) => expect(mixedUnits(text)).toBe(evidence));

  test.each([
    '总支出10158.36万元，人均补助500元。',
    '发放低保金 11.34 万元，每人每月1200.50元。',
    '单位：万元\n本年支出 10158.36\n正文：支出10158.36万元。',
    '总支出101583600.00元，即10158.36万元。',
    '',
  ])('none in “%s”', (text) => expect(mixedUnits(text)).toBeUndefined());

  test('none in a published report; the one slip of the other is what its sums find', () => {
    const textOf = (name: string) =>
      readFileSync(new URL(`../../../test/fixtures/reports/${name}.txt`, import.meta.url), 'utf8');
    expect(mixedUnits(textOf('baihedong-2023'))).toBeUndefined();
    expect(mixedUnits(textOf('jiahe-2023'))).toBe('支出15324.90元');
  });
});
