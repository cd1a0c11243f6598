import { useState } from 'react';
import { Field } from '#app/components/settings/field.tsx';
import {
  fewestOptions,
  fieldsOfKind,
  mostOptions,
  type OptionTexts,
  optionTexts,
  type RuleTexts,
} from '#app/domain/rule-texts.ts';
import { type Rule, ruleKinds } from '#app/domain/rules/rule.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RefusedEdit } from './answer.ts';
import { ruleFieldName } from './form-fields.ts';
import { RuleFieldControl } from './rule-field-control.tsx';

interface RuleFormProps {
  texts: RuleTexts;
  refused: RefusedEdit['fields'];
}

/** Without scripts all fields of all kinds would confuse: another kind is chosen and saved first, then its fields are there. */
export function RuleForm({ texts, refused }: RuleFormProps) {
  const [kind, setKind] = useState(texts.kind ?? '');
  const known = ruleKinds.find((each) => each === kind);
  return (
    <>
      <KindField
        kinds={ruleKinds}
        kind={kind}
        onChange={setKind}
        at=""
        isRefused={refused.includes('kind')}
      />
      {known === 'one_of' ? <Options texts={texts} refused={refused} /> : null}
      {known ? <PointFields kind={known} texts={texts} at="" refused={refused} /> : null}
      {known
        ? (['source', 'sourceEn', 'unverified'] as const).map((field) => (
            <RuleFieldControl
              key={field}
              field={field}
              text={texts[field]}
              isRefused={refused.includes(field)}
            />
          ))
        : null}
    </>
  );
}

/** The ways that are there, and room for one more; one that is emptied goes when it is saved. */
function Options({ texts, refused }: RuleFormProps) {
  const { t } = useT();
  const typed = Array.from({ length: mostOptions }, (_, index) => index + 1).filter(
    (number) => Object.keys(optionTexts(texts, number)).length > 0,
  );
  const shown = Math.min(mostOptions, Math.max(fewestOptions, (typed.at(-1) ?? 0) + 1));
  return (
    <>
      <p className="note">{t('framework.editor.optionsHint', { most: mostOptions })}</p>
      {Array.from({ length: shown }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the ways are numbered
        <Option key={index} number={index + 1} texts={optionTexts(texts, index + 1)} refused={refused} />
      ))}
    </>
  );
}

/** A rule of its own stands for itself; judged ones and another “one of several” cannot be a way. */
const optionKinds = ruleKinds.filter((kind) => kind !== 'one_of' && kind !== 'grade' && kind !== 'manual');

function Option({
  number,
  texts,
  refused,
}: {
  number: number;
  texts: OptionTexts;
  refused: RefusedEdit['fields'];
}) {
  const { t } = useT();
  const [kind, setKind] = useState(texts.kind ?? '');
  const known = optionKinds.find((each) => each === kind);
  const at = `option${number}.` as const;
  return (
    <fieldset className="rule-option">
      <legend>{t('framework.editor.option', { number })}</legend>
      {(['name', 'nameEn'] as const).map((field) => (
        <RuleFieldControl
          key={field}
          field={field}
          at={at}
          text={texts[field]}
          isRefused={refused.includes(`${at}${field}`)}
        />
      ))}
      <KindField
        kinds={optionKinds}
        kind={kind}
        onChange={setKind}
        at={at}
        isRefused={refused.includes(`${at}kind`)}
      />
      {known ? <PointFields kind={known} texts={texts} at={at} refused={refused} /> : null}
    </fieldset>
  );
}

interface KindFieldProps {
  kinds: readonly Rule['kind'][];
  kind: string;
  onChange: (kind: string) => void;
  at: '' | `option${number}.`;
  isRefused: boolean;
}

function KindField({ kinds, kind, onChange, at, isRefused }: KindFieldProps) {
  const { t } = useT();
  return (
    <Field
      id={`rule-${at}kind`.replace('.', '-')}
      label={t('framework.ruleField.kind')}
      error={isRefused ? t('framework.editor.ruleMissing') : undefined}
    >
      {(aria) => (
        <select
          {...aria}
          name={ruleFieldName(`${at}kind`)}
          className="input"
          value={kind}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t(at ? 'framework.editor.choose' : 'framework.editor.noRule')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`framework.ruleKind.${each}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface PointFieldsProps {
  kind: Rule['kind'];
  texts: OptionTexts | RuleTexts;
  at: '' | `option${number}.`;
  refused: RefusedEdit['fields'];
}

function PointFields({ kind, texts, at, refused }: PointFieldsProps) {
  const [figure, setFigure] = useState(texts.figure ?? '');
  const shown = fieldsOfKind[kind].filter(
    (field) => figure === 'ratio' || (field !== 'part' && field !== 'whole'),
  );
  return shown.map((field) => (
    <RuleFieldControl
      key={field}
      field={field}
      at={at}
      text={texts[field]}
      isRefused={refused.includes(`${at}${field}`)}
      onChange={field === 'figure' ? setFigure : undefined}
    />
  ));
}
