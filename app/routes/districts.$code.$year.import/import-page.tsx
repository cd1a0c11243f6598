import { UploadForm } from '#app/components/parts/upload-form.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { TableCheck } from '#app/usecases/check-table.server.ts';
import type { TablesView } from '#app/usecases/view-tables.server.ts';
import { CheckResult } from './check-result.tsx';
import { TablesPart } from './tables-part.tsx';
import { TakenPart } from './taken-part.tsx';

interface ImportPageProps {
  district: { code: string };
  year: number;
  tables: TablesView['tables'];
  taken?: TablesView['taken'];
  title: string;
  answer?: {
    check?: TableCheck;
    unit?: string;
    document?: string;
    refused?: string;
    moved?: string[];
    /** Why a table was not taken back. */
    notUndone?: string;
  };
}

/** Download the template, upload it or a table of one's own, see what each row would change, accept all of it. */
export function ImportPage({ district, year, tables, taken, title, answer }: ImportPageProps) {
  const { t } = useT();
  const base = `/districts/${district.code}/${year}`;
  if (answer?.check && answer.document !== undefined)
    return (
      <article className="report-card workbook">
        <h1>{title}</h1>
        {answer.refused ? (
          <div className="alert" role="alert">
            <p>{answer.refused}</p>
            {answer.moved?.length ? (
              <ul>
                {answer.moved.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : null}
        <CheckResult check={answer.check} unit={answer.unit ?? ''} document={answer.document} base={base} />
      </article>
    );
  return (
    <article className="report-card workbook">
      <h1>{title}</h1>
      {taken ? <TakenPart taken={taken} base={base} refused={answer?.notUndone} /> : null}
      <p className="reading">{t('bureau.lead')}</p>
      <Section title={t('bureau.download.title')} note={t('bureau.download.note')}>
        <ul>
          <li>
            <a href={`${base}/template.xlsx?filled=1`}>{t('bureau.download.filled')}</a>
          </li>
          <li>
            <a href={`${base}/template.xlsx`}>{t('bureau.download.empty')}</a>
          </li>
        </ul>
      </Section>
      <Section title={t('bureau.upload.title')}>
        <UploadForm
          refused={answer?.refused}
          accept=".xlsx,.csv"
          words={{
            field: t('bureau.upload.field'),
            hint: t('bureau.upload.hint'),
            refused: t('workbook.refused'),
            send: t('bureau.upload.read'),
          }}
        />
      </Section>
      <TablesPart tables={tables} base={base} />
    </article>
  );
}
