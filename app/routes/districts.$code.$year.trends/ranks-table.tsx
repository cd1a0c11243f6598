import { Link } from '@remix-run/react';
import { RankChange } from '#app/components/charts/change.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { OfficeName } from '#app/domain/office-year.ts';
import type { OfficeLine } from '#app/domain/trends.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { absenceText, boundaryIn } from './words.ts';

interface RanksTableProps {
  lines: OfficeLine[];
  chosen: OfficeName[];
  hrefOf: (office: OfficeName) => string;
  title: string;
}

/** Ranks by office and year; a year without a rank says why. */
export function RanksTable({ lines, chosen, hrefOf, title }: RanksTableProps) {
  const words = useT();
  const { t, language } = words;
  const years = lines[0]?.points.map(({ year }) => year) ?? [];
  return (
    <ScrollRegion label={title}>
      <table className="data-table trends-table">
        <TableHead
          columns={[
            [t('trends.ranks.office')],
            ...years.map((year) => [t('trends.ranks.rank', { year }), 'n'] as const),
            [t('trends.ranks.movement'), 'n'],
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr
              key={line.office.id}
              data-marked={chosen.some(({ id }) => id === line.office.id) || undefined}
            >
              <th scope="row">
                <Link to={hrefOf(line.office)}>{localName(language, line.office)}</Link>
              </th>
              {line.points.map((point) => {
                const kind = boundaryIn(line, point.year, words);
                return (
                  <td key={point.year} className={point.rank === undefined ? 'n missing' : 'n'}>
                    {kind ? <small>{t('trends.boundary.short', { kind })} </small> : null}
                    {point.rank ?? absenceText(point, words)}
                    <Star provisional={point.provisional} />
                  </td>
                );
              })}
              <td className="n">
                <RankChange places={line.movement} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
