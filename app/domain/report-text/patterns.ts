/** Pieces of regular expressions that several readers share. All are for text that `cleanReport` has cleaned. */

export const cjkNumber = '[一二三四五六七八九十]{1,3}';
/** A number as printed, with or without thousands separators. */
export const number = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
export const moneyUnit = '(?:亿元|千万元|百万元|万元|千元|元|亿(?=[，。；、）])|万(?=[，。；、）]))';

const digits = '零一二三四五六七八九';

/** 一 → 1, 十二 → 12, 三十 → 30; digits are read as they are; undefined for anything else. */
export function readCount(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零');
  const match = /^([零一二三四五六七八九])?(?:(十)([一二三四五六七八九])?)?$/.exec(plain);
  if (plain === '' || !match) return undefined;
  const lead = match[1] === undefined ? undefined : digits.indexOf(match[1]);
  if (match[2] === undefined) return lead;
  return (lead ?? 1) * 10 + (match[3] === undefined ? 0 : digits.indexOf(match[3]));
}

/** “4月”, “1-4月”, “2023年4月” → 4 */
export function monthOf(text: string): number | undefined {
  const found = /^(?:20\d{2}年)?(?:1月?[-—至])?(1[0-2]|0?[1-9])月份?(?:底|末)?$/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
