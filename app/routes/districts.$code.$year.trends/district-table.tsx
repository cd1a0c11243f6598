import { Star } from '#app/components/charts/star.tsx';
import type { Words } from '#app/components/charts/words.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { DistrictPoint } from '#app/domain/trends.ts';
import { signedPercent } from '#app/lib/change-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

interface DistrictTableProps {
  points: DistrictPoint[];
  unit: MoneyUnit;
  title: string;
}

/** The figures behind the district's charts, each with the number of offices it covers. */
export function DistrictTable({ points, unit, title }: DistrictTableProps) {
  const words = useT();
  const { t, language } = words;
  const offices = t('trends.district.offices');
  const unitName = t(`common.unit.${unit}`);
  const withUnit = (name: string) => `${name} (${unitName})`;
  return (
    <ScrollRegion label={title}>
      <table className="data-table trends-table">
        <TableHead
          columns={[
            [t('trends.district.year')],
            [withUnit(t('trends.district.budget')), 'n'],
            [`${t('trends.district.budget')} · ${offices}`, 'n'],
            [withUnit(t('trends.district.executed')), 'n'],
            [`${t('trends.district.executed')} · ${offices}`, 'n'],
            [t('trends.district.rate'), 'n'],
            [`${t('trends.measure.execution_rate')} · ${offices}`, 'n'],
            [t('trends.district.mean'), 'n'],
            [t('trends.district.median'), 'n'],
            [`${t('trends.measure.total_score')} · ${offices}`, 'n'],
            [t('trends.district.remark')],
          ]}
        />
        <tbody>
          {points.map((point) => (
            <tr key={point.year}>
              <th scope="row">
                {point.year}
                <Star provisional={point.provisional} />
              </th>
              <Figure text={formatAmount(point.budget?.amount, unit, language)} />
              <td className="n">{point.budget?.offices ?? 0}</td>
              <Figure text={formatAmount(point.executed?.amount, unit, language)} />
              <td className="n">{point.executed?.offices ?? 0}</td>
              <Figure text={formatPercent(point.rate?.value, language)} />
              <td className="n">{point.rate?.offices ?? 0}</td>
              <Figure text={formatScore(point.score.mean, language)} />
              <Figure text={formatScore(point.score.median, language)} />
              <td className="n">{point.score.offices}</td>
              <td>{remarkText(point, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Figure({ text }: { text: string | undefined }) {
  const { t } = useT();
  if (text !== undefined) return <td className="n">{text}</td>;
  return <td className="n missing">{t('common.state.notReported')}</td>;
}

function remarkText(
  { frameworkChanged, setChanged, executed }: DistrictPoint,
  { t, language }: Words,
): string {
  const change = executed?.change;
  return [
    frameworkChanged ? t('trends.framework.mark') : undefined,
    setChanged && t('trends.district.set', setChanged),
    setChanged && change
      ? t('trends.district.likeMoney', {
          count: change.offices,
          change: signedPercent(change.percent, language),
        })
      : undefined,
  ]
    .filter(Boolean)
    .join(t('chart.list.semicolon'));
}
