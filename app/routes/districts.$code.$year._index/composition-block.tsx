import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { shareStyle } from '#app/components/charts/value-bar.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatAmount, formatPercent, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { Overview } from '#app/domain/overview.ts';
import type { Composition, CompositionPart } from '#app/domain/overview-money.ts';
import { signedPercent } from '#app/lib/change-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { YearHeader } from '#app/usecases/year-header.ts';
import type { Links } from './links.ts';
import { compositionTitle } from './titles.ts';

interface CompositionProps {
  overview: Overview;
  header: YearHeader;
  links: Links;
  unit: MoneyUnit;
}

/** Where the money comes from and what it goes to, this year beside last year. */
export function CompositionBlock({ overview: { compositions }, header, links, unit }: CompositionProps) {
  const words = useT();
  const { t } = words;
  const title = compositionTitle(compositions, words);
  const most = Math.max(0, ...compositions.flatMap(({ parts }) => parts.map(({ offices }) => offices)));
  return (
    <Block
      id="composition"
      kicker={t('overview.composition.kicker')}
      title={title}
      offices={most}
      asOf={header.asOf}
      notes={compositions.length > 0 ? [t('overview.composition.rule')] : []}
      more={
        compositions.length > 0
          ? { to: links.ranking(...itemsOf(compositions)), text: t('overview.composition.more') }
          : undefined
      }
    >
      {compositions.length > 0 ? (
        <ScrollRegion label={title}>
          <table className="data-table composition-table">
            <TableHead
              columns={[
                [t('overview.composition.part')],
                [t('overview.composition.amount', { unit: t(`common.unit.${unit}`) }), 'n'],
                [t('overview.composition.share'), 'n'],
                [t('overview.composition.lastShare'), 'n'],
                [t('overview.composition.change'), 'n'],
                [t('overview.composition.like'), 'n'],
                [t('overview.composition.offices'), 'n'],
              ]}
            />
            {compositions.map((composition) => (
              <Parts key={composition.id} composition={composition} links={links} unit={unit} />
            ))}
          </table>
        </ScrollRegion>
      ) : null}
    </Block>
  );
}

function Parts({ composition, links, unit }: { composition: Composition; links: Links; unit: MoneyUnit }) {
  const { t } = useT();
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={7}>
          <Link to={links.ranking(...itemsOf([composition]))}>
            {t(`overview.composition.${composition.id}`)}
          </Link>
        </th>
      </tr>
      {composition.parts.map((part) => (
        <PartRow key={part.item} part={part} unit={unit} />
      ))}
    </tbody>
  );
}

/** Parts of 基本支出 stand below it, further in. */
const within = ['expenditure_personnel', 'expenditure_public'];

function PartRow({ part, unit }: { part: CompositionPart; unit: MoneyUnit }) {
  const { t, language } = useT();
  const { item, amount, offices, share, lastShare, change } = part;
  const none = <span className="missing">{t('common.state.notApplicable')}</span>;
  return (
    <tr data-level={within.includes(item) ? 2 : 1}>
      <th scope="row">{t(`domain.money.${item}`)}</th>
      <td className="n">{formatAmount(amount, unit, language)}</td>
      <td className="n value-bar" style={shareStyle(Number(share ?? 0))}>
        {formatPercent(share, language) ?? none}
      </td>
      <td className="n">{formatPercent(lastShare, language) ?? none}</td>
      <td className="n">{signedPercent(change?.percent, language) ?? none}</td>
      <td className="n">{change?.offices ?? none}</td>
      <td className="n">{offices}</td>
    </tr>
  );
}

function itemsOf(compositions: readonly Composition[]): string[] {
  return compositions.flatMap(({ parts }) => parts.map(({ item }) => item));
}
