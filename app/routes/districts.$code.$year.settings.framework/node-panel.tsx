import { useState } from 'react';
import { Field } from '#app/components/settings/field.tsx';
import type { FrameworkDraft } from '#app/domain/framework-draft.ts';
import { placesFor } from '#app/domain/framework-draft-edit.ts';
import { fieldsOfKind, type RuleTexts, ruleTexts } from '#app/domain/rule-texts.ts';
import { type Rule, ruleKinds } from '#app/domain/rules/rule.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RefusedEdit } from './answer.ts';
import { placeField, ruleFieldName, ruleTextsOf, topPlace } from './form-fields.ts';
import { RuleFieldControl } from './rule-field-control.tsx';

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
          rule={node.rule}
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

interface RuleFormProps {
  rule: Rule | undefined;
  texts: RuleTexts;
  refused: RefusedEdit['fields'];
}

/** Without scripts all fields of all kinds would confuse: another kind is chosen and saved first, then its fields are there. */
function RuleForm({ rule, texts, refused }: RuleFormProps) {
  const { t } = useT();
  const [kind, setKind] = useState(texts.kind ?? '');
  const [figure, setFigure] = useState(texts.figure ?? '');
  const known = ruleKinds.find((each) => each === kind);
  const offered = ruleKinds.filter((each) => each !== 'one_of' || rule?.kind === 'one_of');
  const fields = known
    ? fieldsOfKind[known].filter((field) => figure === 'ratio' || (field !== 'part' && field !== 'whole'))
    : [];
  return (
    <>
      <Field id="rule-kind" label={t('framework.ruleField.kind')}>
        {(aria) => (
          <select
            {...aria}
            name={ruleFieldName('kind')}
            className="input"
            value={kind}
            onChange={({ target }) => setKind(target.value)}
          >
            <option value="">{t('framework.editor.noRule')}</option>
            {offered.map((each) => (
              <option key={each} value={each}>
                {t(`framework.ruleKind.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'one_of' ? <p className="note">{t('framework.editor.oneOfKept')}</p> : null}
      {[...fields, ...(known ? (['source', 'sourceEn', 'unverified'] as const) : [])].map((field) => (
        <RuleFieldControl
          key={field}
          field={field}
          text={texts[field]}
          isRefused={refused.includes(field)}
          onChange={field === 'figure' ? setFigure : undefined}
        />
      ))}
    </>
  );
}
