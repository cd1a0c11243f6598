import { Fragment } from 'react';
import { stillMissing } from '#app/domain/findings/filled-in.ts';
import { formFieldsOf } from '#app/domain/form/fields.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { fieldName } from './field-name.ts';
import { useForm, useSummary } from './form-context.tsx';
import { fieldId } from './ids.ts';

/** What the report cannot be sent without, or without saying why; no finding yet, because it is still being filled in. */
export function StillMissing() {
  const { page } = useForm();
  const { t, language } = useT();
  const { evaluation } = useSummary();
  const { framework } = page;
  const fields = formFieldsOf(stillMissing(evaluation.content, framework), 'money', framework);
  if (page.readOnly || fields.length === 0) return null;
  return (
    <p className="form-missing">
      {t('form.finding.missing', { count: fields.length })}
      {fields.map((field, index) => (
        <Fragment key={field}>
          {index > 0 ? t('office.scores.itemSeparator') : null}
          <a href={`#${fieldId(field)}`}>{fieldName(field, { t, language, framework })}</a>
        </Fragment>
      ))}
    </p>
  );
}
