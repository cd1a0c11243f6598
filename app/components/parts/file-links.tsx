import { useT } from '#app/lib/i18n/use-t.ts';

/** Takes the page's table along as it stands: `hrefOf` gives the address with the format's ending and the page's state. */
export function FileLinks({ hrefOf }: { hrefOf: (format: 'xlsx' | 'csv') => string }) {
  const { t } = useT();
  return (
    <nav className="switch no-print" aria-label={t('sheet.heading')}>
      <span className="switch-label" aria-hidden="true">
        {t('sheet.heading')}
      </span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={hrefOf(format)} download>
          {t(`sheet.${format}`)}
        </a>
      ))}
    </nav>
  );
}
