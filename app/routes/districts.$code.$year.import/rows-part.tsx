import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { leaveRow } from '#app/domain/workbook/read-district.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { TableCheck } from '#app/usecases/check-table.server.ts';

type Row = TableCheck['rows'][number];

/** What stands in a row's choice: an office's code, that it is left out, or nothing yet. */
export function chosenAt({ leave, office }: Pick<Row, 'leave' | 'office'>): string {
  return leave ? leaveRow : (office ?? '');
}

/** Each row's name beside the office that it is taken for, to be confirmed or chosen. */
export function RowsPart({ check }: { check: TableCheck }) {
  const { t, language } = useT();
  const { rows, sheet, choices } = check;
  const names = new Map(choices.map((office) => [office.code, localName(language, office)]));
  const isPlain = rows.every(({ match, leave }) => match === 'exact' && !leave);
  return (
    <Section title={t('bureau.rows.title')} note={t('bureau.rows.note')}>
      <details open={!isPlain}>
        <summary>{t('bureau.rows.count', { count: rows.length })}</summary>
        <ScrollRegion label={t('bureau.rows.title')}>
          <table className="data-table report-table">
            <TableHead
              columns={[
                [t('bureau.rows.row'), 'n'],
                [t('bureau.rows.name')],
                [t('bureau.rows.office')],
                [t('bureau.rows.match')],
              ]}
            />
            <tbody>
              {rows.map((row) => (
                <tr key={row.at.row}>
                  <td className="n">{row.at.row}</td>
                  <th scope="row">{row.name || '—'}</th>
                  <td>
                    <select
                      name={`office.${row.at.row}`}
                      defaultValue={chosenAt(row)}
                      aria-label={t('bureau.rows.choose', { row: row.at.row })}
                    >
                      <option value="">{t('bureau.rows.none')}</option>
                      <option value={leaveRow}>{t('bureau.rows.leave')}</option>
                      {choices.map(({ code }) => (
                        <option key={code} value={code}>
                          {names.get(code)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    {row.leave ? t('bureau.rows.leave') : t(`bureau.match.${row.match}`)}
                    {row.near.length > 0 ? (
                      <span className="note workbook-near">
                        {t('bureau.rows.near', {
                          names: row.near.map((code) => names.get(code)).join(t('bureau.rows.separator')),
                        })}
                      </span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
      {sheet.passedRows.length > 0 ? (
        <p className="note">
          {t('bureau.rows.passed', {
            rows: sheet.passedRows
              .map(({ row, text, why }) =>
                t('bureau.rows.passedRow', {
                  row,
                  text: text.slice(0, 40),
                  why: t(`bureau.rows.why.${why}`),
                }),
              )
              .join(t('bureau.rows.separator')),
          })}
        </p>
      ) : null}
      <p className="workbook-accept">
        <button type="submit" name="intent" value="check" className="button">
          {t('bureau.rows.recheck')}
        </button>
      </p>
    </Section>
  );
}
