import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatPercent } from '#app/domain/figure-text.ts';
import type { YearLoss } from '#app/domain/indicator-detail.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { type DetailText, historyNotes, historySentence, points } from './detail-text.ts';
import { HistoryChart } from './history-chart.tsx';

/** The last years of the indicator: share of the weight lost, drawn, and every figure as a table. */
export function HistoryBlock({ text }: { text: DetailText }) {
  const { t, view, language } = text;
  const { detail, header, district } = view;
  const title = historySentence(text);
  return (
    <section className="bulletin" aria-labelledby="history">
      <h2 id="history">
        <span className="bulletin-kicker">{t('indicators.history.kicker')}</span>
        {title}
      </h2>
      <DrawnFigure
        unit={t('indicators.history.unit')}
        picture={{
          kicker: t('chart.kicker', {
            place: t('indicators.place', { district: localName(language, district), year: header.year }),
            measure: localName(language, detail.node),
          }),
          title,
          offices: detail.loss.stated,
          asOf: header.asOf,
          provisional: header.provisional,
          notes: historyNotes(text),
          fileName: `${district.code}-${header.year}-${detail.node.code}-years`,
        }}
        drawing={<HistoryChart label={title} points={detail.history.map((year) => pointOf(year, text))} />}
      >
        <HistoryTable text={text} />
      </DrawnFigure>
      <div className="bulletin-foot">
        {historyNotes(text).map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </section>
  );
}

function pointOf(year: YearLoss, text: DetailText) {
  const { t, language } = text;
  const nobody = t(year.weight === undefined ? 'indicators.history.absent' : 'common.state.notReported');
  return {
    year: year.year,
    value: year.share === undefined ? undefined : Number(year.share),
    text: formatPercent(year.share, language, 1) ?? nobody,
    notes:
      year.mean === undefined
        ? []
        : [
            t('indicators.history.lost', { lost: points(year.mean, text), weight: Number(year.weight) }),
            t('indicators.history.offices', { losing: year.losing, count: year.stated }),
          ],
    otherWeight: year.otherWeight,
  };
}

function HistoryTable({ text }: { text: DetailText }) {
  const { t, view, language } = text;
  const missing = t('common.state.notApplicable');
  return (
    <table className="data-table">
      <TableHead
        columns={[
          [t('common.year.label')],
          [t('indicators.history.weight'), 'n'],
          [t('indicators.summary.mean'), 'n'],
          [t('indicators.summary.share'), 'n'],
          [t('indicators.summary.losing'), 'n'],
        ]}
      />
      <tbody>
        {view.detail.history.map((year) => (
          <tr key={year.year}>
            <th scope="row">{year.year}</th>
            <td className="n">
              {year.weight === undefined ? t('indicators.history.absent') : Number(year.weight)}
            </td>
            <td className="n">{points(year.mean, text)}</td>
            <td className="n">{formatPercent(year.share, language, 1) ?? missing}</td>
            <td className="n">
              {year.stated > 0 ? t('indicators.of', { count: year.losing, total: year.stated }) : missing}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
