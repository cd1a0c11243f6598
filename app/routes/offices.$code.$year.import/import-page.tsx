import { Link, useLocation } from '@remix-run/react';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { UploadForm } from '#app/components/parts/upload-form.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import type { Role } from '#app/domain/access.ts';
import { importedAs } from '#app/domain/import-rule.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { sizeText } from '#app/lib/size-text.ts';
import { timeText } from '#app/lib/time-text.ts';
import type { UploadView } from '#app/usecases/view-import.server.ts';

interface ImportPageProps extends Pick<UploadView, 'barrier' | 'documents'> {
  office: { code: string; name: string; nameEn: string };
  year: number;
  role: Role;
  title: string;
  /** Why the last file was not taken. */
  refused?: string;
  /** A report has just been taken out. */
  removed?: boolean;
}

/** Choose a report to be read, or open one that was uploaded before. */
export function ImportPage(props: ImportPageProps) {
  const { office, year, role, barrier, documents, title, refused, removed } = props;
  const { t, language } = useT();
  const { search } = useLocation();
  const base = `/offices/${office.code}/${year}`;
  const filing = importedAs(role);
  return (
    <article className="report-card import">
      <h1>{title}</h1>
      {removed ? (
        <p className="notice" role="status">
          {t('import.remove.done')}
        </p>
      ) : null}
      {barrier ? (
        <div className="notice" role={refused ? 'alert' : 'note'}>
          <strong>{refused ? t('import.refused') : t('import.closed')}</strong>
          <p>{refused ?? t(`import.refusal.${barrier}`, { office: localName(language, office), year })}</p>
        </div>
      ) : (
        <>
          <p>{t('import.intro')}</p>
          {filing ? <p>{t(`import.becomes.${filing.status}`)}</p> : null}
          <UploadForm
            accept=".docx,.pdf,.txt"
            refused={refused}
            words={{
              field: t('import.file'),
              hint: t('import.hint'),
              refused: t('import.refused'),
              send: t('import.read'),
            }}
          />
        </>
      )}
      {documents.length > 0 ? <Earlier documents={documents} address={`${base}/import`} /> : null}
      {barrier === 'no_round' ? null : (
        <p className="import-ways">
          <Link to={`${base}${search}`}>{t('import.back')}</Link>
          {role === 'office_preparer' ? <Link to={`${base}/workbook`}>{t('import.workbook')}</Link> : null}
        </p>
      )}
    </article>
  );
}

function Earlier({ documents, address }: Pick<UploadView, 'documents'> & { address: string }) {
  const { t, language } = useT();
  const { search } = useLocation();
  return (
    <Section title={t('import.earlier.title')} note={t('import.earlier.note')}>
      <ScrollRegion label={t('import.earlier.title')}>
        <table className="data-table report-table">
          <TableHead
            columns={[
              [t('import.earlier.column.file')],
              [t('import.earlier.column.at')],
              [t('import.earlier.column.size'), 'n'],
              [t('import.earlier.column.sha256')],
            ]}
          />
          <tbody>
            {documents.map(({ id, fileName, createdAt, bytes, sha256 }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`${address}/${id}${search}`}>{fileName}</Link>
                </th>
                <td>{timeText(createdAt, language)}</td>
                <td className="n">{sizeText(bytes)}</td>
                <td>{sha256.slice(0, 16)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
