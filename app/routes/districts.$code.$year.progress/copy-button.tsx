import { useEffect, useState } from 'react';
import { htmlTable, tabbedText } from '#app/lib/clipboard-table.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/**
 * Puts a table on the clipboard by the `copy` event, which an intranet without HTTPS has too. Not there before the scripts
 * are: until then the table itself is selected and copied.
 */
export function CopyButton({ rows, offices }: { rows: string[][]; offices: number }) {
  const { t } = useT();
  const [isReady, setReady] = useState(false);
  const [isCopied, setCopied] = useState<boolean>();
  useEffect(() => setReady(true), []);
  if (!isReady) return <span />;
  return (
    <span className="reminder-copy">
      <button type="button" className="button" onClick={() => setCopied(copy(rows))}>
        {t('progress.reminders.copy')}
      </button>
      <span role="status">
        {isCopied === undefined
          ? null
          : isCopied
            ? t('progress.reminders.copied', { count: offices })
            : t('progress.reminders.copyFailed')}
      </span>
    </span>
  );
}

function copy(rows: string[][]): boolean {
  let isTaken = false;
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', tabbedText(rows));
    event.clipboardData?.setData('text/html', htmlTable(rows));
    isTaken = true;
  };
  document.addEventListener('copy', fill, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return isTaken;
}
