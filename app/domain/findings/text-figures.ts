import { compare, multiply, sum, within } from '../money.ts';
import type { Decimal } from '../submission.ts';
import { type Check, compared } from './check.ts';
import { narrative } from './text.ts';

export const figuresAreWhole: Check = {
  code: 'C8',
  name: 'figures are whole',
  severity: 'warning',
  figures: 'count',
  sentence: {
    zh: '报告中的数字完整，没有缺位、断开（如“1234.万元”“.5万元”）。',
    en: 'No figure in the report is cut off, such as “1234.万元” or “.5万元”.',
  },
  run(content, context) {
    const text = narrative(content, context);
    if (text === '') return [{ status: 'not_checkable', fields: ['text'] }];
    const [cut] = cutOff.exec(text) ?? [];
    return [{ status: cut ? 'fails' : 'holds', fields: ['text'], ...(cut && { evidence: cut }) }];
  },
};

export const economicItemsMakeBasic: Check = {
  code: 'C5',
  name: 'economic items = basic',
  severity: 'error',
  figures: 'money',
  sentence: {
    zh: '报告列示的基本支出各经济分类（工资福利、商品和服务、对个人和家庭的补助等）合计等于基本支出。',
    en: 'The economic items of basic spending that the report lists add up to it.',
  },
  run(content, context) {
    const items = economicItems(narrative(content, context));
    const added = items.length < 2 ? undefined : sum(items);
    const tolerance = multiply('100', String(items.length)) ?? '0';
    return [
      compared(['expenditure_basic'], added, content.amounts.expenditure_basic, (a, b) =>
        within(a, b, tolerance),
      ),
    ];
  },
};

/**
 * Words that mix 元 and 万元 where no sum can tell: one number printed with both units, or under a heading “单位：” of the
 * other one; or, in a sentence on a budget, a small amount in 元 with two decimals beside amounts in 万元.
 */
export function mixedUnits(text: string): string | undefined {
  const amounts = amountsIn(text);
  return twoUnits(amounts) ?? contradictedHeading(text, amounts) ?? mixedSentence(text);
}

interface PrintedAmount {
  words: string;
  digits: string;
  unit: string;
}

const cutOff =
  /(?<![\d.])(?:\d+[.．](?=\s*(?:万元|亿元|元|[%％]))|[.．]\d+(?=\s*(?:万元|亿元|元|[%％])))\s*(?:万元|亿元|元|[%％])/;

const printedAmount = /(?<![\d.])(?<digits>\d[\d,，]*(?:\.\d+)?)\s*(?<unit>万元|亿元|元)/g;

function amountsIn(text: string): PrintedAmount[] {
  return [...text.matchAll(printedAmount)].map(({ 0: words, groups = {} }) => ({
    words,
    digits: plainDigits(groups.digits ?? ''),
    unit: groups.unit ?? '',
  }));
}

/** A number long enough not to be the same by chance. */
function isTelling(digits: string): boolean {
  return digits.replace(/\D/g, '').length >= 5 && digits.includes('.');
}

function twoUnits(amounts: PrintedAmount[]): string | undefined {
  const other = amounts.find(
    ({ digits, unit }, index) =>
      isTelling(digits) &&
      amounts.slice(0, index).some((before) => before.digits === digits && before.unit !== unit),
  );
  return other && `${other.digits}：${unitsOf(other.digits, amounts).join('、')}`;
}

/** Numbers without a unit below a heading have the heading's. */
function contradictedHeading(text: string, amounts: PrintedAmount[]): string | undefined {
  const headings = [...text.matchAll(/单位\s*[：:]\s*(?:人民币)?\s*(万元|亿元|元)/g)];
  for (const [index, { 0: words, 1: unit, index: at }] of headings.entries()) {
    const below = text.slice(at + words.length, headings[index + 1]?.index ?? at + headingReach);
    const bare = [...below.matchAll(/(?<![\d.])\d[\d,，]*\.\d+(?![\d.%％])(?!\s*(?:万元|亿元|元))/g)];
    const wrong = bare
      .map(([digits]) => plainDigits(digits))
      .find(
        (digits) => isTelling(digits) && amounts.some((each) => each.digits === digits && each.unit !== unit),
      );
    if (wrong) return `${words}；${wrong}${unitsOf(wrong, amounts)[0]}`;
  }
  return undefined;
}

/** Characters of a table that one heading speaks for. */
const headingReach = 3000;

function mixedSentence(text: string): string | undefined {
  for (const sentence of text.split('。')) {
    const budget = [...sentence.matchAll(budgetAmount)].map(({ 0: words, groups = {} }) => ({
      words: words.replace(/\s/g, ''),
      digits: plainDigits(groups.digits ?? ''),
      unit: groups.unit,
    }));
    const small = budget.find(
      ({ digits, unit }) => unit === '元' && /\.\d{2}$/.test(digits) && compare(digits, '1000000') === -1,
    );
    if (small && budget.some(({ unit }) => unit === '万元')) return small.words;
  }
  return undefined;
}

const budgetAmount =
  /(?:收入|支出|预算数?|决算数?|经费|拨款|结转|结余)(?:总?额|合计|总计|为|共计?|数)?[：:]?\s*(?<digits>\d[\d,，]*(?:\.\d+)?)\s*(?<unit>万元|元)/g;

function unitsOf(digits: string, amounts: PrintedAmount[]): string[] {
  return [...new Set(amounts.filter((each) => each.digits === digits).map(({ unit }) => unit))];
}

/** In 元, from the sentences on basic spending; 其他 and 资本性 are items too. */
function economicItems(text: string): Decimal[] {
  return text
    .split(/[。；;]/)
    .filter((sentence) => sentence.replace(/\s/g, '').includes('基本支出'))
    .flatMap((sentence) => [...sentence.replace(/\s/g, '').matchAll(economicItem)])
    .flatMap(({ groups = {} }) => multiply(plainDigits(groups.digits ?? ''), yuan[groups.unit ?? '']) ?? []);
}

const economicItem =
  /(?:工资福利支出|商品和服务支出|对个人和家庭的?补助(?:支出)?|资本性支出|其他资本性支出)(?:为|共计?|合计)?[：:]?(?<digits>\d[\d,，]*(?:\.\d+)?)(?<unit>万元|亿元|元)/g;

const yuan: Record<string, Decimal> = { 元: '1', 万元: '10000', 亿元: '100000000' };

function plainDigits(digits: string): string {
  return digits.replace(/[,，]/g, '');
}
