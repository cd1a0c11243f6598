import { Form } from '@remix-run/react';
import { Field } from '#app/components/settings/field.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RoundOfficeView, RoundView } from '#app/usecases/view-round.server.ts';
import { errorAt, type RefusedForm, type RoundIntent, typedIn } from './answer.ts';

interface OfficeFormsProps {
  chosen: RoundOfficeView;
  round: NonNullable<RoundView['round']>;
  answer?: RefusedForm;
}

/** What may be changed for one office: its last day, and whether it takes part. */
export function OfficeForms({ chosen, round, answer }: OfficeFormsProps) {
  const { t, language } = useT();
  const of = { chosen, answer };
  return (
    <section className="office-forms">
      <h2 id="office">{t('settings.office.title', { office: localName(language, chosen.office) })}</h2>
      <div className="form-pair">
        {chosen.takesPart ? (
          <>
            <OfficeForm
              {...of}
              intent="extend"
              title={t('settings.office.extend')}
              hint={t('settings.office.extendHint', { deadline: round.deadline })}
              save={t('settings.office.extendSave')}
            />
            <OfficeForm
              {...of}
              intent="leave-out"
              title={t('settings.office.leaveOut')}
              hint={t('settings.office.leaveOutHint')}
              save={t('settings.office.leaveOutSave')}
            />
          </>
        ) : (
          <OfficeForm
            {...of}
            intent="take-in"
            title={t('settings.office.takeIn')}
            hint={t('settings.office.takeInHint', { reason: chosen.reason })}
            save={t('settings.office.takeInSave')}
          />
        )}
      </div>
    </section>
  );
}

interface OfficeFormProps extends Pick<OfficeFormsProps, 'chosen' | 'answer'> {
  intent: Extract<RoundIntent, 'extend' | 'leave-out' | 'take-in'>;
  title: string;
  hint: string;
  save: string;
}

function OfficeForm({ chosen, answer, intent, title, hint, save }: OfficeFormProps) {
  const { t } = useT();
  const typed = typedIn(answer, [intent]);
  const errorOf = (field: 'deadline' | 'reason' | 'office') =>
    errorAt(answer, { intents: [intent], field, t });
  const refused = errorOf('office');
  return (
    <Form method="post" noValidate className="settings-form" preventScrollReset>
      <h3>{title}</h3>
      <p className="note">{hint}</p>
      {refused ? (
        <p className="alert" role="alert">
          {refused}
        </p>
      ) : null}
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="office" value={chosen.office.code} />
      {intent === 'extend' ? (
        <Field id={`${intent}-deadline`} label={t('settings.field.deadline')} error={errorOf('deadline')}>
          {(aria) => (
            <input
              {...aria}
              name="deadline"
              type="date"
              className="input"
              defaultValue={typed?.deadline ?? chosen.deadline}
            />
          )}
        </Field>
      ) : null}
      <Field id={`${intent}-reason`} label={t('settings.field.reason')} error={errorOf('reason')}>
        {(aria) => (
          <textarea {...aria} name="reason" rows={2} className="input" defaultValue={typed?.reason} />
        )}
      </Field>
      <button type="submit" className="button">
        {save}
      </button>
    </Form>
  );
}
