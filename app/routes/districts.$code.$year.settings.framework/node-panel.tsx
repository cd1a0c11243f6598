import { Field } from '#app/components/settings/field.tsx';
import type { FrameworkDraft } from '#app/domain/framework-draft.ts';
import { placesFor } from '#app/domain/framework-draft-edit.ts';
import { ruleTexts } from '#app/domain/rule-texts.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RefusedEdit } from './answer.ts';
import { placeField, ruleFieldName, ruleTextsOf, topPlace } from './form-fields.ts';
import { RuleForm } from './rule-form.tsx';

interface NodePanelProps {
  code: string;
  draft: FrameworkDraft;
  answer?: RefusedEdit;
}

/** Parent and rule of one node, part of the one form. */
export function NodePanel({ code, draft, answer }: NodePanelProps) {
  const { t, language } = useT();
  const node = draft.nodes.find((each) => each.code === code);
  if (!node) return null;
  const name = localName(language, node) || t('framework.editor.unnamed');
  const refused = answer && new Map(answer.texts);
  const places = placesFor(draft, code).map((place) => draft.nodes.find((each) => each.code === place));
  const hasParts = draft.nodes.some(({ parent }) => parent === code);
  return (
    <fieldset className="node-panel settings-form">
      <legend>{t('framework.editor.more', { name })}</legend>
      <Field id="place" label={t('framework.editor.place')}>
        {(aria) => (
          <select
            {...aria}
            name={placeField}
            className="input"
            defaultValue={refused?.get(placeField) ?? node.parent ?? topPlace}
          >
            {places.map((place) => (
              <option key={place?.code ?? ''} value={place?.code ?? topPlace}>
                {place ? localName(language, place) : t('framework.editor.placeTop')}
              </option>
            ))}
          </select>
        )}
      </Field>
      {hasParts ? (
        <p className="note">{t('framework.editor.ruleOfParts')}</p>
      ) : (
        <RuleForm
          texts={refused?.has(ruleFieldName('kind')) ? ruleTextsOf(refused) : ruleTexts(node.rule)}
          refused={answer?.fields ?? []}
        />
      )}
      <p className="editor-buttons">
        <button type="submit" name="intent" value={`node:${code}`} className="button">
          {t('framework.editor.saveNode')}
        </button>
        <button type="submit" name="intent" value={`close:${code}`} className="link-button">
          {t('framework.editor.closeNode')}
        </button>
      </p>
    </fieldset>
  );
}
