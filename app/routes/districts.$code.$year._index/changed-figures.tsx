import { Link } from '@remix-run/react';
import { Star } from '#app/components/charts/star.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import { compare, type Maybe } from '#app/domain/money.ts';
import type {
  DistrictChanges,
  FigureChange,
  OfficeChange,
  RankEffect,
} from '#app/domain/overview-changes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { Links } from './links.ts';

interface FiguresProps {
  changes: DistrictChanges;
  links: Links;
  unit: MoneyUnit;
}

/** Submissions whose figures are no longer what they were: each figure then and now, and what that does to the rank. */
export function ChangedFigures({ changes, links, unit }: FiguresProps) {
  const { t } = useT();
  const money = t(`common.unit.${unit}`);
  return (
    <ScrollRegion label={t('overview.changes.caption')}>
      <table className="data-table changes-table">
        <TableHead
          columns={[
            [t('chart.office')],
            [t('overview.changes.what')],
            [t('overview.changes.day')],
            [t('overview.scores.value'), 'n'],
            [t('overview.changes.scoreRank'), 'n'],
            [t('overview.rates.value'), 'n'],
            [t('overview.changes.rateRank'), 'n'],
            [t('overview.changes.amount', { item: t('domain.money.budget_total'), unit: money }), 'n'],
            [t('overview.changes.amount', { item: t('domain.money.executed_total'), unit: money }), 'n'],
            [t('overview.changes.count'), 'n'],
          ]}
        />
        <tbody>
          {changes.figures.map((change) => (
            <ChangeRow key={change.office.code} change={change} links={links} unit={unit} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ChangeRow({ change, links, unit }: { change: OfficeChange; links: Links; unit: MoneyUnit }) {
  const { t, language } = useT();
  const { office, kinds, day, provisional, score, rate, budget, executed, figuresChanged } = change;
  const amount = (value: Maybe) => formatAmount(value, unit, language);
  return (
    <tr>
      <th scope="row">
        <Link to={links.reportCard(office)}>{localName(language, office)}</Link>
        <Star provisional={provisional} />
      </th>
      <td>{kinds.map((kind) => t(`overview.changes.kind.${kind}`)).join(t('chart.list.comma'))}</td>
      <td>{day}</td>
      <td className="n">
        <ThenNow change={score} show={(value) => formatScore(value, language)} />
      </td>
      <td className="n">
        <Ranks rank={score.rank} />
      </td>
      <td className="n">
        <ThenNow change={rate} show={(value) => formatPercent(value, language)} />
      </td>
      <td className="n">
        <Ranks rank={rate.rank} />
      </td>
      <td className="n">
        <ThenNow change={budget} show={amount} />
      </td>
      <td className="n">
        <ThenNow change={executed} show={amount} />
      </td>
      <td className="n">{figuresChanged}</td>
    </tr>
  );
}

/** Both values where they differ; what stayed is one value and steps back. */
function ThenNow({ change, show }: { change: FigureChange; show: (value: Maybe) => string | undefined }) {
  const { t } = useT();
  const absent = t('common.state.notReported');
  const [before, now] = [show(change.before) ?? absent, show(change.now) ?? absent];
  const same = change.before === change.now || compare(change.before, change.now) === 0;
  return same ? <span className="missing">{now}</span> : <Arrow before={before} now={now} />;
}

function Ranks({ rank }: { rank?: RankEffect }) {
  const { t } = useT();
  if (!rank) return <span className="missing">{t('common.state.notApplicable')}</span>;
  if (rank.before === rank.now) return <span className="missing">{rank.now}</span>;
  return <Arrow before={rank.before} now={rank.now} />;
}

function Arrow({ before, now }: FigurePair) {
  const { t } = useT();
  return (
    <>
      {before} <span aria-hidden="true">→</span>
      <span className="sr-only">{t('overview.changes.to')}</span> <strong>{now}</strong>
    </>
  );
}

interface FigurePair {
  before: string | number;
  now: string | number;
}
