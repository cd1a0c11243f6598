import { Form, Link } from '@remix-run/react';
import { EvidenceLink } from '#app/components/evidence/evidence-links.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { timeText } from '#app/lib/time-text.ts';
import type { EvidenceLine, EvidenceView } from '#app/usecases/view-evidence.server.ts';

interface EvidenceTableProps {
  view: EvidenceView;
  base: string;
}

/** Every indicator, in words and files. */
export function EvidenceTable({ view, base }: EvidenceTableProps) {
  const { t } = useT();
  const hasWords = view.lines.some(({ words }) => words);
  return (
    <ScrollRegion label={t('evidence.table.title')}>
      <table className="data-table report-table evidence-table">
        <TableHead
          columns={[
            [t('evidence.table.node')],
            hasWords && [t('evidence.table.words')],
            [t('evidence.table.files')],
          ]}
        />
        <tbody>
          {view.lines.map((line) => (
            <Row key={line.code} line={line} view={view} base={base} hasWords={hasWords} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ line, view, base, hasWords }: EvidenceTableProps & { line: EvidenceLine; hasWords: boolean }) {
  const { t, language } = useT();
  const { code, node, words, files, takesFiles } = line;
  const name = node ? localName(language, node) : t('evidence.table.gone', { code });
  return (
    <tr id={`n-${code}`} data-level={node?.level ?? 1}>
      <th scope="row">{name}</th>
      {hasWords ? <td className="words">{words}</td> : null}
      <td>
        {files.length > 0 ? (
          <ul className="evidence-files">
            {files.map((file) => (
              <File key={file.id} file={file} view={view} base={base} />
            ))}
          </ul>
        ) : null}
        {view.mayEdit && takesFiles ? (
          <Link
            to={`${base}/evidence?${new URLSearchParams({ node: code })}#attach`}
            className="no-print"
            aria-label={t('evidence.attach.hereAt', { node: name })}
          >
            {t('evidence.attach.here')}
          </Link>
        ) : null}
      </td>
    </tr>
  );
}

function File({ file, view, base }: EvidenceTableProps & { file: EvidenceLine['files'][number] }) {
  const { t, language } = useT();
  const at = timeText(file.addedAt, language);
  const isUnsent = file.firstRevision === null && view.state !== 'none';
  return (
    <li>
      <EvidenceLink base={base} file={file} />
      <span className="evidence-by">
        {file.by === null ? at : t('evidence.table.by', { by: file.by, at })}
        {isUnsent ? ` · ${t('evidence.unsent')}` : null}
      </span>
      {view.mayEdit ? (
        <Form method="post" action={`${base}/evidence`} reloadDocument className="no-print">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="id" value={file.id} />
          <button
            type="submit"
            className="button"
            aria-label={t('evidence.remove.label', { file: file.fileName })}
          >
            {t('evidence.remove.submit')}
          </button>
        </Form>
      ) : null}
    </li>
  );
}
