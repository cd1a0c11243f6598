import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import type { MatrixCell, MatrixRow } from '#app/domain/problem-matrix.ts';
import { officeOrders } from '#app/domain/problem-search.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { problemsHref, reportCardHref, statementsHref } from './address.ts';
import { legendTexts, matrixText } from './sheet.ts';
import { filedNow, matrixTitle } from './words.ts';

/** Which office states which theme, new or for how many years, and which it has left off stating. */
export function MatrixView({ view }: { view: ProblemsView }) {
  const words = useT();
  const { t } = words;
  const { header, survey } = view;
  return (
    <Block
      id="matrix"
      kicker={t('problems.matrix.kicker')}
      title={matrixTitle(view, words)}
      offices={filedNow(view)}
      asOf={header.asOf}
      notes={[t('problems.matrix.rule')]}
    >
      <div className="problems-bar">
        <p className="matrix-legend">
          <span className="switch-label">{t('problems.matrix.legend')}</span>
          {legendTexts(words).map((text) => (
            <span key={text}>{text}</span>
          ))}
        </p>
        <OrderSwitch view={view} />
      </div>
      {survey.themes.length > 0 ? <Matrix view={view} /> : null}
    </Block>
  );
}

function OrderSwitch({ view }: { view: ProblemsView }) {
  const { t } = useT();
  const names = { themes: t('problems.matrix.byThemes'), name: t('problems.matrix.byName') };
  return (
    <nav className="switch no-print" aria-label={t('problems.matrix.order')}>
      <span className="switch-label" aria-hidden="true">
        {t('problems.matrix.order')}
      </span>
      {officeOrders.map((rows) => (
        <a
          key={rows}
          href={problemsHref(view, { rows })}
          aria-current={rows === view.search.rows ? 'true' : undefined}
        >
          {names[rows]}
        </a>
      ))}
    </nav>
  );
}

function Matrix({ view }: { view: ProblemsView }) {
  const { t, language } = useT();
  const { themes } = view.survey;
  return (
    <ScrollRegion label={t('problems.matrix.region')} className="matrix-scroll">
      <table className="data-table matrix-table">
        <thead>
          <tr>
            <th scope="col" className="pin">
              {t('problems.matrix.office')}
            </th>
            <th scope="col" className="n">
              {t('problems.matrix.total')}
            </th>
            <th scope="col" className="n">
              {t('problems.matrix.repeated')}
            </th>
            {themes.map(({ theme }) => (
              <th key={theme} scope="col" className="matrix-theme">
                <a href={statementsHref(view, { theme })}>{themeName(theme, language)}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.matrix.map((row) => (
            <OfficeRow key={row.office.id} row={row} view={view} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3} className="pin">
              {t('problems.matrix.sum')}
            </th>
            {themes.map(({ theme, offices }) => (
              <td key={theme} className="matrix-cell">
                {offices}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function OfficeRow({ row, view }: { row: MatrixRow; view: ProblemsView }) {
  const { language } = useT();
  return (
    <tr>
      <th scope="row" className="pin">
        <Link to={reportCardHref(view, row.office)}>{localName(language, row.office)}</Link>
        <Star provisional={row.provisional} />
      </th>
      <td className="n">{row.themes}</td>
      <td className={row.repeated === 0 ? 'n zero' : 'n'}>{row.repeated}</td>
      {view.survey.themes.map(({ theme }) => (
        <Cell key={theme} cell={row.cells[theme]} href={cellHref(view, row, theme)} />
      ))}
    </tr>
  );
}

/** A theme that is no longer stated has no words of this year: its cell leads to last year’s, beside the others’. */
function cellHref(view: ProblemsView, { office, cells }: MatrixRow, theme: string): string {
  return statementsHref(view, cells[theme]?.state === 'dropped' ? { theme } : { theme, office: office.code });
}

function Cell({ cell, href }: { cell: MatrixCell | undefined; href: string }) {
  const words = useT();
  const { t } = words;
  if (!cell) return <td className="matrix-cell" />;
  const { state, years } = cell;
  const said =
    state === 'repeated'
      ? t('problems.matrix.said.repeated', { count: years })
      : t(`problems.matrix.said.${state}`);
  return (
    <td
      className="matrix-cell"
      data-state={state}
      data-years={state === 'repeated' ? Math.min(years, 4) : undefined}
    >
      <a href={href}>
        <span aria-hidden="true">{matrixText(cell, words)}</span>
        <span className="sr-only">{said}</span>
      </a>
    </td>
  );
}
