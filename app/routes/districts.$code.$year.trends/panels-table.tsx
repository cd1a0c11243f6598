import { Star } from '#app/components/charts/star.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { TrendMeasure } from '#app/domain/trends-search.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { TrendsView } from '#app/usecases/district-trends.server.ts';
import { absenceText, boundaryIn, valueText } from './words.ts';

interface PanelsTableProps {
  panels: TrendsView['panels'];
  measure: TrendMeasure;
  title: string;
}

/** The figures of the small charts, with the district's median under them. */
export function PanelsTable({ panels: { lines, median }, measure, title }: PanelsTableProps) {
  const words = useT();
  const { t, language } = words;
  const years = lines[0]?.points.map(({ year }) => year) ?? [];
  return (
    <ScrollRegion label={title}>
      <table className="data-table trends-table">
        <TableHead
          columns={[
            [t('trends.panels.office')],
            ...years.map((year) => [t('trends.ranks.rank', { year }), 'n'] as const),
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr key={line.office.id}>
              <th scope="row">{localName(language, line.office)}</th>
              {line.points.map((point) => {
                const kind = boundaryIn(line, point.year, words);
                const text = valueText(measure, point.value, language);
                return (
                  <td key={point.year} className={text === undefined ? 'n missing' : 'n'}>
                    {kind ? <small>{t('trends.boundary.short', { kind })} </small> : null}
                    {text ?? absenceText(point, words)}
                    <Star provisional={point.provisional} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('trends.panels.median')}</th>
            {median.map((value, index) => (
              <td key={years[index]} className="n">
                {valueText(measure, value, language) ?? t('common.state.notApplicable')}
                <Star provisional={false} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
