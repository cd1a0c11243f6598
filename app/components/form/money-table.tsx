import { useT } from '#app/lib/i18n/use-t.ts';
import { FieldInput } from './field-input.tsx';
import { fieldName } from './field-name.ts';
import { FieldNotes } from './field-notes.tsx';
import { useForm } from './form-context.tsx';
import { LastYear } from './last-year.tsx';
import type { MoneyRow } from './money-grid.ts';
import { PeerRange } from './peer-range.tsx';

export interface NamedRows {
  name: string;
  rows: readonly MoneyRow[];
}

/** Amounts and the rates that belong to them, a line an item; a block from a spreadsheet can be pasted into it. */
export function MoneyTable({ label, groups }: { label: string; groups: readonly NamedRows[] }) {
  const { page } = useForm();
  const { t } = useT();
  const last = page.lastValues && t('form.money.last', { year: page.year - 1 });
  return (
    <table className="form-table form-money" data-grid aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('form.money.item')}</th>
          <Head>{t('form.money.amount')}</Head>
          {last ? <Head>{last}</Head> : null}
          <Head>{t('form.money.rate')}</Head>
          {last ? <Head>{last}</Head> : null}
          <th scope="col">{t('form.money.notes')}</th>
        </tr>
      </thead>
      {groups.map(({ name, rows }) => (
        <tbody key={name}>
          <tr className="form-group">
            <th scope="rowgroup" colSpan={last ? 6 : 4}>
              {name}
            </th>
          </tr>
          {rows.map((row) => (
            <MoneyLine key={row.item} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="n">
      {children}
    </th>
  );
}

function MoneyLine({ row: { item, rate, isPart } }: { row: MoneyRow }) {
  const { t } = useT();
  return (
    <tr data-part={isPart}>
      <th scope="row">{t(`domain.money.${item}`)}</th>
      <FigureCell field={`amounts.${item}`} head={t('form.money.amount')} />
      {rate ? <FigureCell field={`rates.${rate}`} head={t('form.money.rate')} /> : <NoRate />}
      <td className="form-cell-notes">
        <FieldNotes field={`amounts.${item}`} />
        {rate ? <FieldNotes field={`rates.${rate}`} /> : null}
      </td>
    </tr>
  );
}

function NoRate() {
  const { page } = useForm();
  return (
    <>
      <td data-cell className="form-nothing" />
      {page.lastValues ? <td className="form-nothing" /> : null}
    </>
  );
}

/** A figure with last year's beside it. */
export function FigureCell({ field, head }: { field: string; head: string }) {
  const { page } = useForm();
  const { t, language } = useT();
  const name = fieldName(field, { t, language, framework: page.framework });
  return (
    <>
      <td data-cell data-head={head}>
        <FieldInput field={field} kind="figure" inputMode="decimal" label={name} />
        <PeerRange field={field} />
      </td>
      {page.lastValues ? (
        <td className="n">
          <LastYear field={field} bare />
        </td>
      ) : null}
    </>
  );
}
