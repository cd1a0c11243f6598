import { fieldName } from '#app/components/form/field-name.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { fieldKind } from '#app/domain/form/field-kind.ts';
import { moneyUnits } from '#app/domain/workbook/head-text.ts';
import { columnLetters } from '#app/domain/workbook/raw-book.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { TableCheck } from '#app/usecases/check-table.server.ts';

interface ColumnsPartProps {
  check: TableCheck;
  unit: string;
  /** Amounts stand under no unit, or did before one was chosen. */
  asksUnit: boolean;
}

/** What each column was taken for and in which unit, and those that are not read. */
export function ColumnsPart({ check: { sheet, framework }, unit, asksUnit }: ColumnsPartProps) {
  const { t, language } = useT();
  const words = { t, language, framework };
  const where = t('bureau.columns.sheet', { sheet: sheet.name });
  return (
    <Section title={t('bureau.columns.title')} note={sheet.isTemplate ? t('bureau.columns.template') : where}>
      {sheet.others.length > 0 ? (
        <p className="notice">
          {t('bureau.columns.others', { sheets: sheet.others.join(t('bureau.rows.separator')) })}
        </p>
      ) : null}
      {sheet.unit ? <p>{t('bureau.columns.unitStated', { unit: sheet.unit })}</p> : null}
      {asksUnit ? (
        <p>
          <label>
            {t('bureau.columns.unitField')}{' '}
            <select name="unit" defaultValue={unit}>
              <option value="">{t('bureau.columns.unitNone')}</option>
              {Object.keys(moneyUnits).map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>{' '}
          <button type="submit" name="intent" value="check" className="button">
            {t('bureau.rows.recheck')}
          </button>
        </p>
      ) : null}
      {sheet.isTemplate ? null : (
        <ScrollRegion label={t('bureau.columns.title')}>
          <table className="data-table report-table">
            <TableHead
              columns={[
                [t('bureau.columns.column')],
                [t('bureau.columns.heading')],
                [t('bureau.columns.field')],
                [t('bureau.columns.unit')],
              ]}
            />
            <tbody>
              {sheet.columns.map((column) => (
                <tr key={column.at.column}>
                  <td>{columnLetters(column.at.column)}</td>
                  <td>{column.heading}</td>
                  <th scope="row">{fieldName(column.field, words)}</th>
                  <td>{column.unit ?? unitOf(column.field)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {sheet.passed.length > 0 ? (
        <>
          <h3>{t('bureau.columns.passed')}</h3>
          <ul>
            {sheet.passed.map(({ at, heading, why }) => (
              <li key={at.column}>
                {t('bureau.columns.passedColumn', {
                  column: columnLetters(at.column),
                  heading,
                  why: t(`bureau.passed.${why}`),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );

  function unitOf(field: string): string {
    const kind = fieldKind(field);
    if (kind === 'amount') return sheet.unit ?? (unit || '—');
    return kind === 'rate' ? '%' : '—';
  }
}
