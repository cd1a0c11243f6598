import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { RankChange } from '#app/components/charts/change.tsx';
import { biggestMoves, hasMovement } from '#app/components/charts/reading.ts';
import { Star } from '#app/components/charts/star.tsx';
import type { Measure } from '#app/components/charts/words.ts';
import type { Standing, StandingRow } from '#app/domain/overview-standing.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OverviewView } from '#app/usecases/district-overview.server.ts';
import type { Links } from './links.ts';
import { movesTitle } from './titles.ts';

const listed = 3;
const measures = ['scores', 'rates'] as const;

/** Who rose and who fell most against last year, by score and by execution rate. */
export function MovesBlock({ view: { header, overview }, links }: { view: OverviewView; links: Links }) {
  const words = useT();
  const { t } = words;
  const compared = measures.filter((measure) => hasMovement(overview[measure]));
  const hasLastYear = header.years.includes(header.year - 1);
  const ranked = (measure: Measure) =>
    overview[measure].rows.filter((row) => row.movement !== undefined).length;
  const frameworks = header.frameworkChanged ? 'frameworkChanged' : 'frameworkSame';
  return (
    <Block
      id="moves"
      kicker={t('overview.moves.kicker')}
      title={movesTitle(overview, hasLastYear, words)}
      offices={Math.max(ranked('scores'), ranked('rates'))}
      asOf={header.asOf}
      notes={
        compared.length > 0
          ? [t(`overview.moves.${frameworks}`), t('overview.moves.rule', { most: listed })]
          : []
      }
      more={
        compared.length > 0
          ? [
              { to: links.moves(), text: t('overview.moves.more') },
              { to: links.trends(), text: t('overview.moves.trends') },
            ]
          : undefined
      }
    >
      {compared.length > 0 ? (
        <div className="moves">
          {compared.map((measure) => (
            <MovesTable
              key={measure}
              measure={measure}
              standing={overview[measure]}
              year={header.year}
              links={links}
            />
          ))}
        </div>
      ) : null}
    </Block>
  );
}

interface MovesTableProps {
  measure: Measure;
  standing: Standing;
  year: number;
  links: Links;
}

function MovesTable({ measure, standing, year, links }: MovesTableProps) {
  const { t } = useT();
  const { up, down } = biggestMoves(standing, listed);
  return (
    <table className="data-table moves-table">
      <caption>{t(`overview.moves.by.${measure}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview.moves.office')}</th>
          <th scope="col" className="n">
            {t('overview.moves.before', { year: year - 1 })}
          </th>
          <th scope="col" className="n">
            {t('overview.moves.now', { year })}
          </th>
          <th scope="col" className="n">
            {t('overview.moves.change')}
          </th>
        </tr>
      </thead>
      <Moves name={t('overview.moves.up')} rows={up} links={links} />
      <Moves name={t('overview.moves.fallen')} rows={down} links={links} />
    </table>
  );
}

function Moves({ name, rows, links }: { name: string; rows: StandingRow[]; links: Links }) {
  const { t, language } = useT();
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={4}>
          {name}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.office.code}>
          <th scope="row">
            <Link to={links.moves(row.office)}>{localName(language, row.office)}</Link>
            <Star provisional={row.provisional} />
          </th>
          <td className="n">{row.rank + (row.movement ?? 0)}</td>
          <td className="n">{row.rank}</td>
          <td className="n">
            <RankChange places={row.movement} />
          </td>
        </tr>
      ))}
      {rows.length === 0 ? (
        <tr>
          <td colSpan={4} className="missing">
            {t('overview.moves.nobody')}
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}
