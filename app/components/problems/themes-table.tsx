import { shareStyle } from '#app/components/charts/value-bar.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import type { ThemeCounts } from '#app/domain/problem-counts.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { problemsHref, statementsHref } from './address.ts';
import { headingText, type ThemeColumn, themeColumns } from './columns.ts';
import { groupHeads } from './sheet.ts';
import { filedNow } from './words.ts';

/** The themes with how many offices state them, now and before, and what they will do about it. */
export function ThemesTable({ view }: { view: ProblemsView }) {
  const words = useT();
  const { t } = words;
  const columns = themeColumns(view, words);
  return (
    <ScrollRegion label={t('problems.themes.kicker')}>
      <table className="data-table themes-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="pin" aria-sort={sorted(view, 'catalogue')}>
              <a href={problemsHref(view, { sort: 'catalogue' })}>{t('problems.themes.column.theme')}</a>
            </th>
            {groupHeads(columns, view, words).map(({ text, across }) => (
              <th key={text} scope="colgroup" colSpan={across} className="group-head">
                {text}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} view={view} />
            ))}
          </tr>
        </thead>
        <tbody>
          {view.survey.themes.map((row) => (
            <ThemeRow key={row.theme} row={row} columns={columns} view={view} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ColumnHead({ column, view }: { column: ThemeColumn; view: ProblemsView }) {
  const text = headingText(column, useT());
  const { sort } = column;
  return (
    <th scope="col" className="n" data-column={column.id} aria-sort={sort && sorted(view, sort)}>
      {sort ? <a href={problemsHref(view, { sort })}>{text}</a> : text}
    </th>
  );
}

/** Figures fall from the top; the catalogue’s own order rises. */
function sorted({ search }: ProblemsView, order: ProblemsView['search']['sort']) {
  if (search.sort !== order) return undefined;
  return order === 'catalogue' ? 'ascending' : 'descending';
}

interface ThemeRowProps {
  row: ThemeCounts;
  columns: ThemeColumn[];
  view: ProblemsView;
}

function ThemeRow({ row, columns, view }: ThemeRowProps) {
  const { language } = useT();
  const share = (row.offices / filedNow(view)) * 100;
  return (
    <tr>
      <th scope="row" className="pin">
        <a href={statementsHref(view, { theme: row.theme })}>{themeName(row.theme, language)}</a>
      </th>
      {columns.map((column) => {
        const text = column.text(row);
        const drawn = column.id === 'offices';
        const classes = `n${text === '0' ? ' zero' : ''}${drawn ? ' value-bar' : ''}`;
        const style = drawn ? shareStyle(share) : undefined;
        return (
          <td key={column.id} className={classes} style={style} data-column={column.id}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}
