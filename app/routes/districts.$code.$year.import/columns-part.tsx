import { fieldName } from '#app/components/form/field-name.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { fieldKind } from '#app/domain/form/field-kind.ts';
import { type ColumnChoice, leaveOut } from '#app/domain/workbook/choose-columns.ts';
import { districtGroups } from '#app/domain/workbook/district-layout.ts';
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

type Sheet = TableCheck['sheet'];
type Column = Sheet['columns'][number] | Sheet['passed'][number];

/** What stands in the choices of each column, by its number. */
export function columnChoices({ columns, passed, isTemplate }: Sheet): Map<number, ColumnChoice> {
  if (isTemplate) return new Map();
  return new Map(
    [...columns, ...passed].map((column) => [
      column.at.column,
      'field' in column
        ? { field: column.field, ...(column.chosenUnit && { unit: column.chosenUnit }) }
        : { field: leaveOut },
    ]),
  );
}

/** What each column is taken for and in which unit, to be confirmed or chosen. */
export function ColumnsPart({ check, unit, asksUnit }: ColumnsPartProps) {
  const { t } = useT();
  const { sheet } = check;
  const where = t('bureau.columns.sheet', { sheet: sheet.name });
  return (
    <Section title={t('bureau.columns.title')} note={sheet.isTemplate ? t('bureau.columns.template') : where}>
      {sheet.others.length > 0 ? (
        <p className="notice">
          {t('bureau.columns.others', { sheets: sheet.others.join(t('bureau.rows.separator')) })}
        </p>
      ) : null}
      {sheet.columns.length === 0 ? <p className="notice">{t('bureau.columns.none')}</p> : null}
      {sheet.unit ? <p>{t('bureau.columns.unitStated', { unit: sheet.unit })}</p> : null}
      {asksUnit ? (
        <p>
          <label>
            {t('bureau.columns.unitField')}{' '}
            <select name="unit" defaultValue={unit}>
              <option value="">{t('bureau.columns.unitNone')}</option>
              <Units />
            </select>
          </label>
        </p>
      ) : null}
      {sheet.isTemplate ? null : <ColumnTable check={check} unit={unit} />}
      {sheet.isTemplate && !asksUnit ? null : (
        <p className="workbook-accept">
          <button type="submit" name="intent" value="check" className="button">
            {t('bureau.rows.recheck')}
          </button>
        </p>
      )}
    </Section>
  );
}

function ColumnTable({ check: { sheet, framework }, unit }: Pick<ColumnsPartProps, 'check' | 'unit'>) {
  const { t, language } = useT();
  const words = { t, language, framework };
  const columns: Column[] = [...sheet.columns, ...sheet.passed].sort((a, b) => a.at.column - b.at.column);
  const fields = districtGroups(framework).map(({ section, fields: own }) => (
    <optgroup key={section} label={t(`form.section.${section}`)}>
      {own.map((field) => (
        <option key={field} value={field}>
          {fieldName(field, words)}
        </option>
      ))}
    </optgroup>
  ));
  return (
    <ScrollRegion label={t('bureau.columns.title')}>
      <table className="data-table report-table">
        <TableHead
          columns={[
            [t('bureau.columns.column')],
            [t('bureau.columns.heading')],
            [t('bureau.columns.field')],
            [t('bureau.columns.unit')],
            [t('bureau.rows.match')],
          ]}
        />
        <tbody>
          {columns.map((column) => {
            const letters = columnLetters(column.at.column);
            return (
              <tr key={letters}>
                <td>{letters}</td>
                <th scope="row">{column.heading}</th>
                <td>
                  <select
                    name={`field.${column.at.column}`}
                    defaultValue={'field' in column ? column.field : leaveOut}
                    aria-label={t('bureau.columns.choose', { column: letters })}
                  >
                    <option value={leaveOut}>{t('bureau.columns.leave')}</option>
                    {fields}
                  </select>
                </td>
                <td>
                  <UnitCell column={column} stated={sheet.unit} unit={unit} />
                </td>
                <td>{'field' in column ? matchOf(column.isChosen) : t(`bureau.passed.${column.why}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );

  function matchOf(isChosen = false): string {
    return isChosen ? t('bureau.match.chosen') : t('bureau.columns.byHeading');
  }
}

interface UnitCellProps {
  column: Column;
  /** By the table as a whole. */
  stated: Sheet['unit'];
  /** For what is stated nowhere. */
  unit: string;
}

/** Amounts are in the unit that is stated nearest, unless the reviewer says another; what else there is has its own. */
function UnitCell({ column, stated, unit }: UnitCellProps) {
  const { t } = useT();
  if (!('field' in column)) return '—';
  const kind = fieldKind(column.field);
  if (kind !== 'amount') return column.unit ?? (kind === 'rate' ? '%' : '—');
  return (
    <select
      name={`unit.${column.at.column}`}
      defaultValue={column.chosenUnit ?? ''}
      aria-label={t('bureau.columns.chooseUnit', { column: columnLetters(column.at.column) })}
    >
      <option value="">{statedUnit()}</option>
      <Units />
    </select>
  );

  function statedUnit(): string {
    if (column.unit) return t('bureau.columns.unitOfHeading', { unit: column.unit });
    if (stated) return t('bureau.columns.unitOfTable', { unit: stated });
    return unit || t('bureau.columns.unitNone');
  }
}

function Units() {
  return Object.keys(moneyUnits).map((unit) => (
    <option key={unit} value={unit}>
      {unit}
    </option>
  ));
}
