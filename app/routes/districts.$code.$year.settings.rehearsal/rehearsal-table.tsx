import { Link } from '@remix-run/react';
import { RankChange } from '#app/components/charts/change.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { SourceLine } from '#app/components/frame/source-line.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatScore } from '#app/domain/figure-text.ts';
import type { RehearsedOffice } from '#app/domain/framework-rehearsal.ts';
import { signedPoints } from '#app/lib/change-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RehearsalView } from '#app/usecases/rehearse-framework.server.ts';

/** Every office that could be rehearsed, the largest gain first. */
export function RehearsalTable({ rehearsed }: { rehearsed: NonNullable<RehearsalView['rehearsed']> }) {
  const { t } = useT();
  const { header, rehearsal } = rehearsed;
  const { rows } = rehearsal;
  return (
    <section>
      <h2 id="offices">{t('framework.rehearsal.tableTitle')}</h2>
      <ScrollRegion label={t('framework.rehearsal.tableTitle')}>
        <table className="data-table rehearsal-table">
          <TableHead
            columns={[
              [t('framework.rehearsal.office')],
              [t('framework.rehearsal.change'), 'n'],
              [t('framework.rehearsal.before'), 'n'],
              [t('framework.rehearsal.after'), 'n'],
              [t('framework.rehearsal.grade')],
              [t('framework.rehearsal.rankBefore'), 'n'],
              [t('framework.rehearsal.rankAfter'), 'n'],
              [t('framework.rehearsal.movement'), 'n'],
              [t('framework.rehearsal.covered'), 'n'],
            ]}
          />
          <tbody>
            {rows.map((row) => (
              <RehearsalRow key={row.office.code} row={row} year={header.year} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <SourceLine
        source={t('framework.rehearsal.source', { count: rows.length, year: header.year })}
        asOf={header.asOf}
      />
      {rows.some(({ provisional }) => provisional) ? (
        <p className="source-line">
          <span>* {t('common.state.provisional')}</span>
          <span>{t('common.state.provisionalNote')}</span>
        </p>
      ) : null}
    </section>
  );
}

function RehearsalRow({ row, year }: { row: RehearsedOffice; year: number }) {
  const { t, language } = useT();
  const way = Number(row.change) > 0 ? 'up' : Number(row.change) < 0 ? 'down' : 'missing';
  return (
    <tr>
      <th scope="row">
        <Link to={`/offices/${row.office.code}/${year}`}>{localName(language, row.office)}</Link>
      </th>
      <td className={`n ${way}`}>{signedPoints(row.change, language)}</td>
      <td className="n">
        {formatScore(row.before, language)}
        <Star provisional={row.provisional} />
      </td>
      <td className="n">{formatScore(row.after, language)}</td>
      <td>
        <Grades {...row.grades} />
      </td>
      <td className="n">{row.ranks.before}</td>
      <td className="n">{row.ranks.after}</td>
      <td className="n">
        <RankChange places={row.movement} />
      </td>
      <td className="n">{formatScore(row.covered, language)}</td>
    </tr>
  );

  function Grades({ before, after }: RehearsedOffice['grades']) {
    const words = { before: t(`domain.grade.${before}`), after: t(`domain.grade.${after}`) };
    if (before === after) return words.before;
    return (
      <span className="badge" data-tone={after}>
        {t('framework.rehearsal.gradeCrossed', words)}
      </span>
    );
  }
}
