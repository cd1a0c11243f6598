import { useT } from '#app/lib/i18n/use-t.ts';
import { timeText } from '#app/lib/time-text.ts';
import { useForm, useSummary } from './form-context.tsx';

/** What of the form is safe, in words; said aloud when it changes. */
export function SaveLine() {
  const { page } = useForm();
  const { t, language } = useT();
  const { save, conflicts, restored, notice } = useSummary();
  const { kind, at, kept } = save;
  const time = at && timeText(at, language);
  const isAway = kind === 'unreachable' || kind === 'unavailable' || kind === 'signed_out';
  const isUnsafe = kept === false && (isAway || kind === 'unsaved' || kind === 'closed');
  return (
    <div className="form-save" data-kind={kind}>
      <p role="status" className="form-save-state">
        {t(`form.save.${kind === 'saved' && conflicts.length > 0 ? 'conflict' : kind}`, {
          time,
          count: conflicts.length,
        })}
      </p>
      {isUnsafe ? <p className="field-error">{t('form.save.notKept')}</p> : null}
      {isAway && kept ? <p>{t('form.save.kept')}</p> : null}
      {kind === 'signed_out' ? (
        <p>
          <a href={`/login?next=${encodeURIComponent(page.address)}`} target="_blank" rel="noreferrer">
            {t('form.save.signIn')}
          </a>
        </p>
      ) : null}
      {kind === 'closed' ? (
        <p>
          {save.message} <a href={page.address}>{t('form.save.reload')}</a>
        </p>
      ) : null}
      {restored.length > 0 ? <p>{t('form.save.restored', { count: restored.length })}</p> : null}
      <p role="status" className="form-notice">
        {notice}
      </p>
    </div>
  );
}
