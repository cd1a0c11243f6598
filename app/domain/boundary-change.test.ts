import { expect, test } from 'vitest';
import { boundaryKinds, breaksSeries, changesBetween } from './boundary-change.ts';

test('a change lies between two years when it takes effect after the first and by the second', () => {
  const of = (officeId: string, year: number) =>
    ({ officeId, year, kind: 'merged', note: '并入', noteEn: 'merged' }) as const;
  const changes = [of('a', 2020), of('a', 2021), of('a', 2022), of('b', 2021)];
  const found = changesBetween(changes, { officeId: 'a', from: 2020, to: 2021 });
  expect(found.map(({ officeId, year }) => [officeId, year])).toEqual([['a', 2021]]);
});

test('another name alone leaves a series whole', () => {
  expect(boundaryKinds.filter((kind) => !breaksSeries({ kind }))).toEqual(['renamed']);
});
