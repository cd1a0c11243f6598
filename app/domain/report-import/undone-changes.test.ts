import { expect, test } from 'vitest';
import { undoneChanges } from './undone-changes.ts';

const wrote = (from: string, to: string) => [{ field: 'a', from, to }];

test.each<[string, string, [string, string][], string | undefined, boolean]>([
  ['one acceptance goes back to what stood there', '2', [['1', '2']], '1', false],
  ['an empty field becomes empty again', '2', [['', '2']], '', false],
  [
    'several go back to the first',
    '3',
    [
      ['1', '2'],
      ['2', '3'],
    ],
    '1',
    false,
  ],
  ['what was changed since stays, and is told', '9', [['1', '2']], undefined, true],
  [
    'a change between two is gone back to',
    '3',
    [
      ['1', '2'],
      ['8', '3'],
    ],
    '8',
    false,
  ],
  [
    'what stands as it was before the import needs nothing',
    '1',
    [
      ['1', '2'],
      ['2', '1'],
    ],
    undefined,
    false,
  ],
])('%s', (_, held, steps, restored, kept) => {
  const changes = steps.map(([from, to]) => wrote(from, to));
  expect(undoneChanges({ a: held }, changes)).toEqual({
    changes: restored === undefined ? [] : [{ field: 'a', from: held, to: restored }],
    kept: kept ? ['a'] : [],
  });
});

test('the same figure in other digits was not changed since', () => {
  const step = [{ field: 'scores.total.score', from: '', to: '49.7' }];
  expect(undoneChanges({ 'scores.total.score': '49.70' }, [step])).toEqual({
    changes: [{ field: 'scores.total.score', from: '49.70', to: '' }],
    kept: [],
  });
});

test('nothing was accepted: nothing to take back', () => {
  expect(undoneChanges({ a: '1' }, [])).toEqual({ changes: [], kept: [] });
});
