import { useRef, useState } from 'react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { fieldName } from './field-name.ts';
import { useField, useForm } from './form-context.tsx';
import { fieldId, notesId } from './ids.ts';
import { useTextFromElsewhere } from './use-text-from-elsewhere.ts';

interface Option {
  value: string;
  name: string;
}

/** One of several; a text that is none of them stays to be seen, and is refused in words. */
export function ChoiceInput({ field, options }: { field: string; options: readonly Option[] }) {
  const { page } = useForm();
  const { t, language } = useT();
  const { text, refusal, conflict } = useField(field);
  const [initial] = useState(text);
  const select = useRef<HTMLSelectElement>(null);
  useTextFromElsewhere(select, text);
  const known = text === '' || options.some(({ value }) => value === text);
  const shown = known ? options : [...options, { value: text, name: text }];
  if (page.readOnly)
    return <span className="form-value">{shown.find(({ value }) => value === text)?.name ?? ''}</span>;
  return (
    <select
      ref={select}
      id={fieldId(field)}
      name={field}
      className="form-input"
      defaultValue={initial}
      aria-label={fieldName(field, { t, language, framework: page.framework })}
      aria-invalid={refusal || conflict ? true : undefined}
      aria-describedby={refusal || conflict ? notesId(field) : undefined}
    >
      <option value="">{t('form.choice.none')}</option>
      {shown.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
