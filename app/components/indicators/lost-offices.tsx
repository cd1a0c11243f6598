import { Link } from '@remix-run/react';
import { EvidenceLinks } from '#app/components/evidence/evidence-links.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatPercent } from '#app/domain/figure-text.ts';
import type { DetailRow } from '#app/domain/indicator-detail.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import {
  columnsShown,
  type DetailText,
  doubts,
  findingText,
  marksOf,
  measuresOf,
  points,
  reasonsOf,
} from './detail-text.ts';
import type { IndicatorLinks } from './links.ts';
import { shadeOf } from './shade.ts';

interface LostOfficesProps {
  text: DetailText;
  links: IndicatorLinks;
}

/** Who lost points: the figures claimed, reviewed and computed, the office's reasons and evidence files, its report's words, the checks. */
export function LostOffices({ text, links }: LostOfficesProps) {
  const { t, view } = text;
  const { losing, doubtful } = view.detail;
  const shown = columnsShown(view.detail);
  const width = 6 + Number(shown.reviewed) + Number(shown.computed) + Number(shown.evidence);
  return (
    <ScrollRegion label={t('indicators.detail.why')}>
      <table className="data-table lost-offices">
        <caption className="sr-only">{t('indicators.detail.losing', { count: losing.length })}</caption>
        <TableHead
          columns={[
            [t('chart.office')],
            [t('indicators.detail.score'), 'n'],
            [t('indicators.detail.lost'), 'n'],
            [t('indicators.detail.share'), 'n'],
            [t('domain.score.self'), 'n'],
            shown.reviewed && [t('domain.score.reviewed'), 'n'],
            shown.computed && [t('domain.score.computed'), 'n'],
            [t('indicators.detail.why')],
            shown.evidence && [t('indicators.detail.evidence')],
          ]}
        />
        <tbody>{losing.map((row) => detailRow(row, text, links))}</tbody>
        {doubtful.length > 0 ? (
          <tbody>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={width}>
                {t('indicators.detail.doubtful', { count: doubtful.length })}
              </th>
            </tr>
            {doubtful.map((row) => detailRow(row, text, links))}
          </tbody>
        ) : null}
      </table>
    </ScrollRegion>
  );
}

function detailRow(row: DetailRow, text: DetailText, links: IndicatorLinks) {
  const { t, view, language } = text;
  const shown = columnsShown(view.detail);
  const marks = marksOf(row, text);
  const reasons = reasonsOf(row, text);
  return (
    <tr key={row.office.id}>
      <th scope="row" className="pin">
        <Link to={links.reportCard(row.office)}>{localName(language, row.office)}</Link>
        {marks ? <small>{marks}</small> : null}
      </th>
      <td className="n">{points(row.score, text)}</td>
      <td className="n" data-shade={shadeOf(row.share)}>
        {points(row.lost, text)}
      </td>
      <td className="n">{formatPercent(row.share, language, 1) ?? t('common.state.notApplicable')}</td>
      <td className="n">{points(row.self, text)}</td>
      {shown.reviewed ? <td className="n">{points(row.reviewed, text)}</td> : null}
      {shown.computed ? <td className="n">{points(row.computed, text)}</td> : null}
      <td className="words">
        {reasons.length === 0 ? <span className="missing">{t('indicators.detail.noReason')}</span> : null}
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        {measuresOf(row, text).map((measure) => (
          <p key={measure} className="measure">
            {t('indicators.detail.measureText', { text: measure })}
          </p>
        ))}
        <EvidenceLinks
          base={`/offices/${row.office.code}/${view.header.year}`}
          files={view.evidence[row.office.id] ?? []}
        />
      </td>
      {shown.evidence ? evidenceCell(row, text) : null}
    </tr>
  );
}

function evidenceCell(row: DetailRow, text: DetailText) {
  const { t } = text;
  return (
    <td className="words">
      {doubts(row, text).map((doubt) => (
        <strong key={doubt} className="doubt">
          {doubt}
        </strong>
      ))}
      {row.findings.map((finding) => (
        <p key={`${finding.check} ${finding.stated}`}>
          <span className="badge" data-tone={finding.severity}>
            {t(`domain.severity.${finding.severity}`)}
          </span>{' '}
          {findingText(finding, text)}
        </p>
      ))}
      {row.quote ? <q>{row.quote}</q> : null}
    </td>
  );
}
