import { describe, expect, test } from 'vitest';
import {
  baihedong,
  baihedongText,
  jiahe,
  jiaheText,
  nothingStated,
} from './findings/published-reports.fixture.ts';
import {
  type CheckContext,
  checkByName,
  checks,
  effectOf,
  findFindings,
  findingKey,
  runChecks,
} from './findings.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { severities } from './submission.ts';

const context = { framework: guangdong2023, year: 2023 };
const ofBaihedong = { ...context, officeName: '白鹤洞街道', reportText: baihedongText };
const ofJiahe = { ...context, officeName: '嘉禾街道', reportText: jiaheText };

describe('published reports', () => {
  test('白鹤洞街道: only the closing carry-over does not follow', () => {
    expect(findFindings(baihedong, ofBaihedong)).toEqual([
      {
        check: 'carryover',
        severity: 'info',
        fields: ['carryover_closing', 'budget_total', 'executed_total'],
        computed: '3943900',
        stated: '4008400.00',
      },
    ]);
  });

  test('嘉禾街道: a sub-score, a unit, a part of the year, a count', () => {
    expect(findFindings(jiahe, ofJiahe)).toEqual([
      {
        check: 'sub-scores = parent',
        severity: 'error',
        fields: expect.arrayContaining(['scores.management', 'scores.management.information_disclosure']),
        computed: '48.77',
        stated: '49.77',
        proposal: { field: 'scores.management.information_disclosure', value: '4' },
      },
      {
        check: 'unit',
        severity: 'error',
        fields: ['expenditure_project'],
        computed: '153249000',
        stated: '15324.90',
        proposal: { field: 'expenditure_project', value: '153249000' },
      },
      {
        check: 'period is the whole year',
        severity: 'warning',
        fields: ['text'],
        evidence: '今年 1-11 月',
      },
      {
        check: 'stated count = listed items',
        severity: 'info',
        fields: ['sub_units'],
        computed: '4',
        stated: '5',
      },
    ]);
  });

  test('what 嘉禾街道 does not state is not checkable', () => {
    const outcomes = runChecks(jiahe, ofJiahe);
    for (const name of ['execution rate', 'carryover', 'actual within budget', 'spending progress']) {
      const statuses = outcomes.filter((outcome) => outcome.check === name).map((outcome) => outcome.status);
      expect(new Set(statuses), name).toEqual(new Set(['not_checkable']));
    }
  });

  test('a check that needs the amount in doubt is not passed on the strength of the proposal', () => {
    const outcomes = runChecks(jiahe, ofJiahe);
    const onProject = outcomes.filter((outcome) => outcome.fields.includes('expenditure_project'));
    expect(onProject.map(({ check, status }) => [check, status])).toEqual([
      ['by nature = total', 'not_checkable'],
      ['share of total', 'not_checkable'],
      ['unit', 'fails'],
      ['in line with own years', 'not_checkable'],
    ]);
  });

  test('with the proposals taken, only the soft findings remain', () => {
    const mended = {
      ...jiahe,
      amounts: { ...jiahe.amounts, expenditure_project: '153249000' },
      scores: jiahe.scores.map((claim) =>
        claim.node === 'management.information_disclosure' ? { ...claim, score: '4' } : claim,
      ),
    };
    const names = findFindings(mended, ofJiahe).map((finding) => finding.check);
    expect(names).toEqual(['period is the whole year', 'stated count = listed items']);
  });
});

describe('every check', () => {
  test('nothing stated: nothing found, nothing passed', () => {
    const outcomes = runChecks(nothingStated, context);
    expect(new Set(outcomes.map((outcome) => outcome.status))).toEqual(new Set(['not_checkable']));
    expect(findFindings(nothingStated, context)).toEqual([]);
  });

  test('has a name of its own, a known severity and a sentence in both languages', () => {
    expect(new Set(checks.map((check) => check.name)).size).toBe(checks.length);
    for (const check of checks) {
      expect(severities).toContain(check.severity);
      expect(check.sentence.zh).toMatch(/。$/);
      expect(check.sentence.en).toMatch(/\.$/);
      expect(checkByName(check.name)).toBe(check);
    }
  });

  test('gives the same answer twice and leaves its input alone', () => {
    const before = structuredClone(jiahe);
    expect(runChecks(jiahe, ofJiahe)).toEqual(runChecks(jiahe, ofJiahe));
    expect(jiahe).toEqual(before);
  });
});

describe('checks of what only the form asks for', () => {
  const filed = { ...ofBaihedong, phase: 'submitting' } as const;
  const newOnes = (context: CheckContext) =>
    new Set(
      findFindings(baihedong, context)
        .map(({ check }) => check)
        .filter((check) => checkByName(check)?.appliesTo === 'filing'),
    );

  test('say nothing of a report that is read, and ask the office that files one', () => {
    expect(newOnes(ofBaihedong)).toEqual(new Set());
    expect(newOnes(filed)).toEqual(
      new Set([
        'lost points have a reason',
        'lost points lead to a measure',
        'budget, executed total and goal filled in',
        'scores filled in',
      ]),
    );
  });
});

describe('what a finding does', () => {
  const error = { check: 'by source = total', severity: 'error' } as const;
  const warning = { check: 'share of total', severity: 'warning' } as const;
  const info = { check: 'carryover', severity: 'info' } as const;
  const contested = { check: 'computed score = self score', severity: 'error' } as const;

  test.each([
    ['filling', ['warns', 'warns', 'informs', 'warns']],
    ['submitting', ['blocks', 'warns', 'informs', 'warns']],
    ['reviewing', ['warns', 'warns', 'informs', 'warns']],
  ] as const)('%s', (phase, expected) => {
    expect([error, warning, info, contested].map((finding) => effectOf(finding, phase))).toEqual(expected);
  });

  test('a published report is never blocked, a check that no longer exists counts by its severity', () => {
    expect(effectOf(error, 'submitting', 'public_report')).toBe('warns');
    expect(effectOf({ ...error, check: 'gone' }, 'submitting')).toBe('blocks');
  });
});

test('the key of a finding names its check and first field, whatever else is stated', () => {
  const finding = { check: 'by source = total', fields: ['executed_total', 'expenditure_general'] };
  expect(findingKey(finding)).toBe('by source = total|executed_total');
  expect(findingKey({ check: 'unit', fields: [] })).toBe('unit|');
  expect(findingKey({ check: 'scores filled in', fields: ['scores.a'] })).toBe('scores filled in|');
});

test('no two findings of one submission share a key', () => {
  for (const [content, context] of [
    [baihedong, ofBaihedong],
    [jiahe, ofJiahe],
  ] as const) {
    const keys = runChecks(content, { ...context, phase: 'filling' })
      .filter(({ status }) => status !== 'not_checkable')
      .map(findingKey);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('a full submission is checked in less than 10 ms, so that the form can do it while one types', () => {
  const scores = guangdong2023.nodes.map(({ code, weight }) => ({
    node: code,
    score: weight,
    target: '≥95%',
    completion: '完成率 96%，共 12 次',
  }));
  const monthlyExecution = Array.from({ length: 12 }, (_, index) => ({ month: index + 1, rate: '95.5' }));
  const full = { ...baihedong, ...jiahe, amounts: { ...baihedong.amounts, ...jiahe.amounts }, scores };
  const filed = { ...full, monthlyExecution };
  const asTyped = { ...context, phase: 'filling', lastYear: full, history: [full, full, full] } as const;
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    findFindings(filed, asTyped);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(10);
});
