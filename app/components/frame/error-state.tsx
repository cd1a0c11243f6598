import { Link } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { errorKind } from './error-kind.ts';

/** What happened, what was kept and what to do, for a whole page. Never a stack. */
export function ErrorState({ status }: { status: number }) {
  const { t } = useT();
  const kind = errorKind(status);
  return (
    <section className="state" role="alert">
      <p className="state-code">{status}</p>
      <h1>{t(`errors.${kind}.title`)}</h1>
      <p>{t(`errors.${kind}.body`)}</p>
      <p>
        <Link to="/" reloadDocument>
          {t('errors.back')}
        </Link>
      </p>
    </section>
  );
}
