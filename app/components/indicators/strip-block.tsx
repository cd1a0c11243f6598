import { Link } from '@remix-run/react';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatScore } from '#app/domain/figure-text.ts';
import type { DetailRow, IndicatorDetail } from '#app/domain/indicator-detail.ts';
import { compare, subtract } from '#app/domain/money.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { type DetailText, detailSentence, points } from './detail-text.ts';
import type { IndicatorLinks } from './links.ts';
import { ScoreStrip, type StripReference } from './score-strip.tsx';
import { stripAxis } from './strip-layout.ts';

const mostNamed = 3;

/** Every office's score on one axis, and the same as a table. */
export function StripBlock({ text, links }: { text: DetailText; links: IndicatorLinks }) {
  const { t, view, language } = text;
  const { detail, header, district } = view;
  const rows = [...detail.losing, ...detail.doubtful, ...detail.clean].sort((a, b) => a.rank - b.rank);
  const named = namedIn(detail);
  const title = detailSentence(text);
  return (
    <DrawnFigure
      unit={t('chart.unit', { unit: t('domain.unit.points') })}
      picture={{
        kicker: t('chart.kicker', {
          place: t('indicators.place', { district: localName(language, district), year: header.year }),
          measure: localName(language, detail.node),
        }),
        title,
        offices: rows.length,
        asOf: header.asOf,
        provisional: rows.some((row) => row.provisional),
        notes: [t('indicators.detail.stripLegend')],
        fileName: `${district.code}-${header.year}-${detail.node.code}`,
      }}
      drawing={
        <ScoreStrip
          axis={stripAxis(
            rows.map((row) => Number(row.score)),
            Number(detail.node.weight),
          )}
          references={referencesOf(detail, text)}
          marks={rows.map((row) => ({
            id: row.office.id,
            value: Number(row.score),
            href: links.reportCard(row.office),
            label: t(row.provisional ? 'chart.markProvisional' : 'chart.mark', {
              rank: row.rank,
              name: localName(language, row.office),
              value: points(row.score, text),
            }),
            name: named.has(row.office.id)
              ? t('indicators.detail.stripName', {
                  office: localName(language, row.office),
                  lost: points(row.lost, text),
                })
              : undefined,
            provisional: row.provisional,
          }))}
        />
      }
    >
      <ScoresTable rows={rows} text={text} links={links} />
    </DrawnFigure>
  );
}

/** The few that lost most; nobody where the place is shared by more than can be named. */
function namedIn({ losing }: IndicatorDetail): Set<string> {
  const first = losing.slice(0, mostNamed);
  const last = losing[mostNamed];
  const clear = first.filter((row) => !last || compare(row.lost, last.lost) > 0);
  return new Set(clear.map((row) => row.office.id));
}

function referencesOf({ loss, node }: IndicatorDetail, { t, language }: DetailText): StripReference[] {
  return (['mean', 'median'] as const).flatMap((id) => {
    const score = subtract(node.weight, loss[id]);
    if (score === undefined) return [];
    return [{ id, value: Number(score), text: t(`chart.${id}`, { value: formatScore(score, language) }) }];
  });
}

function ScoresTable({ rows, text, links }: { rows: DetailRow[]; text: DetailText; links: IndicatorLinks }) {
  const { t, language } = text;
  return (
    <table className="data-table">
      <TableHead
        columns={[
          [t('chart.rank'), 'n'],
          [t('chart.office')],
          [t('indicators.detail.score'), 'n'],
          [t('indicators.detail.lost'), 'n'],
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.office.id}>
            <td className="n">{row.rank}</td>
            <th scope="row">
              <Link to={links.reportCard(row.office)}>{localName(language, row.office)}</Link>
            </th>
            <td className="n">
              {points(row.score, text)}
              <Star provisional={row.provisional} />
            </td>
            <td className="n">{points(row.lost, text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
