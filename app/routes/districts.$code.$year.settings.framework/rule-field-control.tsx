import { Field, type FieldAria } from '#app/components/settings/field.tsx';
import { type OptionField, type RuleField, usualTiers } from '#app/domain/rule-texts.ts';
import { moneyItems, rateItems } from '#app/domain/submission.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { ruleFieldName } from './form-fields.ts';

interface RuleFieldControlProps {
  field: RuleField | OptionField;
  /** Of one of several ways. */
  at?: '' | `option${number}.`;
  text?: string;
  isRefused: boolean;
  onChange?: (text: string) => void;
}

/** One field of a rule: a choice, a figure or words. */
export function RuleFieldControl({ field, at = '', text, isRefused, onChange }: RuleFieldControlProps) {
  const { t } = useT();
  const id = `rule-${at}${field}`.replace('.', '-');
  const usual = field === 'metFrom' || field === 'partlyFrom' ? usualTiers[field] : undefined;
  const named = { name: ruleFieldName(`${at}${field}`), className: 'input', defaultValue: text ?? usual };
  if (field === 'unverified')
    return (
      <label className="choice">
        <input type="checkbox" name={named.name} value="yes" defaultChecked={text !== undefined} />
        {t('framework.ruleField.unverified')}
      </label>
    );
  const choices = choicesOf(field, t);
  const control = (aria: FieldAria) => {
    if (choices)
      return (
        <select {...aria} {...named} onChange={({ target }) => onChange?.(target.value)}>
          <option value="">{t('framework.editor.choose')}</option>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      );
    if (field === 'steps' || field === 'source' || field === 'sourceEn')
      return <textarea {...aria} {...named} rows={field === 'steps' ? 4 : 2} />;
    const isName = field === 'name' || field === 'nameEn';
    return <input {...aria} {...named} inputMode={isName ? undefined : 'decimal'} autoComplete="off" />;
  };
  return (
    <Field
      id={id}
      label={t(`framework.ruleField.${field}`)}
      hint={hintOf(field, t)}
      error={isRefused ? refusalText(text, t) : undefined}
    >
      {control}
    </Field>
  );
}

function hintOf(field: RuleField | OptionField, t: Translate): string | undefined {
  if (field === 'steps') return t('framework.editor.stepsHint');
  return field === 'metFrom' ? t('framework.editor.tiersHint') : undefined;
}

/** What is wrong, with what was typed, which still stands in the field. */
function refusalText(text: string | undefined, t: Translate): string {
  return text?.trim() ? t('framework.editor.ruleError', { text }) : t('framework.editor.ruleMissing');
}

function choicesOf(
  field: RuleField | OptionField,
  t: Translate,
): [value: string, label: string][] | undefined {
  switch (field) {
    case 'figure':
      return [
        ...rateItems.map((item): [string, string] => [item, t(`domain.rate.${item}`)]),
        ['ratio', t('framework.editor.ratioChoice')],
      ];
    case 'part':
    case 'whole':
    case 'actual':
    case 'limitItem':
      return moneyItems.map((item) => [item, t(`domain.money.${item}`)]);
    case 'beyond':
      return [
        ['above', t('framework.editor.beyondAbove')],
        ['below', t('framework.editor.beyondBelow')],
      ];
    default:
      return undefined;
  }
}
