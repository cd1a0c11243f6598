import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { shareStyle } from '#app/components/charts/value-bar.ts';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import { compare, percent, toBig } from '#app/domain/money.ts';
import type { Overview } from '#app/domain/overview.ts';
import type { DimensionLoss } from '#app/domain/overview-reasons.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { Links } from './links.ts';
import { lostTitle, mostLost } from './titles.ts';

/** Where the points went: dimensions, and below each its categories, most lost first. */
export function LostBlock({ overview, asOf, links }: { overview: Overview; asOf?: string; links: Links }) {
  const words = useT();
  const { t } = words;
  const { dimensions } = overview;
  const most = mostLost(dimensions);
  const largest = Math.max(...dimensions.map(({ lost }) => Number(lost)), 0);
  return (
    <Block
      id="lost"
      kicker={t('overview.lost.kicker')}
      title={lostTitle(dimensions, words)}
      offices={Math.max(0, ...dimensions.map(({ offices }) => offices))}
      asOf={asOf}
      notes={[t('overview.lost.rule')]}
      more={most && { to: links.indicators(), text: t('overview.lost.more') }}
    >
      {dimensions.length > 0 ? (
        <div className="data-scroll">
          <table className="data-table lost-table">
            <Head />
            <tbody>
              {inOrder(dimensions).map((loss) => (
                <LossRow
                  key={loss.node.code}
                  loss={loss}
                  share={largest > 0 ? (Number(loss.lost) / largest) * 100 : 0}
                  marked={loss === most}
                  href={links.indicators(loss.node.code)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Block>
  );
}

function Head() {
  const { t } = useT();
  const figures = ['weight', 'mean', 'lost', 'share', 'offices'] as const;
  const columns = figures.map((name) => [t(`overview.lost.${name}`), 'n'] as const);
  return <TableHead columns={[[t('overview.lost.node')], ...columns]} />;
}

function LossRow(props: { loss: DimensionLoss; share: number; marked: boolean; href: string }) {
  const { loss, share, marked, href } = props;
  const { language } = useT();
  return (
    <tr data-level={loss.node.level} data-marked={marked ? true : undefined}>
      <th scope="row">
        <Link to={href}>{localName(language, loss.node)}</Link>
      </th>
      <td className="n">{toBig(loss.node.weight).toString()}</td>
      <td className="n">{formatScore(loss.mean, language)}</td>
      <td className="n value-bar" style={shareStyle(share)}>
        {formatScore(loss.lost, language)}
      </td>
      <td className="n">{formatPercent(percent(loss.lost, loss.node.weight), language)}</td>
      <td className="n">{loss.offices}</td>
    </tr>
  );
}

function inOrder(dimensions: DimensionLoss[]): DimensionLoss[] {
  const byLoss = (a: DimensionLoss, b: DimensionLoss) => compare(b.lost, a.lost);
  const top = dimensions.filter(({ node }) => node.level === 1);
  const below = dimensions.filter(({ node }) => node.level > 1).sort(byLoss);
  const placed = top.flatMap((parent) => [
    parent,
    ...below.filter(({ node }) => node.parent === parent.node.code),
  ]);
  // A category whose dimension no office stated still has its place.
  return [...placed, ...below.filter((loss) => !placed.includes(loss))];
}
