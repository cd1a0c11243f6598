import { FieldHistoryLink } from '#app/components/audit/field-history.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import { ConflictNote } from './conflict-note.tsx';
import { fieldName } from './field-name.ts';
import { FindingNote } from './finding-note.tsx';
import { useField, useForm } from './form-context.tsx';
import { notesId } from './ids.ts';

interface FieldNotesProps {
  field: string;
  /** Fields whose notes stand in the same place. */
  beside?: readonly string[];
}

/** Everything there is to say about one field, the most urgent first; the field is described by it. */
export function FieldNotes({ field, beside }: FieldNotesProps) {
  const { page } = useForm();
  const { text, refusal, rejected, conflict, isNews, findings } = useField(field);
  const { t, language } = useT();
  const comments = page.comments.filter(({ formField }) => formField === field);
  if (!refusal && !rejected && !conflict && !isNews && findings.length + comments.length === 0) return null;
  const isSaidHere = findings.some(({ fields: [first] }) => first === field);
  const hasHistoryLink = refusal || rejected || conflict || isNews || comments.length > 0 || isSaidHere;
  return (
    <div id={notesId(field)} className="form-notes">
      {rejected ? <p className="field-error">{t(`form.rejected.${rejected.refusal}`)}</p> : null}
      {refusal === 'incomplete_row' ? <p className="note">{t('form.refusal.incomplete_row')}</p> : null}
      {refusal && refusal !== 'incomplete_row' ? (
        <p className="field-error">
          {t('form.refused', { text: shortened(text), why: t(`form.refusal.${refusal}`) })}
        </p>
      ) : null}
      {conflict ? <ConflictNote field={field} mine={text} conflict={conflict} /> : null}
      {comments.map((comment) => (
        <p key={comment.id} className="form-comment">
          <strong>{t('form.comment')}</strong>
          {comment.text}
        </p>
      ))}
      {findings.map((finding) => (
        <FindingNote key={finding.key} placed={finding} field={field} beside={beside} />
      ))}
      {isNews && !conflict ? <p className="note">{t('form.news')}</p> : null}
      {/* where findings are only pointed to, the history is at the field that tells them */}
      {hasHistoryLink ? (
        <FieldHistoryLink
          officeCode={page.office.code}
          year={page.year}
          field={field}
          name={fieldName(field, { t, language, framework: page.framework })}
        />
      ) : null}
    </div>
  );
}

/** Whether there is anything to say about one of these fields. */
export function useHasNotes(fields: readonly string[]): boolean {
  const { page } = useForm();
  const views = fields.map(useField);
  return (
    views.some(
      ({ refusal, rejected, conflict, isNews, findings }) =>
        refusal || rejected || conflict || isNews || findings.length > 0,
    ) || page.comments.some(({ formField }) => formField && fields.includes(formField))
  );
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
