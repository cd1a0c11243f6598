import type { Words } from '#app/components/charts/words.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { statusText } from '#app/lib/status-text.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { hasLastYear } from './words.ts';

/** How the figures about themes came about. */
export function themeNotes(view: ProblemsView, { t }: Words): string[] {
  const { survey } = view;
  const hasFirst = survey.themes.some(({ states }) => states.first > 0);
  return [
    t('problems.themes.rule'),
    ...(survey.inBoth > 0 ? [t('problems.themes.pairRule', { count: survey.inBoth })] : []),
    ...(hasFirst && hasLastYear(view) ? [t('problems.themes.firstRule')] : []),
    t('problems.themes.measureRule'),
  ];
}

/** Who is not counted and why, who says that there is no problem, and who says nothing. */
export function outsideNotes({ notCounted, outside }: ProblemsView, { t, language }: Words): string[] {
  const names = (offices: { name: string; nameEn: string }[]) =>
    offices.map((office) => localName(language, office)).join(t('chart.list.comma'));
  const statuses = [...new Set(notCounted.map(({ status }) => status))];
  return [
    ...statuses.map((status) =>
      t('problems.sheet.notCounted', {
        status: statusText(status, t),
        offices: names(notCounted.filter((each) => each.status === status).map(({ office }) => office)),
      }),
    ),
    ...(outside.nothing.length > 0 ? [t('problems.sheet.nothing', { offices: names(outside.nothing) })] : []),
    ...(outside.silent.length > 0 ? [t('problems.sheet.silent', { offices: names(outside.silent) })] : []),
  ];
}
