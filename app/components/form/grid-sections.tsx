import { rowsOf } from '#app/domain/form/fields.ts';
import { followUpStates } from '#app/domain/submission.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { ChoiceInput } from './choice-input.tsx';
import { useForm, useLastRow } from './form-context.tsx';
import { LabelledField } from './labelled-field.tsx';
import { costRows, moneyGroups } from './money-grid.ts';
import { MoneyTable } from './money-table.tsx';
import { MonthsTable } from './months-table.tsx';
import { type RowColumn, RowsTable } from './rows-table.tsx';
import { ScoresTable } from './scores-table.tsx';
import { FormSection } from './section.tsx';
import { ThemesInput } from './themes-input.tsx';

const projectColumns: readonly RowColumn[] = [
  { part: 'name', kind: 'text' },
  { part: 'amount', kind: 'figure' },
  { part: 'score', kind: 'figure' },
  { part: 'grade', kind: 'line' },
  { part: 'outputs', kind: 'text' },
];

const outcomeColumns: readonly RowColumn[] = [
  { part: 'class', kind: 'line' },
  { part: 'name', kind: 'text' },
  { part: 'target', kind: 'text' },
  { part: 'completion', kind: 'text' },
];

export function ProjectsSection() {
  return (
    <FormSection id="projects">
      <RowsTable list="projects" columns={projectColumns} />
    </FormSection>
  );
}

export function OutcomesSection() {
  return (
    <FormSection id="outcomes">
      <RowsTable list="outcomes" columns={outcomeColumns} />
    </FormSection>
  );
}

export function MoneySection() {
  const { t } = useT();
  return (
    <FormSection id="money">
      <MoneyTable
        label={t('form.section.money')}
        groups={moneyGroups.map(({ name, rows }) => ({ name: t(`form.money.group.${name}`), rows }))}
      />
      <LabelledField field="change_reason" kind="long" />
    </FormSection>
  );
}

export function MonthsSection() {
  return (
    <FormSection id="months">
      <MonthsTable />
    </FormSection>
  );
}

export function CostsSection() {
  const { t } = useT();
  const name = t('form.section.costs');
  return (
    <FormSection id="costs">
      <MoneyTable label={name} groups={[{ name, rows: costRows }]} />
    </FormSection>
  );
}

export function ScoresSection() {
  return (
    <FormSection id="scores">
      <ScoresTable />
    </FormSection>
  );
}

export function ProblemsSection() {
  const { t } = useT();
  return (
    <FormSection id="problems">
      <RowsTable
        list="problems"
        columns={[
          { part: 'text', kind: 'text' },
          { part: 'themes', kind: 'text', control: (field) => <ThemesInput field={field} /> },
        ]}
      />
      <h3 className="form-subhead">{t('form.list.measures')}</h3>
      <RowsTable
        list="measures"
        columns={[
          { part: 'text', kind: 'text' },
          { part: 'problem', kind: 'text', control: (field) => <ProblemChoice field={field} /> },
        ]}
      />
    </FormSection>
  );
}

/** The problem that a measure is for, by its number. */
function ProblemChoice({ field }: { field: string }) {
  const { store } = useForm();
  const { t } = useT();
  useLastRow('problems'); // drawn again when there are more or fewer
  const rows = rowsOf(store.values, 'problems');
  return (
    <ChoiceInput
      field={field}
      options={rows.map((row) => ({ value: String(row), name: t('form.measure.problem', { row }) }))}
    />
  );
}

export function FollowUpsSection() {
  const { t } = useT();
  const states = followUpStates.map((state) => ({ value: state, name: t(`form.followUp.${state}`) }));
  return (
    <FormSection id="followups">
      <RowsTable
        list="followups"
        columns={[
          { part: 'problem', kind: 'text' },
          { part: 'state', kind: 'text', control: (field) => <ChoiceInput field={field} options={states} /> },
          { part: 'note', kind: 'text' },
        ]}
      />
    </FormSection>
  );
}
