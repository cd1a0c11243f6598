import type { Translate } from '#app/lib/i18n/instance.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** The mark of a provisional figure, in a place that figures without it keep free. */
export function Star({ provisional }: { provisional: boolean }) {
  const { t } = useT();
  return star(t, provisional);
}

/** The same as a plain function, for rows by the hundred. */
export function star(t: Translate, provisional: boolean) {
  if (!provisional) return <span className="star" />;
  return (
    <span className="star">
      <span aria-hidden="true">*</span>
      <span className="sr-only">{t('common.state.provisional')}</span>
    </span>
  );
}
