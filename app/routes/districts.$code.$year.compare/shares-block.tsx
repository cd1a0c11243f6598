import { Block } from '#app/components/charts/block.tsx';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import type { CategoryShares } from '#app/domain/head-to-head.ts';
import { compare, subtract } from '#app/domain/money.ts';
import { median } from '#app/domain/statistics.ts';
import { type ComparisonText, placeText } from '#app/lib/comparison-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { Comparison } from '#app/usecases/compare-offices.server.ts';
import { SharesDrawing, sharesFloor } from './shares-drawing.tsx';

interface SharesProps {
  comparison: Comparison;
  text: ComparisonText;
}

/** Where the offices' scores come from: the share of full marks in each category, all on one scale. */
export function SharesBlock({ comparison, text }: SharesProps) {
  const { t, view } = text;
  const { shares } = comparison;
  if (shares.length === 0) return null;
  const title = sharesTitle(shares, text);
  const kicker = t('compare.shares.kicker');
  const unit = t('chart.unit', { unit: t('compare.shares.unit') });
  const floor = sharesFloor(shares);
  const offices = new Set(shares.flatMap(({ chosen }) => chosen.map(({ office }) => office.id))).size;
  const provisional = shares.some(({ chosen }) => chosen.some((each) => each.provisional));
  const notes = [
    t('compare.shares.rule'),
    floor > 0 ? t('compare.shares.floor', { from: floor }) : undefined,
    t(`compare.rule.${view.search.mode}`),
    provisional ? t('chart.provisional') : undefined,
  ];
  const picture = {
    kicker: t('chart.kicker', { place: placeText(text), measure: kicker }),
    title,
    offices,
    asOf: view.header.asOf,
    provisional,
    notes,
    fileName: `${view.district.code}-${view.header.year}-compare`,
  };
  return (
    <Block id="shares" kicker={kicker} title={title} offices={offices} asOf={view.header.asOf} notes={notes}>
      <DrawnFigure picture={picture} unit={unit} drawing={<SharesDrawing shares={shares} text={text} />}>
        <SharesTable comparison={comparison} text={text} />
      </DrawnFigure>
    </Block>
  );
}

function SharesTable({ comparison, text }: SharesProps) {
  const { t, language } = text;
  const { shares, chosen } = comparison;
  const offices = chosen.filter(({ office }) =>
    shares.some((row) => row.chosen.some((each) => each.office.id === office.id)),
  );
  return (
    <table className="data-table">
      <caption className="sr-only">{sharesTitle(shares, text)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.shares.node')}</th>
          {offices.map(({ office, provisional }) => (
            <th key={office.id} scope="col" className="n">
              {localName(language, office)}
              <Star provisional={provisional} />
            </th>
          ))}
          <th scope="col" className="n">
            {t('compare.shares.others')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shares.map((row) => (
          <tr key={row.node.code}>
            <th scope="row">{localName(language, row.node)}</th>
            {offices.map(({ office }) => (
              <td key={office.id} className="n">
                {formatPercent(row.chosen.find((each) => each.office.id === office.id)?.share, language) ??
                  t('common.state.notReported')}
              </td>
            ))}
            <td className="n">
              {formatPercent(median(row.others.map(({ share }) => share)), language) ??
                t('common.state.notApplicable')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In which category the offices lie furthest apart. */
function sharesTitle(shares: CategoryShares[], { t, language }: ComparisonText): string {
  const spreads = shares.flatMap(({ node, chosen }) => {
    const sorted = chosen.toSorted((a, b) => compare(b.share, a.share));
    const [high, low] = [sorted[0], sorted.at(-1)];
    return high && low && high !== low
      ? [{ node, high, low, gap: subtract(high.share, low.share) ?? '0' }]
      : [];
  });
  const widest = spreads.toSorted((a, b) => compare(b.gap, a.gap))[0];
  if (!widest) return t('compare.shares.one');
  if (compare(widest.gap, '0') === 0) return t('compare.shares.equal');
  return t('compare.shares.title', {
    node: localName(language, widest.node),
    high: localName(language, widest.high.office),
    highShare: formatPercent(widest.high.share, language),
    low: localName(language, widest.low.office),
    lowShare: formatPercent(widest.low.share, language),
    gap: formatScore(widest.gap, language),
  });
}
