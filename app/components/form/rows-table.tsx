import type { ReactNode } from 'react';
import { type RowList, rowParts } from '#app/domain/form/fields.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { FieldInput, type FieldKind } from './field-input.tsx';
import { fieldName } from './field-name.ts';
import { FieldNotes, useHasNotes } from './field-notes.tsx';
import { useForm, useLastRow } from './form-context.tsx';

export interface RowColumn {
  part: string;
  kind: FieldKind;
  /** Draws another control than a text field. */
  control?: (field: string) => ReactNode;
}

/** A list that the office writes a row at a time. There is always an empty row below; an emptied row is gone. */
export function RowsTable({ list, columns }: { list: RowList; columns: readonly RowColumn[] }) {
  const { page } = useForm();
  const { t } = useT();
  const rows = useLastRow(list) + (page.readOnly ? 0 : 2);
  if (rows === 0) return <p className="missing">{t('common.state.notReported')}</p>;
  return (
    <table className={`form-table form-rows form-${list}`} data-grid aria-label={t(`form.list.${list}`)}>
      <thead>
        <tr>
          <th scope="col">{t('form.row.number')}</th>
          {columns.map(({ part, kind }) => (
            <th key={part} scope="col" className={kind === 'figure' ? 'n' : undefined}>
              {t(`form.part.${list}.${part}` as never)}
            </th>
          ))}
          {page.readOnly ? null : <td />}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number
          <Row key={index} list={list} row={index + 1} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ list, row, columns }: { list: RowList; row: number; columns: readonly RowColumn[] }) {
  const { page, store } = useForm();
  const { t, language } = useT();
  const fields = rowParts[list].map((part) => `${list}.${row}.${part}`);
  const hasNotes = useHasNotes(fields);
  const isUsed = useLastRow(list) >= row;
  return (
    <>
      <tr>
        <th scope="row">{row}</th>
        {columns.map(({ part, kind, control }) => {
          const field = `${list}.${row}.${part}`;
          const label = fieldName(field, { t, language, framework: page.framework });
          return (
            <td key={part} data-cell data-head={t(`form.part.${list}.${part}` as never)}>
              {control?.(field) ?? <FieldInput field={field} kind={kind} label={label} />}
            </td>
          );
        })}
        {page.readOnly ? null : (
          <td className="form-row-tools">
            {isUsed ? (
              <button
                type="button"
                className="link-button"
                onClick={() =>
                  store.write(
                    Object.fromEntries(fields.map((field) => [field, ''])),
                    t('form.row.cleared', { row }),
                  )
                }
              >
                {t('form.row.clear')}
                <span className="sr-only">{t('form.row.of', { row })}</span>
              </button>
            ) : null}
          </td>
        )}
      </tr>
      {hasNotes ? (
        <tr className="form-notes-line">
          <td colSpan={columns.length + 2}>
            {fields.map((field) => (
              <FieldNotes key={field} field={field} beside={fields} />
            ))}
          </td>
        </tr>
      ) : null}
    </>
  );
}
