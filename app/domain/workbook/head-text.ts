/** Units that a table may be in, with what one of them is in 元; `%` and 分 have no such size. */
export const moneyUnits = {
  元: '1',
  千元: '1000',
  万元: '10000',
  百万元: '1000000',
  亿元: '100000000',
} as const;
export type TableMoneyUnit = keyof typeof moneyUnits;
export type TableUnit = TableMoneyUnit | '%' | '分';

export function isMoneyUnit(unit: string | undefined): unit is TableMoneyUnit {
  return unit !== undefined && Object.hasOwn(moneyUnits, unit);
}

/** A heading without what says nothing about its field: spaces, brackets, marks, the unit; full-width signs as plain ones. */
export function bareHeading(text: string): string {
  return withoutSpaces(text)
    .replace(bracketed, '')
    .replace(trailingUnit, '')
    .replace(/["'“”‘’《》「」*:：;；,，、。·_—–/\\|-]/g, '')
    .toLowerCase();
}

/** The unit that a heading names, in brackets or after a mark: “预算数（万元）”, “预算数/万元”, “自评分（10分）”. */
export function unitIn(text: string): TableUnit | undefined {
  const plain = withoutSpaces(text);
  const inBrackets = [...plain.matchAll(bracketed)].map(([held]) => unitOf(held.slice(1, -1)));
  const [, afterMark, percent = ''] = trailingUnit.exec(plain) ?? [];
  return inBrackets.find((unit) => unit !== undefined) ?? unitOf(afterMark ?? percent);
}

/** The money unit of a line above the head: “单位：万元”, “（金额单位：元、%）”. */
export function unitOfLine(text: string): TableMoneyUnit | undefined {
  const stated = /单位[:：]?(?:人民币)?[^;；。]*?(亿元|百万元|千元|万元|元)/.exec(withoutSpaces(text))?.[1];
  return isMoneyUnit(stated) ? stated : undefined;
}

/** Years that a title is of: “2023年度”, “2023年绩效”, and not the month in which it was made. */
export function titleYears(text: string): number[] {
  return [...withoutSpaces(text).matchAll(/(?<!\d)(20\d\d)(?:年度|年(?!\d{1,2}月)|$)/g)].map(([, year]) =>
    Number(year),
  );
}

/** Years that a text names. */
export function yearsIn(text: string): number[] {
  return [...withoutSpaces(text).matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year));
}

/** Full-width letters and signs as plain ones, without any space. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '');
}

const bracketed = /[([{〔【〖][^()[\]{}〔〕【】〖〗]*[)\]}〕】〗]/g;
const trailingUnit = /(?:[:：/,，_-](?:单位[:：]?)?(亿元|百万元|千元|万元|元|%|分)|(?<=.)(%))$/;

function unitOf(held: string): TableUnit | undefined {
  const word = held.replace(/^(?:金额)?(?:单位)?[:：]?/, '');
  if (/^(?:满分|分值)?\d*(?:\.\d+)?分$/.test(word)) return '分';
  if (word === '%' || word === '百分比') return '%';
  return isMoneyUnit(word) ? word : undefined;
}
