import { formatScore } from '#app/domain/figure-text.ts';
import { fieldPlace } from '#app/domain/form/fields.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { fieldName } from './field-name.ts';
import { useField, useForm } from './form-context.tsx';

/** What stood in this field last year, and one click to take it over (no report has last year's date); `bare` where the column's head says which year. */
export function LastYear({ field, bare }: { field: string; bare?: boolean }) {
  const { page, store } = useForm();
  const { t, language } = useT();
  const { text } = useField(field);
  const last = page.lastValues?.[field];
  if (last === undefined || (!bare && text === last)) return null;
  const shown = (whole: string) => (isFigure(field) ? formatScore(whole, language) : shortened(whole));
  const name = fieldName(field, { t, language, framework: page.framework });
  return (
    <span className="form-last">
      <span title={last.length > most ? last : undefined}>
        {bare ? shown(last) : t('form.last.text', { year: page.year - 1, text: shown(last) })}
      </span>
      {page.readOnly || text === last || field === 'filed_on' ? null : (
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

const most = 60; // characters

function shortened(text: string): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Amounts, rates, months and scores of a stored report are always numbers. */
function isFigure(field: string): boolean {
  const place = fieldPlace(field);
  if (place?.kind === 'score') return place.part === 'score';
  return place?.kind === 'amount' || place?.kind === 'rate' || place?.kind === 'month';
}
