import { describe, expect, test } from 'vitest';
import { findFindings, runChecks } from '../findings.ts';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import type { SubmissionContent } from '../submission.ts';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { baihedong, nothingStated } from './published-reports.fixture.ts';
import { unitsAgree } from './unit.ts';

const context = { framework: guangdong2023, year: 2023 };
const natures = {
  expenditure_basic: '31709400',
  expenditure_project: '153249000',
  executed_total: '184958400',
};

function baihedongWith(amounts: SubmissionContent['amounts']): SubmissionContent {
  return { ...baihedong, amounts: { ...baihedong.amounts, ...amounts } };
}

describe('unit', () => {
  test('holds where the sums hold', () => {
    expect(statusOf(unitsAgree, { amounts: natures })).toBe('holds');
  });

  test('holds where a sum fails for another reason', () => {
    expect(statusOf(unitsAgree, { amounts: { ...natures, executed_total: '185000000' } })).toBe('holds');
  });

  test.each([
    ['a part too small', { expenditure_project: '15324.90' }, 'expenditure_project', '153249000'],
    ['a part too large', { expenditure_basic: '317094000000' }, 'expenditure_basic', '31709400'],
    ['the total too small', { executed_total: '18495.84' }, 'executed_total', '184958400'],
  ])('fails with a proposal: %s', (_, amounts, field, value) => {
    const outcomes = outcomesOf(unitsAgree, { amounts: { ...natures, ...amounts } });
    expect(outcomes).toMatchObject([{ status: 'fails', fields: [field], proposal: { field, value } }]);
  });

  test('not checkable without a relation between amounts', () => {
    expect(statusOf(unitsAgree, { amounts: { executed_total: '18495.84' } })).toBe('not_checkable');
  });
});

describe('one slip is reported once', () => {
  test('a total in the wrong unit is neither a wrong sum nor a wrong rate', () => {
    const found = findFindings(baihedongWith({ executed_total: '9763.97' }), context);
    expect(found.map((finding) => [finding.check, finding.fields[0]])).toEqual([
      ['carryover', 'carryover_closing'],
      ['unit', 'executed_total'],
    ]);
  });

  test('the budget is blamed where the sums bear the total out', () => {
    const found = findFindings(baihedongWith({ budget_total: '10158.36' }), context);
    expect(found.find((finding) => finding.check === 'unit')?.proposal).toEqual({
      field: 'budget_total',
      value: '101583600',
    });
  });

  test('two slips in different sums are two findings', () => {
    const found = findFindings(
      baihedongWith({ expenditure_other: '177.93', expenditure_project: '7248.22' }),
      context,
    );
    const units = found.filter((finding) => finding.check === 'unit');
    expect(units.map((finding) => finding.fields)).toEqual([['expenditure_other'], ['expenditure_project']]);
  });

  test('a share that is wrong even so is still reported', () => {
    const content = {
      ...nothingStated,
      amounts: { ...natures, expenditure_project: '15324.90' },
      rates: { expenditure_project_share: '50.00' },
    };
    expect(findFindings(content, context).map((finding) => finding.check)).toEqual([
      'share of total',
      'unit',
    ]);
  });

  test('no proposal where either of two amounts may be wrong', () => {
    const content = {
      ...nothingStated,
      amounts: { sme_actual: '3075.59', sme_reserved: '39730600' },
      rates: { sme_share: '77' },
    };
    const found = findFindings(content, context);
    expect(found).toEqual([{ check: 'unit', severity: 'error', fields: ['sme_reserved', 'sme_actual'] }]);
    const share = runChecks(content, context).find((outcome) => outcome.check === 'SME share');
    expect(share?.status).toBe('not_checkable');
  });
});
