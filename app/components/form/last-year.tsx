import { useT } from '#app/lib/i18n/use-t.ts';
import { fieldName } from './field-name.ts';
import { useField, useForm } from './form-context.tsx';

/** What stood in this field last year, and one click to take it over. */
export function LastYear({ field }: { field: string }) {
  const { page, store } = useForm();
  const { t, language } = useT();
  const { text } = useField(field);
  const last = page.lastValues?.[field];
  if (last === undefined) return null;
  const name = fieldName(field, { t, language, framework: page.framework });
  return (
    <span className="form-last">
      <span className="form-last-text" title={last.length > 60 ? last : undefined}>
        {t('form.last.text', { text: last.length > 60 ? `${last.slice(0, 60)}…` : last })}
      </span>
      {page.readOnly || text === last ? null : (
        <button
          type="submit"
          name="take"
          value={field}
          className="link-button"
          onClick={(event) => {
            event.preventDefault();
            store.write({ [field]: last });
          }}
        >
          {t('form.last.take')}
          <span className="sr-only">{t('form.last.of', { name })}</span>
        </button>
      )}
    </span>
  );
}
