import { Field, type FieldAria } from '#app/components/settings/field.tsx';
import type { RuleField } from '#app/domain/rule-texts.ts';
import { moneyItems, rateItems } from '#app/domain/submission.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { ruleFieldName } from './form-fields.ts';

interface RuleFieldControlProps {
  field: RuleField;
  text?: string;
  isRefused: boolean;
  onChange?: (text: string) => void;
}

/** One field of a rule: a choice, a figure or words. */
export function RuleFieldControl({ field, text, isRefused, onChange }: RuleFieldControlProps) {
  const { t } = useT();
  const id = `rule-${field}`;
  const named = { name: ruleFieldName(field), className: 'input', defaultValue: text };
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
    return <input {...aria} {...named} inputMode="decimal" autoComplete="off" />;
  };
  return (
    <Field
      id={id}
      label={t(`framework.ruleField.${field}`)}
      hint={field === 'steps' ? t('framework.editor.stepsHint') : undefined}
      error={isRefused ? t('framework.editor.ruleError') : undefined}
    >
      {control}
    </Field>
  );
}

function choicesOf(field: RuleField, t: Translate): [value: string, label: string][] | undefined {
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
