import { type ReactNode, useRef, useState } from 'react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useField, useForm } from './form-context.tsx';
import { fieldId, notesId } from './ids.ts';
import { useTextFromElsewhere } from './use-text-from-elsewhere.ts';

/** `figure` and `line` have one line; `text` grows with what is written, `long` starts with some lines. */
export type FieldKind = 'figure' | 'line' | 'text' | 'long';

interface FieldInputProps {
  field: string;
  /** Where no visible label names it: its row and column. */
  label?: string;
  kind: FieldKind;
  inputMode?: 'decimal' | 'numeric' | 'tel';
  placeholder?: string;
}

/**
 * One field. What is typed stays in the document's own input: it works before scripts run and without them, and is only
 * overwritten when the text came from elsewhere.
 */
export function FieldInput({ field, label, kind, ...more }: FieldInputProps) {
  const { page } = useForm();
  const { text, refusal, rejected, conflict, isNews, findings } = useField(field);
  const [initial] = useState(text);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useTextFromElsewhere(input, text);
  if (page.readOnly) return <ReadOnlyText field={field} text={text} kind={kind} />;
  const isCommented = page.comments.some(({ formField }) => formField === field);
  const isWrong = (refusal && refusal !== 'incomplete_row') || rejected || conflict;
  const hasNotes = refusal || isWrong || isNews || findings.length > 0 || isCommented;
  const shared = {
    ref: input,
    id: fieldId(field),
    name: field,
    'aria-label': label,
    'aria-invalid': isWrong ? true : undefined,
    'aria-describedby': hasNotes ? notesId(field) : undefined,
    defaultValue: initial,
    ...more,
  };
  if (kind === 'figure' || kind === 'line')
    return <input {...shared} type="text" className={kind === 'figure' ? 'form-input n' : 'form-input'} />;
  return (
    <Growing text={text}>
      <textarea {...shared} rows={kind === 'long' ? 4 : 1} className="form-input" />
    </Growing>
  );
}

/** As tall as the text it holds, on paper too: a twin of the text lies behind. */
function Growing({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className="form-growing" data-text={text}>
      {children}
    </span>
  );
}

function ReadOnlyText({ field, text, kind }: { field: string; text: string; kind: FieldKind }) {
  const { t } = useT();
  const look = kind === 'figure' ? 'form-value n' : 'form-value';
  return (
    <span id={fieldId(field)} className={look}>
      {text === '' ? <span className="missing">{t('common.state.notReported')}</span> : text}
    </span>
  );
}
