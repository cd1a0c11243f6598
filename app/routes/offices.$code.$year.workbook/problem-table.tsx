import { Form, Link } from '@remix-run/react';
import { fieldName } from '#app/components/form/field-name.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { fieldPlace } from '#app/domain/form/fields.ts';
import { cellAddress } from '#app/domain/workbook/raw-book.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { problemText } from '#app/lib/workbook-marks.ts';
import type { WorkbookCheck } from '#app/usecases/check-workbook.server.ts';

interface ProblemTableProps {
  check: WorkbookCheck;
  document: string;
  base: string;
}

/** Beyond this the marked workbook is the better list. */
const mostShown = 100;

/** Every cell that is not taken, and why; and the same workbook to be had with these marked. */
export function ProblemTable({ check, document, base }: ProblemTableProps) {
  const { t, language } = useT();
  const { problems, fileName, framework } = check;
  const title = t('workbook.problems.title', { count: problems.length });
  // a key that the form does not know is no name for anybody
  const nameOf = (field: string | undefined) =>
    field !== undefined && fieldPlace(field) ? fieldName(field, { t, language, framework }) : '—';
  return (
    <Section title={title}>
      <p className="alert" role="alert">
        {t('workbook.problems.note')}
      </p>
      <Form method="post" encType="multipart/form-data" action={`${base}/template.xlsx`} reloadDocument>
        <input type="hidden" name="fileName" value={fileName} />
        <input type="hidden" name="document" value={document} />
        <p className="workbook-accept">
          <button type="submit" className="button button-primary">
            {t('workbook.problems.download')}
          </button>
          <Link to={`${base}/workbook`}>{t('workbook.preview.leave')}</Link>
        </p>
      </Form>
      <ScrollRegion label={title}>
        <table className="data-table report-table">
          <TableHead
            columns={[
              [t('workbook.problems.cell')],
              [t('workbook.problems.field')],
              [t('workbook.problems.text')],
              [t('workbook.problems.why')],
            ]}
          />
          <tbody>
            {problems.slice(0, mostShown).map((problem) => (
              <tr key={`${problem.at.sheet} ${cellAddress(problem.at)} ${problem.code}`}>
                <td>
                  {problem.at.sheet} <span className="nowrap">{cellAddress(problem.at)}</span>
                </td>
                <td>{nameOf(problem.field)}</td>
                <td className="long-text">{problem.text.slice(0, 200)}</td>
                <td>{problemText(problem, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {problems.length > mostShown ? (
        <p>{t('workbook.problems.more', { count: problems.length - mostShown })}</p>
      ) : null}
    </Section>
  );
}
