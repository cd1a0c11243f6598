import { Form, Link } from '@remix-run/react';
import { UploadForm } from '#app/components/parts/upload-form.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { WorkbookCheck } from '#app/usecases/check-workbook.server.ts';
import { CheckResult } from './check-result.tsx';

interface WorkbookPageProps {
  office: { code: string };
  year: number;
  mayEdit: boolean;
  receipt?: { version: number; file: string; count: number };
  title: string;
  answer?: {
    check?: WorkbookCheck;
    document?: string;
    restored?: { applied: number; kept: number };
    refused?: string;
  };
}

/** Download the form as a workbook, upload it filled in, see what would change, accept it; and take it back. */
export function WorkbookPage({ office, year, mayEdit, receipt, title, answer }: WorkbookPageProps) {
  const { t } = useT();
  const base = `/offices/${office.code}/${year}`;
  if (answer?.check && answer.document !== undefined)
    return (
      <article className="report-card workbook">
        <h1>{title}</h1>
        <CheckResult check={answer.check} document={answer.document} base={base} mayEdit={mayEdit} />
      </article>
    );
  return (
    <article className="report-card workbook">
      <h1>{title}</h1>
      {answer?.restored ? (
        <p className="notice" role="status">
          {t('workbook.receipt.restored', { count: answer.restored.applied })}
          {answer.restored.kept > 0 ? t('workbook.receipt.kept', { count: answer.restored.kept }) : ''}
        </p>
      ) : receipt ? (
        <Receipt receipt={receipt} base={base} mayEdit={mayEdit} />
      ) : null}
      <Section title={t('workbook.download.title')} note={t('workbook.download.note')}>
        <ul>
          <li>
            <a href={`${base}/template.xlsx?filled=1`}>{t('workbook.download.filled')}</a>
          </li>
          <li>
            <a href={`${base}/template.xlsx`}>{t('workbook.download.empty')}</a>
          </li>
        </ul>
      </Section>
      <Section title={t('workbook.upload.title')}>
        {mayEdit ? (
          <UploadForm
            accept=".xlsx"
            refused={answer?.refused}
            words={{
              field: t('workbook.upload.field'),
              hint: t('workbook.upload.hint'),
              refused: t('workbook.refused'),
              send: t('workbook.upload.read'),
            }}
          />
        ) : (
          <p className="notice" role={answer?.refused ? 'alert' : undefined}>
            {answer?.refused ?? t('workbook.upload.closed')}
          </p>
        )}
      </Section>
      <p>
        <Link to={`${base}/edit`}>{t('workbook.receipt.form')}</Link>
      </p>
    </article>
  );
}

function Receipt({
  receipt: { version, file, count },
  base,
  mayEdit,
}: {
  receipt: NonNullable<WorkbookPageProps['receipt']>;
  base: string;
  mayEdit: boolean;
}) {
  const { t } = useT();
  return (
    <div className="notice" role="status">
      <p>{t('workbook.receipt.saved', { file, count })}</p>
      <p>
        <Link to={`${base}/edit`}>{t('workbook.receipt.form')}</Link>
      </p>
      {mayEdit ? (
        <Form method="post" encType="multipart/form-data" action={`${base}/workbook`} reloadDocument>
          <input type="hidden" name="intent" value="restore" />
          <input type="hidden" name="version" value={version} />
          <button type="submit" className="button">
            {t('workbook.receipt.restore')}
          </button>
        </Form>
      ) : null}
    </div>
  );
}
