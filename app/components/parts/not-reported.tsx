import { useT } from '#app/lib/i18n/use-t.ts';

/** Missing is missing: it says so, with the office's reason where it gave one; at length that stands at the finding. */
export function NotReported({ reason }: { reason?: string }) {
  const { t } = useT();
  return (
    <span className="missing">
      {t('common.state.notReported')}
      {reason ? (
        <span className="missing-reason">{t('common.state.why', { reason: start(reason) })}</span>
      ) : null}
    </span>
  );
}

function start(reason: string): string {
  const letters = [...reason];
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : reason;
}
