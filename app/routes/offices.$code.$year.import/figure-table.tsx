import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatAmount, formatPercent, type MoneyUnit } from '#app/domain/figure-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { FigureRead } from '#app/usecases/preview-import.server.ts';

/** Every amount and rate that was read, beside the words that state it. */
export function FigureTable({ figures, unit }: { figures: FigureRead[]; unit: MoneyUnit }) {
  const { t, language } = useT();
  if (figures.length === 0) return <p>{t('import.preview.noFigures')}</p>;
  return (
    <ScrollRegion label={t('import.preview.figures')}>
      <table className="data-table report-table">
        <TableHead
          columns={[
            [t('import.preview.item')],
            [t('import.preview.value', { unit: t(`common.unit.${unit}`) }), 'n'],
            [t('import.preview.words')],
          ]}
        />
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.kind} ${figure.item}`}>
              <th scope="row">
                {figure.kind === 'money' ? t(`domain.money.${figure.item}`) : t(`domain.rate.${figure.item}`)}
              </th>
              <td className="n">
                {figure.kind === 'money'
                  ? formatAmount(figure.value, unit, language)
                  : formatPercent(figure.value, language)}
              </td>
              <td className="words">{figure.words ? <q>{figure.words}</q> : t('import.preview.noWords')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
