import type { Decimal } from '../submission.ts';

/** A number with its unit in an office's words: “≥95%”, “不少于 12 次”. */
export interface Quantity {
  value: Decimal;
  unit: string;
  /** A target that must not be exceeded; every other one must be reached. */
  atMost: boolean;
}

/** Every number with a unit in the words, years and dates left out. `%` is one sign, however it is written. */
export function quantitiesIn(words: string | undefined): Quantity[] {
  return [...(words ?? '').matchAll(quantity)].flatMap(({ groups = {} }) => {
    const unit = (groups.unit ?? '').replace('％', '%');
    const value = groups.value?.replace(/[,，]/g, '') ?? '';
    if (unit === '' || isDate(value, unit)) return [];
    return [{ value, unit, atMost: /^(?:[≤<＜]|不(?:超过|高于|大于|多于)|低于)/.test(groups.bound ?? '') }];
  });
}

/** Words that end in 率, such as 执行率 and 宣传率, by the two characters that tell them apart. */
export function rateWordsIn(words: string | undefined): string[] {
  return [...(words ?? '').matchAll(/([\u4e00-\u9fa5]{2})率/g)].map(([, word = '']) => word);
}

const quantity =
  /(?<bound>[≤≥<>＜＞]|不(?:超过|高于|大于|多于|低于|少于|小于)|低于)?\s*(?<value>\d[\d,，]*(?:\.\d+)?)\s*(?<unit>[%％]|万元|亿元|[\u4e00-\u9fa5])?/g;

function isDate(value: string, unit: string): boolean {
  return (unit === '年' && value.length === 4) || unit === '月' || unit === '日' || unit === '号';
}
