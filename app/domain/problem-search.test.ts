import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeProblemSearch,
  encodeProblemSearch,
  groupings,
  maxWordsLength,
  officeOrders,
  problemViews,
  themeOrders,
} from './problem-search.ts';

const decoded = (query: string) => decodeProblemSearch(new URLSearchParams(query));
const roundTrip = (query: string) => encodeProblemSearch(decoded(query)).toString();

const plain = {
  view: 'themes',
  sort: 'offices',
  rows: 'themes',
  by: 'theme',
  repeated: false,
  unmeasured: false,
  words: '',
};

describe('the state in the address', () => {
  test('the plain address is the themes by number of offices', () => {
    expect(decoded('')).toEqual(plain);
    expect(roundTrip('')).toBe('');
  });

  test('asking for statements shows the statements', () => {
    expect(decoded('theme=assets').view).toBe('statements');
    expect(decoded('q=预算').view).toBe('statements');
    expect(decoded('view=matrix&theme=assets').view).toBe('matrix');
  });

  test('what a form leaves empty goes away; what it asks for stays', () => {
    expect(roundTrip('view=statements&q=&theme=&office=&by=theme')).toBe('view=statements');
    expect(roundTrip('view=statements&q=+预算+&theme=assets&office=440103001&by=office&repeated=1')).toBe(
      new URLSearchParams('by=office&theme=assets&office=440103001&repeated=1&q=预算').toString(),
    );
  });

  test.each([
    'view=all',
    'sort=-offices',
    'rows=x',
    'by=',
    'theme=%00',
    'theme=A&theme=assets',
    'office=12',
    'office=4401030011',
    'repeated=yes',
    'unmeasured=0',
  ])('%s becomes the default', (query) => {
    expect(decoded(query)).toEqual(plain);
  });

  test('words are cut by characters', () => {
    expect([...decoded(`q=${'𠀀'.repeat(60)}`).words]).toHaveLength(maxWordsLength);
  });

  test('every state comes back from its address, and any address becomes a state', () => {
    const state = fc.record({
      view: fc.constantFrom(...problemViews),
      sort: fc.constantFrom(...themeOrders),
      rows: fc.constantFrom(...officeOrders),
      by: fc.constantFrom(...groupings),
      theme: fc.constantFrom(undefined, 'none', 'slow_execution'),
      office: fc.constantFrom(undefined, '440103001'),
      repeated: fc.boolean(),
      unmeasured: fc.boolean(),
      words: fc.string({ maxLength: 20 }).map((words) => words.trim()),
    });
    fc.assert(
      fc.property(state, (one) => {
        expect(decodeProblemSearch(encodeProblemSearch(one))).toEqual(one);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (query) => {
        const first = decoded(query);
        expect(decodeProblemSearch(encodeProblemSearch(first))).toEqual(first);
      }),
    );
  });
});
