import { labelledReports } from '#test/helpers/labelled-reports.ts';
import { fieldKinds, figureKinds, ratios, scoreReadings } from '#test/helpers/reading-score.ts';

/**
 * `npm run bench -- import [--json] [--misses]`: how well reports are read, over the labelled reports of `test/fixtures`: precision,
 * recall and F1 for each kind of field, as ratios. Reports that are held back were never looked at while rules were written.
 */
export function benchImport({ json, misses }: { json?: boolean; misses?: boolean }): void {
  const reports = labelledReports();
  const sets = {
    all: reports,
    open: reports.filter(({ labels }) => !labels.held_back),
    'held back': reports.filter(({ labels }) => labels.held_back),
  };
  const figures = Object.fromEntries(
    Object.entries(sets).map(([name, set]) => {
      const { counts } = scoreReadings(set);
      const rows = fieldKinds.map((kind) => [kind, rounded([counts[kind]])] as const);
      return [
        name,
        {
          reports: set.length,
          figures: rounded(figureKinds.map((kind) => counts[kind])),
          ...Object.fromEntries(rows),
        },
      ];
    }),
  );
  if (json) {
    console.log(JSON.stringify(figures));
    return;
  }
  for (const [name, { reports: count, ...rows }] of Object.entries(figures)) {
    console.log(`${name}: ${count} reports`);
    for (const [kind, row] of Object.entries(rows)) {
      const { precision, recall, f1, labelled } = row as ReturnType<typeof rounded>;
      console.log(`  ${kind.padEnd(10)} precision ${precision}  recall ${recall}  F1 ${f1}  (${labelled})`);
    }
  }
  if (misses) for (const miss of scoreReadings(sets.open).misses) console.log(JSON.stringify(miss));
}

function rounded(counts: Parameters<typeof ratios>[0]) {
  const { labelled, ...shares } = ratios(counts);
  const three = (share: number) => Math.round(share * 1000) / 1000;
  return {
    precision: three(shares.precision),
    recall: three(shares.recall),
    f1: three(shares.f1),
    labelled,
  };
}
