import { useT } from '#app/lib/i18n/use-t.ts';

/** The mark of a provisional figure, in a place that figures without it keep free. */
export function Star({ provisional }: { provisional: boolean }) {
  const { t } = useT();
  if (!provisional) return <span className="star" />;
  return (
    <span className="star">
      <span aria-hidden="true">*</span>
      <span className="sr-only">{t('common.state.provisional')}</span>
    </span>
  );
}
