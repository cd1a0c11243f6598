import { NotReported } from '#app/components/parts/not-reported.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatAmount, formatPercent, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { MissingReasons } from '#app/domain/findings/missing-reasons.ts';
import type { MoneyLine, RateLine } from '#app/domain/report-card.ts';
import { signedPercent } from '#app/lib/change-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

interface MoneyTableProps {
  lines: MoneyLine[];
  unit: MoneyUnit;
  year: number;
  /** Items of which a check says that they cannot be right. */
  inDoubt: Set<string>;
  missing: MissingReasons;
}

/** Every amount that the office states, with last year's and the change. */
export function MoneyTable({ lines, unit, year, inDoubt, missing }: MoneyTableProps) {
  const { t, language } = useT();
  const amountHead = (of: number) => t('office.money.amount', { year: of, unit: t(`common.unit.${unit}`) });
  const before = lines.some((line) => line.lastYear !== undefined);
  return (
    <ScrollRegion label={t('office.money.title')}>
      <table className="data-table report-table">
        <TableHead
          columns={[
            [t('office.money.item')],
            [amountHead(year), 'n'],
            before && [amountHead(year - 1), 'n'],
            before && [t('office.money.change'), 'n'],
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr key={line.item}>
              <th scope="row">
                {t(`domain.money.${line.item}`)}{' '}
                {inDoubt.has(line.item) ? (
                  <span className="badge" data-tone="error">
                    {t('office.money.inDoubt')}
                  </span>
                ) : null}
              </th>
              <td className="n">
                {formatAmount(line.amount, unit, language) ?? (
                  <NotReported reason={missing[`amounts.${line.item}`]} />
                )}
              </td>
              {before ? (
                <>
                  <td className="n">{formatAmount(line.lastYear, unit, language) ?? <NotReported />}</td>
                  <td className="n">
                    {signedPercent(line.change, language) ?? t('common.state.notApplicable')}
                  </td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Rates worked out by the product and rates as stated, told apart. */
export function RateTable({ lines }: { lines: RateLine[] }) {
  const { t, language } = useT();
  return (
    <table className="data-table report-table">
      <TableHead
        columns={[[t('office.rates.item')], [t('office.rates.value'), 'n'], [t('office.rates.source')]]}
      />
      <tbody>
        {lines.map((line) => (
          <tr key={line.item}>
            <th scope="row">{t(`domain.rate.${line.item}`)}</th>
            <td className="n">{formatPercent(line.percent, language)}</td>
            <td>{t(line.computed ? 'office.rates.computed' : 'office.rates.stated')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
