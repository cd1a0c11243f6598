import { fieldName } from '#app/components/form/field-name.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { fieldPlace } from '#app/domain/form/fields.ts';
import { cellAddress } from '#app/domain/workbook/raw-book.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { tableProblemText } from '#app/lib/table-marks.ts';
import type { TableCheck } from '#app/usecases/check-table.server.ts';

/** Beyond this the marked table is the better list. */
const mostShown = 100;

/** Every row, column and cell that is not taken, and why; and the same table to be had with these marked. */
export function ProblemsPart({ check, base }: { check: TableCheck; base: string }) {
  const { t, language } = useT();
  const { problems, framework, rows, choices } = check;
  const title = t('bureau.problems.title', { count: problems.length });
  const nameOf = (field: string | undefined) =>
    field !== undefined && fieldPlace(field) ? fieldName(field, { t, language, framework }) : '—';
  const officeAt = (at: number) => {
    const row = rows.find((one) => one.at.row === at);
    const office = choices.find(({ code }) => code === row?.office);
    return office ? localName(language, office) : row?.name || '—';
  };
  return (
    <Section title={title}>
      <p className="alert" role="alert">
        {t('bureau.problems.note')}
      </p>
      <p className="workbook-accept">
        <button type="submit" formAction={`${base}/template.xlsx`} className="button button-primary">
          {t('bureau.problems.download')}
        </button>
      </p>
      <ScrollRegion label={title}>
        <table className="data-table report-table">
          <TableHead
            columns={[
              [t('workbook.problems.cell')],
              [t('bureau.problems.office')],
              [t('workbook.problems.field')],
              [t('workbook.problems.text')],
              [t('workbook.problems.why')],
            ]}
          />
          <tbody>
            {problems.slice(0, mostShown).map((problem) => (
              <tr key={`${cellAddress(problem.at)} ${problem.code}`}>
                <td className="nowrap">{cellAddress(problem.at)}</td>
                <td className="nowrap">{officeAt(problem.at.row)}</td>
                <td>{nameOf(problem.field)}</td>
                <td className="long-text">{problem.text.slice(0, 200)}</td>
                <td>{tableProblemText(problem, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {problems.length > mostShown ? (
        <p>{t('bureau.problems.more', { count: problems.length - mostShown })}</p>
      ) : null}
    </Section>
  );
}
