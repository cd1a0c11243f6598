import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifference } from './word-difference.ts';

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('');

test('words are marked, not characters and not sentences', () => {
  expect(shown('全年完成社区改造12个', '全年完成社区改造15个')).toBe('全年完成社区改造-12-+15+个');
  expect(shown('预算执行进度偏慢', '预算执行进度明显偏慢')).toBe('预算执行进度+明显+偏慢');
  expect(shown('加强管理，及时整改。', '及时整改。')).toBe('-加强管理，-及时整改。');
  expect(shown('', '新增')).toBe('+新增+');
  expect(shown('原有', '')).toBe('-原有-');
  expect(shown('不变', '不变')).toBe('不变');
  expect(wordDifference('', '')).toEqual([]);
});

test('whatever the texts, both can be read off, and no word is touched without need', () => {
  const text = fc
    .array(fc.constantFrom('甲', '乙', '12', '。', 'word ', '预算'), { maxLength: 12 })
    .map((list) => list.join('，'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDifference(before, after);
      const without = (kind: string) => parts.filter((part) => part.kind !== kind).map((part) => part.text);
      expect(without('added').join('')).toBe(before);
      expect(without('removed').join('')).toBe(after);
      expect(parts.every((part) => part.text !== '')).toBe(true);
      const kept = parts.filter(({ kind }) => kind === 'same').flatMap((part) => split(part.text));
      expect(kept.length).toBeGreaterThanOrEqual(longestCommon(split(before), split(after)));
    }),
    { numRuns: 300 },
  );
});

test('two long texts with nothing in common are marked as wholes, in no time', () => {
  const [before, after] = [
    Array.from({ length: 2_500 }, (_, i) => `旧${i}，`).join(''),
    Array.from({ length: 2_500 }, (_, i) => `新${i}；`).join(''),
  ];
  const started = performance.now();
  expect(wordDifference(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  expect(performance.now() - started).toBeLessThan(2_000);
});

function split(text: string): string[] {
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

/** By trying every choice; for short lists only. */
function longestCommon(a: string[], b: string[], i = 0, j = 0, known = new Map<string, number>()): number {
  if (i === a.length || j === b.length) return 0;
  const key = `${i} ${j}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const best =
    a[i] === b[j]
      ? 1 + longestCommon(a, b, i + 1, j + 1, known)
      : Math.max(longestCommon(a, b, i + 1, j, known), longestCommon(a, b, i, j + 1, known));
  known.set(key, best);
  return best;
}
