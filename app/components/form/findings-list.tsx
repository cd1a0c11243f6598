import { useT } from '#app/lib/i18n/use-t.ts';
import { fieldName } from './field-name.ts';
import { FindingText } from './finding-note.tsx';
import { useForm, useSummary } from './form-context.tsx';
import { fieldId } from './ids.ts';
import { StillMissing } from './still-missing.tsx';

/** All that the checks say, in one place, each leading to its field. */
export function FindingsList() {
  const { page } = useForm();
  const { t, language } = useT();
  const { evaluation, conflicts } = useSummary();
  const words = { t, language, framework: page.framework };
  const refused = Object.keys(evaluation.refused);
  const link = (field: string) => <a href={`#${fieldId(field)}`}>{fieldName(field, words)}</a>;
  return (
    <section className="form-section" aria-labelledby="s-findings">
      <header className="form-section-head">
        <h2 id="s-findings" tabIndex={-1}>
          {t('form.finding.title')}
        </h2>
      </header>
      <p className="note">{t('form.finding.note')}</p>
      {refused.length + conflicts.length + evaluation.all.length === 0 ? (
        <p>{t('form.finding.none')}</p>
      ) : null}
      <StillMissing />
      <ul className="form-findings">
        {conflicts.map((field) => (
          <li key={`conflict ${field}`}>
            {link(field)} {t('form.conflict.open')}
          </li>
        ))}
        {refused.map((field) => (
          <li key={`refused ${field}`}>
            {link(field)} {t('form.finding.refused')}
          </li>
        ))}
        {evaluation.all.map((placed) => (
          <li key={placed.key}>
            {placed.fields[0] ? link(placed.fields[0]) : null}
            <FindingText placed={placed} />
          </li>
        ))}
      </ul>
    </section>
  );
}
