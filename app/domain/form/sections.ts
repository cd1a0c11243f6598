import { checkByName, findingKey } from '../findings.ts';
import { type Framework, leavesOf } from '../framework.ts';
import { type Finding, moneyItems, rateItems } from '../submission.ts';
import {
  type FormValues,
  fieldPlace,
  formFieldsOf,
  isBlank,
  months,
  type RowList,
  scoredNodes,
  scoreParts,
} from './fields.ts';
import type { RefusedEntry } from './to-content.ts';

/** The parts of the form, in the order in which it is filled in. */
export const sectionIds = [
  'basics',
  'goals',
  'projects',
  'outcomes',
  'money',
  'months',
  'costs',
  'scores',
  'problems',
  'followups',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** `problems`: something was not understood, or a check speaks of it and has no answer. */
export type SectionState = 'empty' | 'started' | 'problems' | 'complete';

export interface FormSection {
  id: SectionId;
  /** Its fields outside of lists. */
  fields(framework: Framework): string[];
  lists: readonly RowList[];
  /** What must be filled in before it counts as complete: of each group of fields or lists, one. */
  needed(framework: Framework): string[][];
}

const costItems = ['public_funds', 'three_public', 'sme'];
const isCost = (item: string) => costItems.some((prefix) => item.startsWith(prefix));
const amounts = (items: readonly string[]) => items.map((item) => `amounts.${item}`);
const rates = (items: readonly string[]) => items.map((item) => `rates.${item}`);
const each = (fields: string[]) => fields.map((field) => [field]);

export const formSections: readonly FormSection[] = [
  section(
    'basics',
    ['functions', 'inner_departments', 'sub_units_stated', 'sub_units', 'staffing', 'filed_on'].concat([
      'preparer_name',
      'preparer_phone',
    ]),
    each(['functions', 'staffing', 'preparer_name', 'preparer_phone']),
  ),
  section('goals', ['goal', 'key_tasks'], each(['goal', 'key_tasks'])),
  listSection('projects', ['projects'], [['projects']]),
  listSection('outcomes', ['outcomes'], [['outcomes']]),
  section(
    'money',
    [
      ...amounts(moneyItems.filter((item) => !isCost(item))),
      ...rates(rateItems.filter((item) => !isCost(item) && item !== 'spending_progress')),
      'change_reason',
    ],
    each(
      amounts([
        'budget_total',
        'revenue_total',
        'executed_total',
        'expenditure_basic',
        'expenditure_personnel',
        'expenditure_public',
        'expenditure_project',
      ]),
    ),
  ),
  section(
    'months',
    [...months.map((month) => `months.${month}`), 'rates.spending_progress'],
    [['months.12', 'rates.spending_progress']],
  ),
  section(
    'costs',
    [...amounts(moneyItems.filter(isCost)), ...rates(rateItems.filter(isCost))],
    each(
      amounts(['public_funds_budget', 'public_funds_actual', 'three_public_budget', 'three_public_actual']),
    ),
  ),
  {
    id: 'scores',
    fields: ({ nodes }) =>
      scoredNodes(nodes.map(({ code }) => code)).flatMap((node) =>
        scoreParts.map((part) => `scores.${node}.${part}`),
      ),
    lists: [],
    needed: (framework) =>
      each(scoredNodes(leavesOf(framework).map(({ code }) => code)).map((node) => `scores.${node}.score`)),
  },
  listSection('problems', ['problems', 'measures'], [['problems']]),
  listSection('followups', ['followups'], [['followups']]),
];

const sectionOfList = new Map(formSections.flatMap(({ id, lists }) => lists.map((list) => [list, id])));
const sectionOfField = new Map(
  formSections
    .filter(({ id }) => id !== 'scores')
    .flatMap(({ id, fields }) => fields(noFramework()).map((field) => [field, id])),
);

/** The section that a field stands in; an answer stands where its finding does, so it has none of its own. */
export function sectionOf(field: string): SectionId | undefined {
  const place = fieldPlace(field);
  if (place?.kind === 'score') return 'scores';
  return place?.kind === 'row' ? sectionOfList.get(place.list) : sectionOfField.get(field);
}

/** How far each section is; cheap enough for every keystroke. */
export function sectionStates(
  values: FormValues,
  framework: Framework,
  findings: readonly Finding[],
  refused: readonly RefusedEntry[],
): Record<SectionId, SectionState> {
  const filled = Object.entries(values).flatMap(([field, text]) => (isBlank(text) ? [] : [field]));
  const filledSections = new Set(filled.map(sectionOf));
  const present = new Set(filled.flatMap((field) => [field, field.split('.')[0]]));
  const incomplete = sectionsOf(refused.filter(({ refusal }) => refusal === 'incomplete_row'));
  const wrong = sectionsOf([
    ...refused.filter(({ refusal }) => refusal !== 'incomplete_row'),
    ...openFields(values, framework, findings).map((field) => ({ field })),
  ]);
  const stateOf = ({ id, needed }: FormSection): SectionState => {
    if (wrong.has(id)) return 'problems';
    if (!filledSections.has(id)) return 'empty';
    const isComplete = needed(framework).every((group) => group.some((field) => present.has(field)));
    return isComplete && !incomplete.has(id) ? 'complete' : 'started';
  };
  return Object.fromEntries(formSections.map((one) => [one.id, stateOf(one)])) as Record<
    SectionId,
    SectionState
  >;
}

/** Fields with a finding that wants mending or, for a warning, an answer. */
function openFields(values: FormValues, framework: Framework, findings: readonly Finding[]): string[] {
  const open = findings.filter(
    (finding) =>
      finding.severity === 'error' ||
      (finding.severity === 'warning' && isBlank(values[`answers.${findingKey(finding)}`])),
  );
  return open.flatMap(({ check, fields }) => formFieldsOf(fields, checkByName(check)?.figures, framework));
}

function sectionsOf(entries: readonly { field: string }[]): Set<SectionId | undefined> {
  return new Set(entries.map(({ field }) => sectionOf(field)));
}

function section(id: SectionId, fields: string[], needed: string[][]): FormSection {
  return { id, fields: () => fields, lists: [], needed: () => needed };
}

function listSection(id: SectionId, lists: RowList[], needed: string[][]): FormSection {
  return { id, fields: () => [], lists, needed: () => needed };
}

function noFramework(): Framework {
  return { name: '', nameEn: '', year: 0, version: 0, totalWeight: '0', nodes: [] };
}
