import { Form } from '@remix-run/react';
import { Field } from '#app/components/settings/field.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { DirectoryField } from '#app/usecases/directory-refusal.ts';
import { type DirectoryIntent, errorAt, type RefusedForm } from './answer.ts';

/** One control: a line of text, or a choice of `options`. */
export interface Control {
  field: DirectoryField;
  hint?: string;
  start?: string;
  options?: readonly { value: string; label: string }[];
  inputMode?: 'numeric';
}

interface DirectoryFormProps {
  intent: DirectoryIntent;
  title: string;
  hint?: string;
  save: string;
  controls: readonly Control[];
  /** What the form is about: an office's code, an account's id, how it stood. */
  about?: Record<string, string>;
  answer?: RefusedForm;
}

/** One thing that can be done, with its fields; what was typed stays where it was refused. */
export function DirectoryForm({
  intent,
  title,
  hint,
  save,
  controls,
  about = {},
  answer,
}: DirectoryFormProps) {
  const { t } = useT();
  const typed = answer?.intent === intent ? answer.typed : undefined;
  return (
    <Form method="post" noValidate className="settings-form" preventScrollReset>
      <h3>{title}</h3>
      {hint ? <p className="note">{hint}</p> : null}
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {controls.map(({ field, hint: help, start, options, inputMode }) => (
        <Field
          key={field}
          id={`${intent}-${field}`}
          label={t(`accounts.field.${field}`)}
          hint={help}
          error={errorAt(answer, { intent, field, t })}
        >
          {(aria) =>
            options ? (
              <select {...aria} name={field} className="input" defaultValue={typed?.[field] ?? start}>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...aria}
                name={field}
                className="input"
                autoComplete="off"
                inputMode={inputMode}
                defaultValue={typed?.[field] ?? start}
              />
            )
          }
        </Field>
      ))}
      <button type="submit" className="button">
        {save}
      </button>
    </Form>
  );
}
