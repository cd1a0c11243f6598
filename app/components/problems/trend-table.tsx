import { TableHead } from '#app/components/parts/table-head.tsx';
import { themeName } from '#app/domain/problem-themes.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { statementsHref } from './address.ts';

/** Offices that state each theme, year by year, over the number that filed. */
export function TrendTable({ view }: { view: ProblemsView }) {
  const { t, language } = useT();
  const { filed, themes } = view.survey;
  return (
    <div className="data-scroll">
      <table className="data-table trend-table">
        <TableHead
          columns={[
            [t('problems.themes.column.theme')],
            ...filed.map(({ year }) => [t('problems.trend.year', { year }), 'n'] as const),
          ]}
        />
        <tbody>
          {themes.map(({ theme, byYear }) => (
            <tr key={theme}>
              <th scope="row">
                <a href={statementsHref(view, { theme })}>{themeName(theme, language)}</a>
              </th>
              {filed.map(({ year }, index) => (
                <td key={year} className={byYear[index] === 0 ? 'n zero' : 'n'}>
                  {byYear[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('problems.trend.filed')}</th>
            {filed.map(({ year, offices }) => (
              <td key={year} className="n">
                {offices}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
