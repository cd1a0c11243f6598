import type { Words } from '#app/components/charts/words.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { AuditChange } from '#app/domain/audit-trail.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AuditLine, AuditView } from '#app/usecases/view-audit.server.ts';
import { auditHref } from './address.ts';
import { whyText } from './facts.ts';
import { placeOf } from './place.ts';
import { actionText, actorText, changedField, changedValue } from './words.ts';

/** One row group an entry: who, when, what and where once, then a row for every value that changed. */
export function AuditTable({ view }: { view: AuditView }) {
  const words = useT();
  const { t } = words;
  const columns = ['seq', 'at', 'by', 'action', 'place', 'field', 'from', 'to', 'why'] as const;
  return (
    <ScrollRegion label={t('audit.table')}>
      <table className="data-table audit-table">
        <TableHead
          columns={columns.map((column) => [t(`audit.column.${column}`), column === 'seq' ? 'n' : undefined])}
        />
        {view.lines.map((line) => (
          <tbody key={line.seq}>
            {(line.changes.length > 0 ? line.changes : [undefined]).map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one field may change twice in an entry, whose order never changes
              <tr key={index}>
                {index === 0 ? <LineCells line={line} view={view} words={words} /> : null}
                <ChangeCells change={change} line={line} view={view} words={words} first={index === 0} />
              </tr>
            ))}
            {line.more > 0 ? <MoreRow line={line} view={view} words={words} /> : null}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

interface CellProps {
  line: AuditLine;
  view: AuditView;
  words: Words;
}

function LineCells({ line, view, words }: CellProps) {
  const rows = Math.max(line.changes.length, 1) + (line.more > 0 ? 1 : 0);
  const { text, href } = placeOf(line, view, words);
  return (
    <>
      <th scope="rowgroup" rowSpan={rows} className="n">
        <a href={auditHref(view, { entry: line.seq })}>{line.seq}</a>
      </th>
      <td rowSpan={rows} className="audit-time">
        {line.at}
      </td>
      <td rowSpan={rows} className="audit-who">
        {actorText(line.by, words)}
      </td>
      <td rowSpan={rows} className="audit-what">
        {actionText(line.action, words)}
      </td>
      <td rowSpan={rows} className="audit-place">
        {href ? <a href={href}>{text}</a> : text}
      </td>
    </>
  );
}

function ChangeCells({
  change,
  line,
  view,
  words,
  first,
}: CellProps & { change?: AuditChange; first: boolean }) {
  const { t } = words;
  const why =
    first || change?.reason
      ? whyText(first ? line : { ...line, reason: undefined, facts: [] }, change, words)
      : '';
  if (!change)
    return (
      <>
        <td colSpan={3} className="audit-none">
          —
        </td>
        <td className="audit-text">{why}</td>
      </>
    );
  const framework = line.year ? view.frameworks[line.year] : undefined;
  const shown = (value: string) =>
    changedValue(change.field, value, words, view.offices) || (
      <span className="audit-none">{t('audit.empty')}</span>
    );
  return (
    <>
      <td className="audit-field">
        <a href={auditHref(view, { field: change.field, office: line.office?.code })}>
          {changedField(change.field, framework, words)}
        </a>
      </td>
      <td className="audit-text">{shown(change.from)}</td>
      <td className="audit-text">{shown(change.to)}</td>
      <td className="audit-text">{why}</td>
    </>
  );
}

function MoreRow({ line, view, words: { t } }: CellProps) {
  return (
    <tr>
      <td colSpan={4}>
        <a href={auditHref(view, { entry: line.seq })}>{t('audit.more', { count: line.more })}</a>
      </td>
    </tr>
  );
}
