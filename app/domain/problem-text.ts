/** Two statements from this similarity on say the same in nearly the same words. */
const sameWording = 0.8;

/** A statement's pairs of neighbouring characters, counted; only letters, digits and Chinese characters count. */
export interface Wording {
  pairs: ReadonlyMap<string, number>;
  size: number;
}

/** Numbering at the start (“1.”, “（一）”, “一是”), spaces and punctuation do not belong to the words. */
export function wordingOf(text: string): Wording {
  const plain = text.replace(numbering, '').replace(/[^\p{L}\p{N}]/gu, '');
  const characters = [...plain.toLowerCase()];
  const pairs = new Map<string, number>();
  const whole = characters.length === 1 ? characters : [];
  const found = [...whole, ...characters.slice(1).map((character, index) => characters[index] + character)];
  for (const pair of found) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  return { pairs, size: found.length };
}

/** Dice's coefficient over the pairs, 0 to 1: twice the shared pairs ÷ the pairs of both. 0 where either has no words. */
export function similarity(a: Wording, b: Wording): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [few, many] = a.pairs.size <= b.pairs.size ? [a.pairs, b.pairs] : [b.pairs, a.pairs];
  let shared = 0;
  for (const [pair, count] of few) shared += Math.min(count, many.get(pair) ?? 0);
  return (2 * shared) / (a.size + b.size);
}

/** Whether two statements say the same in nearly the same words. */
export function isSameWording(a: Wording, b: Wording): boolean {
  // Lengths alone often settle it: the shorter cannot share more than all of its pairs.
  if (2 * Math.min(a.size, b.size) < sameWording * (a.size + b.size)) return false;
  return similarity(a, b) >= sameWording;
}

const numbering =
  /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]|[一二三四五六七八九十]是|第[一二三四五六七八九十]+[，、])\s*/;
