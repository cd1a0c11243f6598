import fc from 'fast-check';
import type { Sheet, SheetCell, SheetFigure } from '#app/files/sheet.ts';

/** Texts that spreadsheets and their formats trip over. */
const troublesome = fc.constantFrom(
  '=1+1',
  '+1',
  '-cmd|calc',
  '@SUM(A1)',
  '＝1',
  '\t=1',
  ' =1',
  '#N/A',
  '_x0041_',
  '_x005F_x0041_',
  'two\nlines',
  'a\r\nb',
  'bell\u0007',
  '\uFFFE',
  '\uD800half',
  '𠮷野家👨‍👩‍👧',
  '<c t="n">&amp;</c>',
  '"quoted", comma',
  '1,015.84',
  '00123',
  '2024-04-12',
  '1E5',
  'TRUE',
  "'quoted",
  '长'.repeat(40_000),
);
const text = fc.oneof(
  troublesome,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

/** A figure with the text that a page would show. */
const figure: fc.Arbitrary<SheetFigure> = fc
  .record({
    units: fc.oneof(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: -1e13, max: 1e13 })),
    decimals: fc.integer({ min: 0, max: 4 }),
    before: fc.constantFrom('', '+', '▲ ', '第'),
    after: fc.constantFrom('', '%', '*', '名'),
    shade: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    strong: fc.boolean(),
  })
  .map(({ units, decimals, before, after, shade, strong }) => {
    const value = Number(units / 10 ** decimals).toFixed(decimals);
    const shown = new Intl.NumberFormat('en', { minimumFractionDigits: decimals }).format(
      value.replace('-', '') as Intl.StringNumericLiteral,
    );
    const sign = Number(value) < 0 && before === '' ? '-' : '';
    return { value, text: `${before}${sign}${shown}${after}`, shade, strong };
  });

/** Sheets of any content: one head row of leaves under one row of groups, rows of each kind. */
export function randomSheet(): fc.Arbitrary<Sheet> {
  return fc.integer({ min: 1, max: 6 }).chain((width) => {
    const cell: fc.Arbitrary<SheetCell> = fc.oneof(text, figure);
    const cells = fc.array(cell, { minLength: width, maxLength: width });
    const column = fc.record({
      heading: text,
      width: fc.integer({ min: 4, max: 60 }),
      decimals: fc.constantFrom(undefined, 0, 2),
      barTo: fc.constantFrom(undefined, 100),
    });
    return fc.record({
      name: text,
      title: text,
      unitLine: text,
      head: fc
        .array(text, { minLength: width, maxLength: width })
        .map((leaves) => [[{ text: '组', across: width }], leaves.map((leaf) => ({ text: leaf }))]),
      columns: fc.array(column, { minLength: width, maxLength: width }),
      rows: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constantFrom('body' as const, 'summary' as const), cells }),
          fc.record({ kind: fc.constant('heading' as const), cells: text.map((heading) => [heading]) }),
        ),
        { maxLength: 8 },
      ),
      notes: fc.array(text, { maxLength: 3 }),
      frozen: fc.integer({ min: 0, max: width }),
    });
  });
}
