import { Link } from '@remix-run/react';
import { FrameworkChangeList } from '#app/components/framework/change-list.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import { timeText } from '#app/lib/time-text.ts';
import { fieldName } from './field-name.ts';
import { useForm } from './form-context.tsx';
import { fieldId } from './ids.ts';
import { PeerNote } from './peer-range.tsx';

/** What one must know before filling in: where the report stands, why it came back, what changed in the form. */
export function FormHead() {
  const { page } = useForm();
  const { t } = useT();
  const { state, role, submitAddress } = page;
  return (
    <>
      <h1>{page.title}</h1>
      <p className="status-line">
        <span className="badge" data-tone={state === 'approved' ? 'excellent' : 'warning'}>
          {t(`form.filing.${state}`)}
        </span>
        {page.barrier === 'round_not_open' ? <span>{t('form.opensOn', { date: page.opensOn })}</span> : null}
        <span>{t('form.deadline', { date: page.deadline })}</span>
        {page.exceptionReason ? <span>{t('form.exception', { reason: page.exceptionReason })}</span> : null}
        {page.isLate && !page.readOnly ? <strong>{t('form.late')}</strong> : null}
        {state === 'none' ? null : (
          <Link to={submitAddress} className="no-print">
            {t(`form.onward.${page.readOnly ? 'readOnly' : role}`)}
          </Link>
        )}
        <Link to={`/offices/${page.office.code}/${page.year}/workbook`} className="no-print">
          {t('form.workbook')}
        </Link>
      </p>
      {page.readOnly ? <ReadOnlyNotice /> : null}
      {page.returnReason ? (
        <div className="notice">
          <strong>{t('form.returned')}</strong>
          <p className="long-text">{page.returnReason}</p>
        </div>
      ) : null}
      <Comments />
      <Changes />
      <PeerNote />
      {page.told ? (
        <p className="notice" role="status">
          {page.told}
        </p>
      ) : null}
    </>
  );
}

function ReadOnlyNotice() {
  const { page } = useForm();
  const { t, language } = useT();
  const at = page.finishedAt && timeText(page.finishedAt, language);
  return (
    <p className="notice">
      {page.barrier
        ? t(`form.closed.${page.barrier}`)
        : t(`form.readOnly.${page.state}`, { by: page.finishedBy ?? '', at })}
    </p>
  );
}

/** Comments lead to their fields; those about the whole stand here. */
function Comments() {
  const { page } = useForm();
  const { t, language } = useT();
  if (page.comments.length === 0) return null;
  const words = { t, language, framework: page.framework };
  return (
    <div className="notice">
      <strong>{t('form.comments', { count: page.comments.length })}</strong>
      <ul className="form-findings">
        {page.comments.map(({ id, text, formField }) => (
          <li key={id}>
            {formField ? <a href={`#${fieldId(formField)}`}>{fieldName(formField, words)}</a> : null} {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Changes() {
  const { page } = useForm();
  const { t } = useT();
  if (page.frameworkChanges.length === 0) return null;
  return (
    <details className="form-changes" open>
      <summary>{t('form.changes', { count: page.frameworkChanges.length, year: page.year - 1 })}</summary>
      <FrameworkChangeList changes={page.frameworkChanges} />
    </details>
  );
}
