import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMoveSearch, encodeMoveSearch, moveSorts } from './rank-movement-search.ts';
import { decodeTrendSearch, encodeTrendSearch, panelSorts, trendMeasures } from './trends-search.ts';

const code = fc.nat(999_999_999).map((number) => String(number).padStart(9, '0'));

test('a state of the trends comes back from its address', () => {
  const measure = fc.constantFrom(...trendMeasures);
  const state = fc.record({
    offices: fc.uniqueArray(code, { maxLength: 5 }),
    by: measure,
    measure,
    sort: fc.constantFrom(...panelSorts),
  });
  fc.assert(
    fc.property(state, (given) => {
      expect(decodeTrendSearch(encodeTrendSearch(given))).toEqual(given);
    }),
  );
});

test('a state of the movements comes back from its address', () => {
  const state = fc.record({
    rule: fc.constantFrom(...trendMeasures),
    sort: fc.constantFrom(...moveSorts),
    office: fc.option(code, { nil: undefined }),
  });
  fc.assert(
    fc.property(state, (given) => {
      expect(decodeMoveSearch(encodeMoveSearch(given))).toEqual(given);
    }),
  );
});

test('any address is a state, with at most five offices named once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('offices', 'by', 'measure', 'sort', 'office'), fc.string())),
      (pairs) => {
        const params = new URLSearchParams(pairs);
        const { offices } = decodeTrendSearch(params);
        expect(offices.length).toBeLessThanOrEqual(5);
        expect(decodeMoveSearch(params).office ?? '000000000').toMatch(/^\d{9}$/);
      },
    ),
  );
  const boxes = new URLSearchParams('offices=440103001&offices=440103002,440103001&offices=x');
  expect(decodeTrendSearch(boxes).offices).toEqual(['440103001', '440103002']);
  expect(encodeTrendSearch(decodeTrendSearch(new URLSearchParams())).toString()).toBe('');
});
