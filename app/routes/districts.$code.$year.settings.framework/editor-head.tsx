import { Field } from '#app/components/settings/field.tsx';
import type { FrameworkDraft } from '#app/domain/framework-draft.ts';
import type { DraftProblem } from '#app/domain/framework-draft-problems.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { problemText } from './problem-text.ts';

/** The framework's own names, and whether its dimensions add up to the whole. */
export function EditorHead({ draft, problems }: { draft: FrameworkDraft; problems: DraftProblem[] }) {
  const { t } = useT();
  const errorOf = (field: DraftProblem['field']) => {
    const problem = problems.find((each) => each.field === field);
    return problem && problemText(problem, '', t);
  };
  const parts = errorOf('parts');
  return (
    <>
      <div className="field-row">
        {(['name', 'nameEn'] as const).map((field) => (
          <Field
            key={field}
            id={`framework-${field}`}
            label={t(
              field === 'name' ? 'framework.editor.frameworkName' : 'framework.editor.frameworkNameEn',
            )}
            error={errorOf(field)}
          >
            {(aria) => (
              <input
                {...aria}
                name={field}
                className="input"
                autoComplete="off"
                defaultValue={draft[field]}
              />
            )}
          </Field>
        ))}
      </div>
      {parts ? (
        <p id="node-total" className="field-error">
          {parts}
        </p>
      ) : null}
    </>
  );
}
