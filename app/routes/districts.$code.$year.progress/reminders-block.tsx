import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { FileLinks } from '#app/components/parts/file-links.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { Reminder } from '#app/domain/filing-progress.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';
import { CopyButton } from './copy-button.tsx';
import { fileHref, filingHref } from './links.ts';
import { reminderCells, reminderColumns, remindersTitle } from './words.ts';

/** Whom to remind, with the days to or past the own deadline; to copy into a message, or to take along as a file. */
export function RemindersBlock({ view }: { view: ProgressView }) {
  const words = useT();
  const { t } = words;
  const { reminders } = view;
  const heads = reminderColumns.map((column) => t(`progress.reminders.column.${column}`));
  const rows = reminders.map((reminder) => reminderCells(reminder, words));
  return (
    <Block
      id="reminders"
      kicker={t('progress.reminders.kicker')}
      title={remindersTitle(view, words)}
      offices={view.offices.length}
      asOf={view.today}
      notes={[
        reminders.length > 0 ? t('progress.reminders.own') : undefined,
        reminders.length > 0 && view.round.status === 'closed'
          ? t('progress.reminders.closedNote')
          : undefined,
      ]}
    >
      {reminders.length === 0 ? null : (
        <>
          <div className="reminder-bar no-print">
            <CopyButton rows={[heads, ...rows]} offices={reminders.length} />
            <FileLinks hrefOf={(format) => fileHref(view, format)} />
          </div>
          <ScrollRegion label={t('progress.reminders.kicker')}>
            <table className="data-table reminder-table">
              <TableHead columns={heads.map((head, index) => (index === 3 ? [head, 'n'] : [head]))} />
              <tbody>
                {reminders.map((reminder, index) => (
                  <ReminderRow
                    key={reminder.office.code}
                    reminder={reminder}
                    cells={rows[index] ?? []}
                    href={filingHref(view, reminder.office, reminder.state)}
                  />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </Block>
  );
}

function ReminderRow({ reminder, cells, href }: { reminder: Reminder; cells: string[]; href: string }) {
  const [name, state, deadline, days, note] = cells;
  return (
    <tr>
      <th scope="row">
        <Link to={href}>{name}</Link>
      </th>
      <td>{state}</td>
      <td>{deadline}</td>
      <td className={reminder.daysLeft < 0 ? 'n lost' : 'n'}>{days}</td>
      <td className="words">{note}</td>
    </tr>
  );
}
