import { formatAmount, formatPercent, type Maybe, type MoneyUnit } from '#app/domain/money.ts';
import type { MoneyLine, RateLine } from '#app/domain/report-card.ts';
import { signedPercent } from '#app/lib/change-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

interface MoneyTableProps {
  lines: MoneyLine[];
  unit: MoneyUnit;
  year: number;
  /** Items of which a check says that they cannot be right. */
  inDoubt: Set<string>;
}

/** Every amount that the office states, with last year's and the change. */
export function MoneyTable({ lines, unit, year, inDoubt }: MoneyTableProps) {
  const { t, language } = useT();
  const amount = (value: Maybe) => formatAmount(value, unit, language) ?? t('common.state.notReported');
  const before = lines.some((line) => line.lastYear !== undefined);
  return (
    <table className="data-table report-table">
      <thead>
        <tr>
          <th scope="col">{t('office.money.item')}</th>
          <th scope="col" className="n">
            {t('office.money.amount', { year, unit: t(`common.unit.${unit}`) })}
          </th>
          {before ? (
            <>
              <th scope="col" className="n">
                {t('office.money.amount', { year: year - 1, unit: t(`common.unit.${unit}`) })}
              </th>
              <th scope="col" className="n">
                {t('office.money.change')}
              </th>
            </>
          ) : null}
        </tr>
      </thead>
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
            <td className="n">{amount(line.amount)}</td>
            {before ? (
              <>
                <td className="n">{amount(line.lastYear)}</td>
                <td className="n">
                  {signedPercent(line.change, language) ?? t('common.state.notApplicable')}
                </td>
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rates worked out by the product and rates as stated, told apart. */
export function RateTable({ lines }: { lines: RateLine[] }) {
  const { t, language } = useT();
  return (
    <table className="data-table report-table">
      <thead>
        <tr>
          <th scope="col">{t('office.rates.item')}</th>
          <th scope="col" className="n">
            {t('office.rates.value')}
          </th>
          <th scope="col">{t('office.rates.source')}</th>
        </tr>
      </thead>
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
