import { Link } from '@remix-run/react';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { neighbours, suggestions } from '#app/domain/comparison-suggestions.ts';
import { formatScore } from '#app/domain/figure-text.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import { type ComparisonText, comparisonHref, namesOf } from '#app/lib/comparison-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { defaultUnit } from '#app/lib/search-params.ts';
import { statusText } from '#app/lib/status-text.ts';

/** Pairs that are worth a look, as links. */
export function Suggestions({ text }: { text: ComparisonText }) {
  const { t, view } = text;
  const offered = suggestions(view.offices.ranked);
  if (offered.length === 0) return null;
  return (
    <dl className="compare-suggestions">
      <dt>{t('compare.choose.suggestions')}</dt>
      {offered.map(({ kind, offices }) => (
        <dd key={kind}>
          {t(`compare.choose.${kind}`)}
          {t('chart.colon')}
          <Link to={hrefOf(offices, text)}>{namesOf(offices, text)}</Link>
        </dd>
      ))}
    </dl>
  );
}

/** Every office with a box to tick. A GET form: it works without scripts, and its answer is an address. */
export function Chooser({ text }: { text: ComparisonText }) {
  const { t, view } = text;
  const { ranked, unranked } = view.offices;
  return (
    <form method="get" className="compare-chooser" aria-label={t('compare.choose.lede')}>
      {view.unit === defaultUnit ? null : <input type="hidden" name="unit" value={view.unit} />}
      <table className="data-table">
        <TableHead
          columns={[
            [t('compare.choose.pick')],
            [t('compare.choose.rank'), 'n'],
            [t('compare.choose.office')],
            [t('compare.choose.score'), 'n'],
            [t('compare.choose.rate'), 'n'],
            [t('compare.choose.neighbours')],
          ]}
        />
        <tbody>{ranked.map((row) => chooserRow(row, text))}</tbody>
        {unranked.length > 0 ? (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={6} className="compare-group">
                {t('compare.choose.unranked')}
              </th>
            </tr>
            {unranked.map((row) => chooserRow(row, text))}
          </tbody>
        ) : null}
      </table>
      <button type="submit" className="button">
        {t('compare.choose.submit')}
      </button>
    </form>
  );
}

/** A plain function and not a component: rows keep no state. */
function chooserRow(row: RankingRow, text: ComparisonText) {
  const { t, view, language } = text;
  const { office, rank, cells } = row;
  const name = localName(language, office);
  const beside = neighbours(view.offices.ranked, office.id);
  const id = `pick-${office.code}`;
  return (
    <tr key={office.code}>
      <td>
        <input
          id={id}
          type="checkbox"
          name="offices"
          value={office.code}
          defaultChecked={view.search.offices.includes(office.code)}
          aria-label={t('compare.choose.pickLabel', { office: name })}
        />
      </td>
      <td className="n">{rank ?? t('common.state.notApplicable')}</td>
      <th scope="row">
        <label htmlFor={id}>{name}</label>
      </th>
      <td className="n">{figure(cells.total_score, row, text)}</td>
      <td className="n">{figure(cells.execution_rate, row, text)}</td>
      <td>
        {beside.length > 1 ? (
          <Link to={hrefOf(beside, text)} aria-label={t('compare.choose.neighboursLabel', { office: name })}>
            {t('compare.choose.neighbours')}
          </Link>
        ) : (
          <span className="missing">{statusText(row.status, t)}</span>
        )}
      </td>
    </tr>
  );
}

function figure(value: string | undefined, { status }: RankingRow, { t, language }: ComparisonText) {
  const shown = formatScore(value, language);
  if (shown !== undefined) return shown;
  const compared = status === 'submitted' || status === 'approved';
  return <span className="missing">{t(`common.state.${compared ? 'notReported' : 'notApplicable'}`)}</span>;
}

function hrefOf(offices: OfficeName[], { view }: ComparisonText): string {
  return comparisonHref(view, { offices: offices.map(({ code }) => code), base: undefined });
}
