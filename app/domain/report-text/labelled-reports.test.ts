import { expect, test } from 'vitest';
import { labelledReports } from '#test/helpers/labelled-reports.ts';
import { figureKinds, ratios, scoreReadings } from '#test/helpers/reading-score.ts';

const { counts } = scoreReadings(labelledReports());

test('figures of the labelled reports', () => {
  const figures = ratios(figureKinds.map((kind) => counts[kind]));
  expect(figures.precision).toBeGreaterThanOrEqual(0.98);
  expect(figures.recall).toBeGreaterThanOrEqual(0.92);
  expect(ratios([counts.amounts]).recall).toBeGreaterThanOrEqual(0.95);
});

test('themes of the labelled reports', () => expect(ratios([counts.themes]).f1).toBeGreaterThanOrEqual(0.85));
