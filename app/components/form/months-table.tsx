import { months } from '#app/domain/form/fields.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { FieldNotes } from './field-notes.tsx';
import { useForm } from './form-context.tsx';
import { FigureCell } from './money-table.tsx';

/** The rates that the bureau notifies, month by month, and the mean that the office states. */
export function MonthsTable() {
  const { page } = useForm();
  const { t } = useT();
  const fields = months.map((month) => [t('form.months.month', { month }), `months.${month}`] as const);
  const mean = [t('domain.rate.spending_progress'), 'rates.spending_progress'] as const;
  return (
    <table className="form-table form-months" data-grid aria-label={t('form.section.months')}>
      <thead>
        <tr>
          <th scope="col">{t('form.months.head')}</th>
          <th scope="col" className="n">
            {t('form.months.rate')}
          </th>
          {page.lastValues ? (
            <th scope="col" className="n">
              {t('form.money.last', { year: page.year - 1 })}
            </th>
          ) : null}
          <th scope="col">{t('form.money.notes')}</th>
        </tr>
      </thead>
      <tbody>
        {[...fields, mean].map(([name, field]) => (
          <tr key={field}>
            <th scope="row">{name}</th>
            <FigureCell field={field} head={t('form.months.rate')} />
            <td className="form-cell-notes">
              <FieldNotes field={field} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
