import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { executionRate } from '#app/domain/execution.ts';
import { findFindings } from '#app/domain/findings.ts';
import { leavesOf } from '#app/domain/framework.ts';
import { compare } from '#app/domain/money.ts';
import { problemThemes } from '#app/domain/problem-themes.ts';
import { classifyThemes } from '#app/domain/problems.ts';
import type { Finding, SubmissionContent } from '#app/domain/submission.ts';
import { type DemoSubmission, deadlineOf, frameworkOf, generateSubmissions } from './generate.ts';
import { type DemoYear, demoYears, inventedOffices, realOffices } from './offices.ts';
import { type PlantedError, plan, plantedErrors } from './plan.ts';
import { noProblem, problemSentences } from './sentences.ts';
import { lossWords } from './words.ts';

const submissions = generateSubmissions();
const current = (submission: DemoSubmission) => submission.revisions.at(-1)?.content as SubmissionContent;

/** Checks of severity error that each planted mistake must fail, and no other. */
const failsCheck: Record<PlantedError, string[]> = {
  source_sum: ['by source = total'],
  nature_sum: ['by nature = total'],
  unit_slip: ['unit'],
  rate_mismatch: ['execution rate'],
  sme_claim: ['computed score = self score'],
  progress_claim: ['computed score = self score'],
  score_sum: ['sub-scores = parent'],
  missing_budget: [],
};

test('every run gives the same figures', () => {
  expect(hashOf(generateSubmissions())).toBe(hashOf(submissions));
});

describe('offices', () => {
  test('twenty are invented, with codes of the district and no name or code twice', () => {
    const codes = inventedOffices.map((office) => office.code);
    expect(codes).toEqual(Array.from({ length: 20 }, (_, i) => `440103${String(i + 3).padStart(3, '0')}`));
    for (const key of ['name', 'nameEn', 'sortKey'] as const)
      expect(new Set(inventedOffices.map((office) => office[key])).size).toBe(20);
  });

  test('no real office has an invented figure', () => {
    const real = realOffices.map((office) => office.code);
    expect(submissions.filter((one) => real.includes(one.officeCode))).toEqual([]);
    expect(inventedOffices.every((office) => office.invented)).toBe(true);
    expect(realOffices.some((office) => office.invented)).toBe(false);
    for (const { name } of realOffices) expect(JSON.stringify(submissions)).not.toContain(name.slice(0, -2));
  });
});

describe('checks', () => {
  test.each(submissions.map((one) => [one.officeCode, one.year, one] as const))(
    '%s of %i fails exactly what was planted',
    (_, __, submission) => {
      const expected = submission.planted ? failsCheck[submission.planted] : [];
      expect(failedBy(submission, current(submission))).toEqual(expected);
      if (submission.planted === undefined) expect(findingsOf(submission, current(submission))).toEqual([]);
    },
  );

  test('a first revision sent back fails what it was sent back for, and the next one does not', () => {
    const again = submissions.filter((one) => one.revisions.length > 1);
    expect(again.length).toBe(demoYears.flatMap((year) => Object.keys(plan[year].resubmitted)).length);
    for (const submission of again) {
      const error = plan[submission.year].resubmitted[Number(submission.officeCode.slice(-2))];
      const first = submission.revisions[0]?.content as SubmissionContent;
      expect(failedBy(submission, first)).toEqual(error && failsCheck[error]);
      expect(submission.revisions[0]?.returned?.reason).toBeTruthy();
    }
  });

  test('10 to 15 % of the submissions are wrong, in every way there is', () => {
    const wrong = submissions.flatMap((one) => one.planted ?? []);
    expect(wrong.length / submissions.length).toBeGreaterThanOrEqual(0.1);
    expect(wrong.length / submissions.length).toBeLessThanOrEqual(0.15);
    expect(new Set(wrong)).toEqual(new Set(plantedErrors));
  });
});

