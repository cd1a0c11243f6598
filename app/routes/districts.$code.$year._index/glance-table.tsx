import { Link } from '@remix-run/react';
import { extremes } from '#app/components/charts/reading.ts';
import { Star } from '#app/components/charts/star.tsx';
import { figure, type Measure } from '#app/components/charts/words.ts';
import type { Overview } from '#app/domain/overview.ts';
import type { StandingRow } from '#app/domain/overview-standing.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { Links } from './links.ts';
import { lostTitle, type Names, problemsTitle } from './titles.ts';

interface GlanceProps {
  overview: Overview;
  names: Names;
  links: Links;
}

const measures = ['scores', 'rates'] as const;

/** Who is ahead, who is behind, where points are lost and what is common: the page in four lines. */
export function GlanceTable({ overview, names, links }: GlanceProps) {
  const words = useT();
  const { t } = words;
  const ends = { scores: extremes(overview.scores), rates: extremes(overview.rates) };
  return (
    <table className="ruled-table glance">
      <caption className="sr-only">{t('overview.glance.caption')}</caption>
      <thead>
        <tr>
          <td />
          {measures.map((measure) => (
            <th key={measure} scope="col">
              <a href={`#${measure}`}>{t(`overview.${measure}.value`)}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['ahead', 'behind'] as const).map((end) => (
          <tr key={end}>
            <th scope="row">{t(`overview.glance.${end}`)}</th>
            {measures.map((measure) => (
              <td key={measure}>
                <Offices measure={measure} rows={ends[measure][end]} links={links} />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('overview.glance.why')}</th>
          <td colSpan={2}>{lostTitle(overview.dimensions, words)}</td>
        </tr>
        <tr>
          <th scope="row">{t('overview.glance.common')}</th>
          <td colSpan={2}>{problemsTitle(overview, names, words)}</td>
        </tr>
      </tbody>
    </table>
  );
}

interface OfficesProps {
  measure: Measure;
  rows: StandingRow[];
  links: Links;
}

function Offices({ measure, rows, links }: OfficesProps) {
  const words = useT();
  const { t, language } = words;
  if (rows.length === 0) return <span className="missing">{t('overview.glance.nobody')}</span>;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.office.code}>
          <Link to={links.reportCard(row.office)}>{localName(language, row.office)}</Link>
          <span>
            {figure(measure, row.value, words)}
            <Star provisional={row.provisional} />
          </span>
        </li>
      ))}
    </ul>
  );
}
