/** One piece of a text beside another: in both, only in the later, only in the earlier. */
export interface TextPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many pairs of words two texts are set side by side as wholes: nobody reads such a patchwork. */
const mostPairs = 4_000_000;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * What turns `before` into `after`, word by word with the fewest words touched. The parts that are not `added` make up
 * `before`, those that are not `removed` make up `after`.
 */
export function wordDifference(before: string, after: string): TextPart[] {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const start = commonLength(from, to, (index) => index);
  const room = Math.min(from.length, to.length) - start;
  const end = Math.min(
    room,
    commonLength(from, to, (index, list) => list.length - 1 - index),
  );
  const inner = [from.slice(start, from.length - end), to.slice(start, to.length - end)] as const;
  return joined([
    { kind: 'same', text: from.slice(0, start).join('') },
    ...innerDifference(...inner),
    { kind: 'same', text: from.slice(from.length - end).join('') },
  ]);
}

function wordsOf(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}

/** How many words are the same from one end on. */
function commonLength(from: string[], to: string[], at: (index: number, list: string[]) => number): number {
  const most = Math.min(from.length, to.length);
  let length = 0;
  while (length < most && from[at(length, from)] === to[at(length, to)]) length += 1;
  return length;
}

function innerDifference(from: string[], to: string[]): TextPart[] {
  if (from.length * to.length > mostPairs) {
    return [
      { kind: 'removed', text: from.join('') },
      { kind: 'added', text: to.join('') },
    ];
  }
  const shared = sharedLengths(from, to);
  const width = to.length + 1;
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [gone, come] = [from[i], to[j]];
    if (gone !== undefined && gone === come) {
      parts.push({ kind: 'same', text: gone });
      i += 1;
      j += 1;
    } else if (
      come === undefined ||
      (gone !== undefined && below(shared, i, j, width) >= right(shared, i, j, width))
    ) {
      parts.push({ kind: 'removed', text: gone ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'added', text: come });
      j += 1;
    }
  }
  return parts;
}

/** Longest common subsequence of the words from i and from j on, for every i and j, row by row. */
function sharedLengths(from: string[], to: string[]): Uint16Array {
  const width = to.length + 1;
  const lengths = new Uint16Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        from[i] === to[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(below(lengths, i, j, width), right(lengths, i, j, width));
  return lengths;
}

function below(lengths: Uint16Array, i: number, j: number, width: number): number {
  return lengths[(i + 1) * width + j] ?? 0;
}

function right(lengths: Uint16Array, i: number, j: number, width: number): number {
  return lengths[i * width + j + 1] ?? 0;
}

/** Neighbours of one kind as one, empty ones left out; what was removed stands before what was added in its place. */
function joined(parts: TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  let changed = { removed: '', added: '' };
  const settle = () => {
    for (const kind of ['removed', 'added'] as const)
      if (changed[kind]) result.push({ kind, text: changed[kind] });
    changed = { removed: '', added: '' };
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind !== 'same') {
      changed[kind] += text;
      continue;
    }
    settle();
    const last = result.at(-1);
    if (last?.kind === 'same') last.text += text;
    else result.push({ kind, text });
  }
  settle();
  return result;
}
