import type { SubmissionContent } from '../submission.ts';
import type { Check, Outcome } from './check.ts';

export const headingYearIsBodyYear: Check = {
  code: 'C13',
  name: 'heading and body name one year',
  severity: 'warning',
  figures: 'count',
  sentence: {
    zh: '报告标题的年度与正文数据的年度一致，且为填报年度。',
    en: 'The year in the report’s heading is the one its body speaks of, and the one it is filed for.',
  },
  run: (_, { reportText, year }) => {
    const [heading, ...body] = yearsOfReport(reportText ?? '');
    if (heading === undefined) return [{ status: 'not_checkable', fields: ['text'] }];
    const most = mostFrequent(body);
    const other = [heading, most].some((each) => each !== undefined && each !== year);
    if (!other) return [{ status: 'holds', fields: ['text'] }];
    return [
      {
        status: 'fails',
        fields: ['text'],
        evidence: `${heading} / ${most ?? heading}`,
      },
    ];
  },
};

export const ownYearThroughout: Check = {
  code: 'C13',
  name: 'own year in goal and tasks',
  severity: 'warning',
  figures: 'count',
  sentence: {
    zh: '年度目标、重点任务写的是填报年度，不是往年的。',
    en: 'Goal and key tasks speak of the year filed for, not of an earlier one alone.',
  },
  run: (content, { year }) =>
    ownWords(content).map(([field, words]): Outcome => {
      const years = yearsIn(words);
      if (years.length === 0) return { status: 'not_checkable', fields: [field] };
      const earlier = years.every((each) => each < year);
      return {
        status: earlier ? 'fails' : 'holds',
        fields: [field],
        ...(earlier && { evidence: `${years[0]}年` }),
      };
    }),
};

export const wordsAreNew: Check = {
  code: 'C13',
  name: 'words not taken from last year',
  severity: 'warning',
  figures: 'count',
  appliesTo: 'filing',
  sentence: {
    zh: '年度目标、重点任务和增减原因没有照抄上年。',
    en: 'Goal, key tasks and the reason of changes are not last year’s, word for word.',
  },
  run: (content, { lastYear }) => {
    const before = new Map(lastYear ? [...ownWords(lastYear), ...reasonOf(lastYear)] : []);
    return [...ownWords(content), ...reasonOf(content)].map(([field, words]): Outcome => {
      const last = before.get(field);
      if (last === undefined || plain(words).length < longEnough)
        return { status: 'not_checkable', fields: [field] };
      return { status: plain(words) === plain(last) ? 'fails' : 'holds', fields: [field] };
    });
  },
};

/** Shorter words may well be the same every year. */
const longEnough = 20;

function ownWords({ goal, keyTasks }: SubmissionContent): [string, string][] {
  return stated([
    ['goal', goal],
    ['key_tasks', keyTasks],
  ]);
}

function reasonOf({ changeReason }: SubmissionContent): [string, string][] {
  return stated([['change_reason', changeReason]]);
}

function stated(entries: [string, string | undefined][]): [string, string][] {
  return entries.flatMap(([field, words]) => (words?.trim() ? [[field, words]] : []));
}

/** The year in the heading, the short lines before the first sentence that speak of the report; then every year after it. */
function yearsOfReport(text: string): number[] {
  const [heading = ''] = text.split(/[。；]|^[ \t　]*[一1][、.．]/m);
  const title = heading
    .split('\n')
    .filter((line) => line.length <= 40 && !/[，：:]/.test(line))
    .join('');
  const [year] = /自评|绩效/.test(title) ? yearsIn(title) : [];
  return year === undefined ? [] : [year, ...yearsIn(text.slice(heading.length))];
}

/** Years of figures: “2023年”, “2023 年度”; a line break inside does not matter. */
function yearsIn(words: string): number[] {
  return [...words.matchAll(/(?<!\d)(20\d{2})\s*年/g)].map(([, year]) => Number(year));
}

/** Undefined below three mentions, and where another year is as frequent. */
function mostFrequent(years: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] >= 3 && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function plain(words: string): string {
  return words.replace(/[\s\p{P}]/gu, '');
}
