import { formatScore } from '#app/domain/figure-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useField, useForm, useSummary } from './form-context.tsx';

/** What the figures give at this node, or what its parts add up to, beside what the office claims; one click claims it. */
export function ComputedScore({ code, isParent }: { code: string; isParent: boolean }) {
  const { page, store } = useForm();
  const { t, language } = useT();
  const { explained, sums } = useSummary().evaluation;
  const field = `scores.${code}.score`;
  const { text } = useField(field);
  const score = explained[code]?.score ?? sums[code];
  if (score === undefined) return null;
  const kind = explained[code]?.score === undefined && isParent ? 'sum' : 'computed';
  return (
    <span className="form-computed">
      {t(`form.score.${kind}`, { score: formatScore(score, language) })}
      {page.readOnly || Number(text) === Number(score) ? null : (
        <button
          type="submit"
          name="set"
          value={`${field}=${score}`}
          className="link-button"
          onClick={(event) => {
            event.preventDefault();
            store.write({ [field]: score });
          }}
        >
          {t('form.score.claim')}
        </button>
      )}
    </span>
  );
}
