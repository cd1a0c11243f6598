import { findingFigures } from '#app/components/report-card/finding-list.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { PlacedFinding } from './evaluation.ts';
import { FieldInput } from './field-input.tsx';
import { fieldName } from './field-name.ts';
import { useField, useForm } from './form-context.tsx';
import { fieldId } from './ids.ts';
import { SetButton } from './set-button.tsx';

interface FindingNoteProps {
  placed: PlacedFinding;
  field: string;
  beside?: readonly string[];
}

/** What a check says, in full at the first of its fields; the others point there, aloud only where it is in sight. */
export function FindingNote({ placed, field, beside = [] }: FindingNoteProps) {
  const { page } = useForm();
  const { t, language } = useT();
  const words = { t, language, framework: page.framework };
  const { fields, finding, proposal } = placed;
  const [first = ''] = fields;
  if (field !== first) {
    return (
      <p className={beside.includes(first) ? 'sr-only' : 'form-pointer'}>
        {t('form.finding.see')}
        <a href={`#${fieldId(first)}`}>{fieldName(first, words)}</a>
      </p>
    );
  }
  return (
    <div className="form-finding" data-tone={finding.severity}>
      <FindingText placed={placed} />
      {proposal && !page.readOnly ? (
        <p>
          <SetButton field={proposal.field} text={proposal.text}>
            {t('form.finding.propose', { field: fieldName(proposal.field, words), value: proposal.text })}
          </SetButton>
        </p>
      ) : null}
      {placed.effect === 'warns' ? <Answer placed={placed} /> : null}
    </div>
  );
}

/** The rule that does not hold, and its figures. */
export function FindingText({ placed: { finding, check } }: { placed: PlacedFinding }) {
  const { t, language } = useT();
  const figures = findingFigures(
    { ...finding, proposal: undefined, figures: check?.figures, nodes: {} },
    { t, language, unit: 'wan' },
  );
  return (
    <p>
      <span className="badge" data-tone={finding.severity}>
        {t(`domain.severity.${finding.severity}`)}
      </span>{' '}
      {check?.sentence[language === 'en' ? 'en' : 'zh'] ?? finding.check}
      {figures ? <span className="form-figures">{figures}</span> : null}
    </p>
  );
}

/** Why the office sends it all the same. */
function Answer({ placed: { key } }: { placed: PlacedFinding }) {
  const { page } = useForm();
  const { t } = useT();
  const field = `answers.${key}`;
  const { text } = useField(field);
  if (page.readOnly)
    return text === '' ? null : <p className="form-answer">{t('form.answer.given', { text })}</p>;
  return (
    <div className="form-answer">
      <label htmlFor={fieldId(field)}>{t('form.answer.label')}</label>
      <FieldInput field={field} kind="text" />
    </div>
  );
}
