import { useT } from '#app/lib/i18n/use-t.ts';
import { LabelledField } from './labelled-field.tsx';
import { FormSection } from './section.tsx';

export function BasicsSection() {
  const { t } = useT();
  const perLine = t('form.hint.perLine');
  return (
    <FormSection id="basics">
      <LabelledField field="functions" kind="long" />
      <LabelledField field="inner_departments" kind="text" hint={perLine} />
      <LabelledField field="sub_units_stated" kind="figure" inputMode="numeric" />
      <LabelledField field="sub_units" kind="text" hint={perLine} />
      <LabelledField field="staffing" kind="figure" inputMode="numeric" />
      <LabelledField field="filed_on" kind="line" hint={t('form.hint.date')} />
      <LabelledField field="preparer_name" kind="line" hint={t('form.hint.personal')} />
      <LabelledField field="preparer_phone" kind="line" inputMode="tel" />
    </FormSection>
  );
}

export function GoalsSection() {
  return (
    <FormSection id="goals">
      <LabelledField field="goal" kind="long" />
      <LabelledField field="key_tasks" kind="long" />
    </FormSection>
  );
}
