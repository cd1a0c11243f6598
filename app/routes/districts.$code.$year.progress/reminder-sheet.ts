import type { Words } from '#app/components/charts/words.ts';
import type { Sheet, SheetCell } from '#app/files/sheet.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { footLine } from '#app/lib/sheet-text.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';
import { reminderCells, reminderColumns, remindersTitle, roundText } from './words.ts';

const widths = { office: 20, state: 20, deadline: 20, days: 16, note: 60 };

/** The reminders as the page shows them; days stay numbers, so that a workbook sorts by them. */
export function reminderSheet(view: ProgressView, words: Words): Sheet {
  const { t, language } = words;
  const source = t('progress.reminders.source', { total: view.offices.length });
  const headings = reminderColumns.map((column) => t(`progress.reminders.column.${column}`));
  return {
    name: t('progress.reminders.kicker'),
    title: `${t('progress.title', { district: localName(language, view.district), year: view.year })} · ${t('progress.reminders.kicker')}`,
    unitLine: '',
    head: [headings.map((text) => ({ text }))],
    columns: reminderColumns.map((column, index) => ({
      heading: headings[index] ?? '',
      width: widths[column],
      wrap: column === 'note',
    })),
    rows: view.reminders.map((reminder) => ({
      kind: 'body',
      cells: reminderCells(reminder, words).map(
        (text, index): SheetCell =>
          reminderColumns[index] === 'days' ? { value: String(reminder.daysLeft), text } : text,
      ),
    })),
    notes: [
      remindersTitle(view, words),
      t('progress.reminders.rule'),
      roundText(view, words),
      t('common.foot.source', { source }),
      t('common.foot.asOf', { date: view.today }),
    ],
    foot: footLine({ source, asOf: view.today, provisional: false }, t),
    frozen: 1,
  };
}
