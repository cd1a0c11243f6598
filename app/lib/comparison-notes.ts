import type { Comparison } from '#app/usecases/compare-offices.server.ts';
import type { ComparisonText } from './comparison-text.ts';
import { localName } from './i18n/languages.ts';

/** How the table came about and how it is read, one sentence each; a file has the largest in bold, not behind a mark. */
export function comparisonNotes(
  comparison: Comparison,
  { t, view, language }: ComparisonText,
  { inFile = false } = {},
): string[] {
  const { search, header } = view;
  const base = comparison.chosen.find(({ office }) => office.id === comparison.base);
  const provisional = comparison.chosen.some((row) => row.provisional);
  const source = t('ranking.source', {
    year: header.year,
    framework: localName(language, header.framework),
    version: header.framework.version,
  });
  const notes = [
    base && t('compare.rule.fileBase', { office: localName(language, base.office) }),
    t(inFile ? 'compare.rule.marksInFile' : 'compare.rule.marks'),
    t('compare.rule.difference'),
    t('compare.rule.ratio'),
    t(`compare.rule.${search.mode}`),
    t('compare.rule.district'),
    header.frameworkChanged && t('compare.rule.frameworkChanged'),
    comparison.hidden > 0 && t('compare.table.hidden', { count: comparison.hidden }),
    provisional && t('chart.provisional'),
    t('common.foot.source', { source }),
    header.asOf && t('common.foot.asOf', { date: header.asOf }),
  ];
  return notes.filter((note) => typeof note === 'string');
}
