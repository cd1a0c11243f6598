import type { ReactNode } from 'react';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { Overview } from '#app/domain/overview.ts';
import type { DistrictRate, DistrictTotal } from '#app/domain/overview-money.ts';
import { signed, signedPercent } from '#app/lib/change-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** The district's sums, its rate and its offices with errors, one a line. */
export function KeyFigures({ overview, unit }: { overview: Overview; unit: MoneyUnit }) {
  const { t } = useT();
  const { totals, districtRate, findings, progress } = overview;
  const total = (item: DistrictTotal['item']) => totals.find((one) => one.item === item);
  // Their spending is in the sum of what was executed but not in the rate, which would else look wrong.
  const withoutBudget = (total('executed_total')?.offices ?? 0) - (districtRate?.offices ?? 0);
  return (
    <>
      <table className="ruled-table key-figures">
        <caption className="sr-only">{t('overview.key.caption')}</caption>
        <TableHead
          columns={[
            [t('overview.key.figure')],
            [t('overview.key.value'), 'n'],
            [t('overview.key.change'), 'n'],
            [t('overview.key.offices'), 'n'],
          ]}
        />
        <tbody>
          <MoneyLine item="budget_total" total={total('budget_total')} unit={unit} of={progress.total} />
          <MoneyLine
            item="executed_total"
            total={total('executed_total')}
            unit={unit}
            of={progress.total}
            hint={withoutBudget > 0 ? t('overview.key.withoutBudget', { count: withoutBudget }) : undefined}
          />
          <RateLine rate={districtRate} of={progress.total} />
          <MoneyLine item="revenue_total" total={total('revenue_total')} unit={unit} of={progress.total} />
          <Line
            name={t('overview.key.errors')}
            value={t('overview.key.errorsValue', { count: findings.error })}
            offices={t('overview.key.of', { count: progress.filed, total: progress.total })}
          />
        </tbody>
      </table>
      <p className="small-note">{t('overview.key.note')}</p>
    </>
  );
}

interface MoneyLineProps {
  item: DistrictTotal['item'];
  total?: DistrictTotal;
  unit: MoneyUnit;
  of: number;
  hint?: string;
}

function MoneyLine({ item, total, unit, of, hint }: MoneyLineProps) {
  const { t, language } = useT();
  return (
    <Line
      name={t(`domain.money.${item}`)}
      hint={hint}
      value={formatAmount(total?.amount, unit, language)}
      unit={total && t(`common.unit.${unit}`)}
      change={signedPercent(total?.change?.percent, language)}
      like={total?.change?.offices}
      offices={t('overview.key.of', { count: total?.offices ?? 0, total: of })}
    />
  );
}

function RateLine({ rate, of }: { rate?: DistrictRate; of: number }) {
  const { t, language } = useT();
  const points = formatScore(rate?.change?.points, language);
  return (
    <Line
      name={t('overview.key.districtRate')}
      hint={rate && t('overview.key.districtRateNote', { count: rate.offices })}
      value={formatPercent(rate?.value, language)}
      change={points && t('overview.key.points', { value: signed(points, rate?.change?.points) })}
      like={rate?.change?.offices}
      offices={t('overview.key.of', { count: rate?.offices ?? 0, total: of })}
    />
  );
}

interface LineProps {
  name: string;
  hint?: string;
  value?: string;
  unit?: string;
  change?: string;
  /** Offices behind the change. */
  like?: number;
  offices: ReactNode;
}

function Line({ name, hint, value, unit, change, like, offices }: LineProps) {
  const { t } = useT();
  return (
    <tr>
      <th scope="row">
        {name}
        {hint ? <small>{hint}</small> : null}
      </th>
      <td className="n">
        {value ? <strong>{value}</strong> : <span className="missing">{t('common.state.notReported')}</span>}
        {unit ? <small>{unit}</small> : null}
      </td>
      <td className="n">
        {change ?? <span className="missing">{t('common.state.notApplicable')}</span>}
        {change && like ? <small>{t('overview.key.like', { count: like })}</small> : null}
      </td>
      <td className="n">{offices}</td>
    </tr>
  );
}
