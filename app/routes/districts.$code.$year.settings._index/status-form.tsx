import { Form } from '@remix-run/react';
import { Field } from '#app/components/settings/field.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import { errorAt, type RefusedForm, typedIn } from './answer.ts';

interface StatusFormProps {
  status: 'open' | 'closed';
  answer?: RefusedForm;
}

/** Ends filing, or lets it go on. */
export function StatusForm({ status, answer }: StatusFormProps) {
  const { t } = useT();
  const intent = status === 'open' ? 'close' : 'reopen';
  return (
    <section>
      <h2 id="status">{t(`settings.status.${intent}`)}</h2>
      <Form method="post" noValidate className="settings-form" preventScrollReset>
        <p className="note">{t(`settings.status.${intent}Hint`)}</p>
        <input type="hidden" name="intent" value={intent} />
        <Field
          id="status-reason"
          label={t('settings.field.reason')}
          error={errorAt(answer, { intents: [intent], field: 'reason', t })}
        >
          {(aria) => (
            <textarea
              {...aria}
              name="reason"
              rows={2}
              className="input"
              defaultValue={typedIn(answer, [intent])?.reason}
            />
          )}
        </Field>
        <button type="submit" className="button">
          {t(`settings.status.${intent}Save`)}
        </button>
      </Form>
    </section>
  );
}
