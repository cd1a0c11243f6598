import { useT } from '#app/lib/i18n/use-t.ts';

/** The line under a table or page: where the figures come from and as of when. */
export function SourceLine({ source, asOf }: { source: string; asOf?: string }) {
  const { t } = useT();
  return (
    <p className="source-line">
      {t('common.foot.source', { source })}
      {asOf ? <span>{t('common.foot.asOf', { date: asOf })}</span> : null}
    </p>
  );
}