describe('figures are realistic', () => {
  const sound = submissions.filter((one) => one.planted === undefined && one.status !== 'draft');
  const rates = sound.map((one) => Number(executionRate(current(one).amounts)));

  test('budgets from 17 million to 300 million', () => {
    const budgets = submissions.flatMap(
      (one) => Number(current(one).amounts.budget_total ?? Number.NaN) || [],
    );
    expect(Math.min(...budgets)).toBeGreaterThan(16_000_000);
    expect(Math.max(...budgets)).toBeGreaterThan(250_000_000);
    expect(Math.max(...budgets)).toBeLessThan(340_000_000);
  });

  test('execution rates mostly from 85 to 100, a tail near 50, one above 100', () => {
    expect(rates.filter((rate) => rate >= 85 && rate <= 100).length / rates.length).toBeGreaterThan(0.8);
    expect(Math.min(...rates)).toBeLessThan(56);
    expect(rates.filter((rate) => rate > 100).length).toBeGreaterThan(0);
  });

  test('scores from 90 to 99.9, at all three levels and as a whole', () => {
    for (const submission of sound) {
      const score = Number(current(submission).scores[0]?.score);
      expect(score).toBeGreaterThanOrEqual(90);
      expect(score).toBeLessThanOrEqual(99.9);
    }
    const levels = sound.map(
      (one) => new Set(current(one).scores.map((claim) => claim.node.split('.').length)),
    );
    expect(levels.filter((one) => one.size === 3).length).toBeGreaterThan(sound.length / 2);
    expect(levels.every((one) => one.size >= 2)).toBe(true);
  });

  test('most lost points have a reason, not all', () => {
    const lost = sound.flatMap((one) => {
      const { scores } = current(one);
      const lowest = scores.filter(
        (claim) => !scores.some((other) => other.node.startsWith(`${claim.node}.`)),
      );
      return lowest.filter((claim) => claim.statedMax && compare(claim.score, claim.statedMax) < 0);
    });
    const explained = lost.filter((claim) => claim.reason).length / lost.length;
    expect(explained).toBeGreaterThan(0.7);
    expect(explained).toBeLessThan(0.98);
  });

  test('twelve months, two to four projects, one to three problems', () => {
    for (const { monthlyExecution, keyProjects, problems } of sound.map(current)) {
      expect(monthlyExecution.map((one) => one.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect([2, 3, 4]).toContain(keyProjects.length);
      expect([1, 2, 3]).toContain(problems.length);
    }
  });
});

describe('course of the rounds', () => {
  test('every year has submissions on time and late, returned, unfinished or missing ones', () => {
    for (const year of demoYears) {
      const ofYear = submissions.filter((one) => one.year === year);
      expect(ofYear.length).toBeLessThan(20);
      const late = ofYear.filter((one) => (current(one).filedOn ?? '') > deadlineOf(year));
      expect(late.length).toBeGreaterThan(1);
      expect(late.length).toBeLessThan(6);
    }
    expect(submissions.filter((one) => one.status === 'returned').length).toBeGreaterThan(2);
    expect(submissions.filter((one) => one.status === 'draft').length).toBe(2);
  });

  test('the current round is under way', () => {
    expect(statusesOf(2023)).toEqual({ approved: 12, submitted: 4, returned: 2, draft: 1 });
  });

  test('approved ones are reviewed at every claimed node, some below the claim with a reason', () => {
    const approved = submissions.filter((one) => one.status === 'approved');
    for (const { review, revisions } of approved) {
      const claims = revisions.at(-1)?.content.scores ?? [];
      expect(Object.keys(review?.scores ?? {})).toEqual(claims.map((claim) => claim.node));
    }
    const cut = approved.filter(
      (one) => Number(one.review?.scores.total) < Number(current(one).scores[0]?.score),
    );
    expect(cut.length).toBeGreaterThan(8);
    expect(cut.every((one) => Object.keys(one.review?.reasons ?? {}).length > 0)).toBe(true);
    expect(submissions.every((one) => (one.status === 'approved') === (one.review !== undefined))).toBe(true);
  });

  test('some offices tie in the score that counts, and one approved office has no execution rate', () => {
    const approved = submissions.filter((one) => one.year === 2023 && one.status === 'approved');
    const totals = approved.map((one) => one.review?.scores.total);
    expect(totals.length - new Set(totals).size).toBeGreaterThanOrEqual(2);
    expect(approved.filter((one) => executionRate(current(one).amounts) === undefined)).toHaveLength(1);
  });

  test('one office improves every year, one collapses, one names the same problem each year', () => {
    expect(isRising(totalsOf('440103004'))).toBe(true);
    const collapsing = totalsOf('440103005');
    expect(Number(collapsing.at(-2)) - Number(collapsing.at(-1))).toBeGreaterThan(6);
    const repeated = submissions.filter((one) => one.officeCode === '440103008');
    expect(
      repeated.filter((one) => current(one).problems[0]?.themes.includes('assets')).length,
    ).toBeGreaterThan(3);
  });
});

describe('words', () => {
  test('at least forty problem sentences, all different, each with a measure and read as its theme', () => {
    expect(problemSentences.length).toBeGreaterThanOrEqual(40);
    expect(new Set(problemSentences.map((one) => one.text)).size).toBe(problemSentences.length);
    expect(problemSentences.every((one) => one.measures.length > 0)).toBe(true);
    const misread = problemSentences.filter((one) => !classifyThemes(one.text).includes(one.theme));
    expect(misread.map((one) => one.text)).toEqual([]);
    expect(classifyThemes(noProblem)).toEqual([]);
  });

  test('the problems that are filed cover most themes and many sentences', () => {
    const filed = submissions.flatMap((one) => current(one).problems);
    expect(new Set(filed.flatMap((one) => one.themes)).size).toBeGreaterThanOrEqual(problemThemes.length - 2);
    expect(new Set(filed.map((one) => one.text)).size).toBeGreaterThan(40);
  });

  test('every node where points can be lost has words', () => {
    const nodes = leavesOf(frameworkOf(2023)).map((node) => node.code);
    expect(Object.keys(lossWords).sort()).toEqual(nodes.sort());
  });

  test('nobody is named and no telephone number appears', () => {
    const all = JSON.stringify(submissions);
    expect(all).not.toMatch(/1[3-9]\d{9}|0\d{2,3}-\d{7,8}/);
    expect(all).not.toMatch(/\{\w+\}|preparer|填报人|联系人|经办人：|同志|先生|女士/);
  });
});

function findingsOf({ officeCode, year }: DemoSubmission, content: SubmissionContent): Finding[] {
  const officeName = inventedOffices.find((office) => office.code === officeCode)?.name;
  return findFindings(content, { framework: frameworkOf(year), year, officeName });
}

function failedBy(submission: DemoSubmission, content: SubmissionContent): string[] {
  const errors = findingsOf(submission, content).filter((finding) => finding.severity === 'error');
  return [...new Set(errors.map((finding) => finding.check))];
}

function statusesOf(year: DemoYear): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of submissions) if (one.year === year) counts[one.status] = (counts[one.status] ?? 0) + 1;
  return counts;
}

function totalsOf(code: string): (string | undefined)[] {
  return submissions
    .filter((one) => one.officeCode === code)
    .map((one) => one.review?.scores.total ?? current(one).scores[0]?.score);
}

function isRising(values: (string | undefined)[]): boolean {
  return values.every((value, index) => index === 0 || Number(value) > Number(values[index - 1]));
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
