import { Link } from '@remix-run/react';
import { actorText } from '#app/components/audit/words.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AcceptedTable } from '#app/usecases/accepted-tables.server.ts';

/** The year's accepted tables, each leading to what it wrote and to taking it back. */
export function TablesPart({ tables, base }: { tables: AcceptedTable[]; base: string }) {
  const words = useT();
  const { t } = words;
  if (tables.length === 0) return null;
  return (
    <Section title={t('bureau.tables.title')} note={t('bureau.tables.note')}>
      <ScrollRegion label={t('bureau.tables.title')}>
        <table className="data-table report-table">
          <TableHead
            columns={[
              [t('bureau.tables.file')],
              [t('bureau.tables.at')],
              [t('bureau.tables.by')],
              [t('bureau.tables.offices'), 'n'],
              [t('bureau.tables.cells'), 'n'],
              [t('bureau.tables.state')],
            ]}
          />
          <tbody>
            {tables.map(({ entry, file, at, by, offices, cells, undone }) => (
              <tr key={entry}>
                <th scope="row" className="long-text">
                  <Link to={`${base}/import?taken=${entry}`}>{file}</Link>
                </th>
                <td className="nowrap">{at}</td>
                <td>{actorText(by, words)}</td>
                <td className="n">{offices}</td>
                <td className="n">{cells}</td>
                <td>
                  {undone
                    ? t('bureau.tables.undone', { at: undone.at, by: actorText(undone.by, words) })
                    : t('bureau.tables.stands')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
