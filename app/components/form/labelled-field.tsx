import { useT } from '#app/lib/i18n/use-t.ts';
import { FieldInput, type FieldKind } from './field-input.tsx';
import { fieldName } from './field-name.ts';
import { FieldNotes } from './field-notes.tsx';
import { useForm } from './form-context.tsx';
import { fieldId } from './ids.ts';
import { LastYear } from './last-year.tsx';

interface LabelledFieldProps {
  field: string;
  kind: FieldKind;
  /** How it is filled in, where the name alone does not say. */
  hint?: string;
  inputMode?: 'numeric' | 'tel';
}

/** A field under its name, with last year's text and whatever there is to say about it. */
export function LabelledField({ field, kind, hint, inputMode }: LabelledFieldProps) {
  const { page } = useForm();
  const { t, language } = useT();
  const name = fieldName(field, { t, language, framework: page.framework });
  return (
    <div className="form-row" data-kind={kind}>
      {page.readOnly ? <strong>{name}</strong> : <label htmlFor={fieldId(field)}>{name}</label>}
      <div>
        {hint && !page.readOnly ? <p className="form-hint no-print">{hint}</p> : null}
        <FieldInput field={field} kind={kind} inputMode={inputMode} />
        <LastYear field={field} />
        <FieldNotes field={field} />
      </div>
    </div>
  );
}
