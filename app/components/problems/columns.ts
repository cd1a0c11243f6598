import type { Words } from '#app/components/charts/words.ts';
import { percent } from '#app/domain/money.ts';
import type { ThemeCounts } from '#app/domain/problem-counts.ts';
import type { ThemeOrder } from '#app/domain/problem-search.ts';
import { signedCount } from '#app/lib/change-text.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { filedNow, hasLastYear, shareText } from './words.ts';

export type ThemeGroup = 'now' | 'before' | 'said';

/** One column of figures of the themes, the same on the page and in its files. */
export interface ThemeColumn {
  id: ColumnId;
  group: ThemeGroup;
  heading: string;
  /** A part of the column before it. */
  part?: boolean;
  /** The order that the column stands for. */
  sort?: ThemeOrder;
  /** The figure itself; absent where there is nothing to compare with. */
  value: (row: ThemeCounts) => string | undefined;
  text: (row: ThemeCounts) => string;
}

type ColumnId =
  | 'offices'
  | 'share'
  | 'lastYear'
  | 'change'
  | 'fresh'
  | 'first'
  | 'repeated'
  | 'lasting'
  | 'dropped'
  | 'droppedWithMeasure'
  | 'statements'
  | 'measures'
  | 'unmeasured';

/** The columns that this year has: without a year before there is nothing to compare, without latecomers no column for them. */
export function themeColumns(view: ProblemsView, words: Words): ThemeColumn[] {
  const { t } = words;
  const { header, survey } = view;
  const column = (
    group: ThemeGroup,
    id: ColumnId,
    count: (row: ThemeCounts) => number | undefined,
    more: Pick<ThemeColumn, 'sort' | 'part'> = {},
  ): ThemeColumn => ({
    id,
    group,
    heading: t(`problems.themes.column.${id}`, { year: header.year - 1 }),
    value: (row) => count(row)?.toString(),
    text: (row) => count(row)?.toString() ?? t('common.state.notApplicable'),
    ...more,
  });
  const share: ThemeColumn = {
    ...column('now', 'share', () => undefined),
    value: (row) => percent(String(row.offices), String(filedNow(view))),
    text: (row) => shareText(row.offices, view, words),
  };
  const change: ThemeColumn = {
    ...column('before', 'change', (row) => row.change, { sort: 'change' }),
    text: (row) => (row.change === undefined ? t('common.state.notApplicable') : signedCount(row.change)),
  };
  const hasFirst = survey.themes.some(({ states }) => states.first > 0);
  const before = [
    column('before', 'lastYear', (row) => row.lastYear),
    change,
    column('before', 'fresh', (row) => row.states.fresh),
    column('before', 'repeated', (row) => row.states.repeated, { sort: 'repeated' }),
    column('before', 'lasting', (row) => row.lasting, { part: true }),
    ...(hasFirst ? [column('before', 'first', (row) => row.states.first)] : []),
    column('before', 'dropped', (row) => row.states.dropped),
    column('before', 'droppedWithMeasure', (row) => row.droppedWithMeasure, { part: true }),
  ];
  return [
    column('now', 'offices', (row) => row.offices, { sort: 'offices' }),
    share,
    ...(hasLastYear(view) ? before : []),
    column('said', 'statements', (row) => row.statements),
    column('said', 'unmeasured', (row) => row.unmeasured, { part: true }),
    column('said', 'measures', (row) => row.measures),
  ];
}

/** A column's own name: a part says that it is one. */
export function headingText({ heading, part }: ThemeColumn, { t }: Words): string {
  return part ? t('problems.themes.ofWhich', { name: heading }) : heading;
}

/** What stands over the columns of a group. */
export function groupText(group: ThemeGroup, { header }: ProblemsView, { t }: Words): string {
  return t(`problems.themes.group.${group}`, { year: group === 'before' ? header.year - 1 : header.year });
}
