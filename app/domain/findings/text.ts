import type { SubmissionContent } from '../submission.ts';
import { type Check, type CheckContext, compared, type Outcome } from './check.ts';

export const countIsListed: Check = {
  code: 'C16',
  name: 'stated count = listed items',
  severity: 'info',
  figures: 'count',
  sentence: {
    zh: '填报的下属单位数量等于列出的下属单位个数。',
    en: 'The number of subordinate units stated is the number of units listed.',
  },
  run({ subUnits, subUnitsStated }) {
    const [listed, stated] = [subUnits?.length, subUnitsStated].map((count) => count?.toString());
    return [compared(['sub_units'], listed, stated, (a, b) => a === b)];
  },
};

export const periodIsWholeYear: Check = {
  code: 'C13',
  name: 'period is the whole year',
  severity: 'warning',
  figures: 'count',
  sentence: {
    zh: '报告数据涵盖整个预算年度，不以“1-11 月”等部分月份代替。',
    en: 'Figures cover the whole year and not part of it, such as January to November.',
  },
  run(content, context) {
    const text = narrative(content, context);
    if (text === '') return [{ status: 'not_checkable', fields: ['text'] }];
    const part = partOfYear(text, context.year);
    return [{ status: part ? 'fails' : 'holds', fields: ['text'], ...(part && { evidence: part }) }];
  },
};

export const ownNameThroughout: Check = {
  code: 'C13',
  name: 'own name throughout',
  severity: 'warning',
  figures: 'count',
  sentence: {
    zh: '报告全文使用本单位名称，没有误用其他街道办事处的名称。',
    en: 'The report names its own street office throughout and no other one by mistake.',
  },
  run(content, context): Outcome[] {
    const text = narrative(content, context);
    const own = shortName(context.officeName ?? '');
    if (text === '' || own === '') return [{ status: 'not_checkable', fields: ['text'] }];
    const other = otherOffice(text, own);
    return [{ status: other ? 'fails' : 'holds', fields: ['text'], ...(other && { evidence: other }) }];
  },
};

/** The report's words; without a report, the ones the office typed in. */
export function narrative(content: SubmissionContent, { reportText }: CheckContext): string {
  const typed = [
    content.goal,
    content.keyTasks,
    content.changeReason,
    ...content.problems.map((one) => one.text),
  ];
  return reportText ?? typed.filter(Boolean).join('\n');
}

/** From January to a month before December, or up to such a month: “今年 1-11 月”, “截至 11 月”, “前三季度”. */
const partialPeriods = [
  /(?:(?<year>\d{4})\s*年\s*|今年\s*)?(?<![\d.-])0?1\s*(?:月\s*(?:1\s*日\s*)?)?[-－—–~～至到]+\s*(?<last>\d{1,2})\s*月/g,
  /截[至止]\s*(?:(?<year>\d{4})\s*年\s*|今年\s*)?(?<last>\d{1,2})\s*月/g,
  /(?:(?<year>\d{4})\s*年\s*|今年\s*)?前三季度/g,
];

/** Monitoring during the year looks at part of it by design, and another year's months are not this year's figures. */
function partOfYear(text: string, year: number): string | undefined {
  for (const sentence of text.split(/[。；;]/)) {
    const [first] = sentence.includes('监控') ? [] : partsOfYear(sentence, year);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** In the order of the text. */
function partsOfYear(sentence: string, year: number): string[] {
  return partialPeriods
    .flatMap((pattern) => [...sentence.matchAll(pattern)])
    .filter(
      ({ groups }) => groups?.last === undefined || (Number(groups.last) > 1 && Number(groups.last) < 12),
    )
    .filter(({ groups }) => groups?.year === undefined || Number(groups.year) === year)
    .sort((a, b) => a.index - b.index)
    .map(([words]) => words.trim().replace(/\s+/g, ' '));
}

/** 广州市白云区人民政府嘉禾街道办事处 → 嘉禾 */
function shortName(officeName: string): string {
  return officeName.replace(/^.*(?:区|人民政府)/, '').replace(/街道?(办事处)?$/, '');
}

/** A full name such as “某某区人民政府某某街道办事处” that is not the office's own; line breaks inside names do not matter. */
function otherOffice(text: string, own: string): string | undefined {
  const names = text.replace(/\s/g, '').matchAll(/(?:区|人民政府)([\u4e00-\u9fa5]{2,4}?)街道办事处/g);
  return [...names].find(([, name = '']) => !name.endsWith(own) && !anyOffice.test(name))?.[0];
}

/** Words for street offices in general: 各街道办事处, 所属街道办事处. */
const anyOffice = /[各本我该全所属辖等及和与个内下级有其他]/;
