import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnGroups } from './columns.ts';
import { decodeComparisonSearch, encodeComparisonSearch } from './comparison-search.ts';
import { scoreModes } from './scoring.ts';

const known = Array.from({ length: 9 }, (_, index) => `44010300${index + 1}`);
const decode = (query: string) => decodeComparisonSearch(new URLSearchParams(query), known);

describe('the state of a comparison in the address', () => {
  it('has a default for everything', () => {
    expect(decode('')).toEqual({
      search: { offices: [], base: undefined, differ: false, groups: [...columnGroups], mode: 'counting' },
      dropped: { unknown: [], beyond: [] },
    });
  });

  it('keeps the order of the address, each office once, from a link or from boxes', () => {
    expect(decode('offices=440103003,440103001,440103003').search.offices).toEqual([
      '440103003',
      '440103001',
    ]);
    expect(decode('offices=440103003&offices=440103001').search.offices).toEqual(['440103003', '440103001']);
  });

  it('drops what it does not know and what is beyond five, and says which', () => {
    const { search, dropped } = decode(`offices=999999999,${known.slice(0, 7).join(',')},<script>x</script>`);
    expect(search.offices).toEqual(known.slice(0, 5));
    expect(dropped).toEqual({ unknown: ['999999999', '<script>x<'], beyond: known.slice(5, 7) });
  });

  it('repeats no more than ten unknown codes', () => {
    const many = Array.from({ length: 500 }, (_, index) => `x${index}`);
    expect(decode(`offices=${many.join(',')}`).dropped.unknown).toHaveLength(10);
  });

  it('takes a base only from the chosen offices', () => {
    expect(decode('offices=440103001,440103002&base=440103002').search.base).toBe('440103002');
    expect(decode('offices=440103001,440103002&base=440103003').search.base).toBeUndefined();
  });

  it('goes into the address and back, other params kept', () => {
    const state = fc.record({
      offices: fc.uniqueArray(fc.constantFrom(...known), { maxLength: 5 }),
      differ: fc.boolean(),
      groups: fc.subarray([...columnGroups], { minLength: 1 }),
      mode: fc.constantFrom(...scoreModes),
    });
    fc.assert(
      fc.property(state, fc.nat(4), (search, at) => {
        const whole = { ...search, base: search.offices[at] };
        const params = encodeComparisonSearch(whole, new URLSearchParams('unit=yi&differ=1'));
        expect(params.get('unit')).toBe('yi');
        expect(decodeComparisonSearch(new URLSearchParams(params.toString()), known).search).toEqual(whole);
      }),
    );
  });
});
