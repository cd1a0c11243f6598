import { fieldName } from '#app/components/form/field-name.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { fieldKind } from '#app/domain/form/field-kind.ts';
import type { Framework } from '#app/domain/framework.ts';
import { cellAddress } from '#app/domain/workbook/raw-book.ts';
import type { TemplateChange } from '#app/domain/workbook/template-changes.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { wordsOf } from '#app/lib/template-cells.ts';

interface ChangeTableProps {
  changes: TemplateChange[];
  framework: Framework;
  label: string;
  /** Each may be taken by itself, under the name that this gives its field. */
  choose?: (field: string) => string;
}

/** Fields as the form holds them beside what the file says. */
export function ChangeTable({ changes, framework, label, choose }: ChangeTableProps) {
  const { t, language } = useT();
  const words = { t, language, framework };
  const unit = t('common.unit.wan');
  return (
    <ScrollRegion label={label}>
      <table className="data-table report-table">
        <TableHead
          columns={[
            [t('workbook.preview.field')],
            [t('workbook.preview.before')],
            [t('workbook.preview.after')],
            [t('workbook.preview.cell')],
          ]}
        />
        <tbody>
          {changes.map(({ field, from, to, at }) => (
            <tr key={field}>
              <th scope="row">
                {fieldName(field, words)}
                {fieldKind(field) === 'amount' ? `（${unit}）` : null}
              </th>
              <td className="long-text">{shown(field, from)}</td>
              <td className="long-text">
                {shown(field, to)}
                {choose ? (
                  <label className="block">
                    <input type="checkbox" name="take" value={choose(field)} /> {t('workbook.preview.take')}
                    <span className="sr-only">{fieldName(field, words)}</span>
                  </label>
                ) : null}
              </td>
              <td>
                {at.sheet} <span className="nowrap">{cellAddress(at)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );

  function shown(field: string, text: string) {
    if (text === '') return <span className="missing">{t('workbook.preview.none')}</span>;
    return wordsOf(field, text, words);
  }
}
