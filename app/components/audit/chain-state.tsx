import { useT } from '#app/lib/i18n/use-t.ts';
import type { AuditView, ChainState } from '#app/usecases/view-audit.server.ts';
import { auditPath } from './address.ts';

/** Whether the whole trail is as it was written, in one sentence, and what that rests on. */
export function ChainStateBlock({ view, chain }: { view: AuditView; chain: ChainState }) {
  const { t } = useT();
  const { entries: count, hash, verifiedAt: at, brokenAt: seq } = chain;
  if (seq !== undefined)
    return (
      <div className="alert" role="alert">
        <p>
          <strong>{t('audit.chain.broken', { seq })}</strong>
        </p>
        <p>{t('audit.chain.brokenHelp', { count, at: at ?? '' })}</p>
      </div>
    );
  if (at === undefined)
    return (
      <p className="notice">
        {t('audit.chain.unverified', { count })}{' '}
        <a href={`${auditPath(view)}?verify=1`}>{t('audit.chain.verify')}</a>
      </p>
    );
  return (
    <div className="notice">
      <p>
        <strong>{t(count === 0 ? 'audit.chain.empty' : 'audit.chain.intact', { count })}</strong>{' '}
        {count === 0 ? null : (
          <span title={hash}>{t('audit.chain.detail', { at, hash: hash.slice(0, 12) })}</span>
        )}
      </p>
      <p>{t('audit.chain.keep')}</p>
    </div>
  );
}
