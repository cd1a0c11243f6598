import type { FormValues } from '../form/fields.ts';
import type { FieldChange } from '../form/merge.ts';
import { toContent } from '../form/to-content.ts';
import type { Framework } from '../framework.ts';
import type { TableBarrier } from '../import-rule.ts';
import type { ScoreClaim, SubmissionContent } from '../submission.ts';
import type { CellPlace } from './keyed-rows.ts';
import type { DistrictProblem, ReadRow } from './read-district.ts';
import { checkChanges, type TemplateChange, templateChanges } from './template-changes.ts';

/** What is held of an office, as far as the district may see it. */
export interface HeldOffice {
  values: FormValues;
  barrier?: TableBarrier | undefined;
}

/** What a row would change at its office. */
export interface OfficeChanges {
  /** Code of the office. */
  office: string;
  at: CellPlace;
  changes: TemplateChange[];
  /** Among them what was changed after the template was filled in; taken only by choice. */
  conflicts: TemplateChange[];
  same: number;
}

export interface RowProblem extends Omit<DistrictProblem, 'code'> {
  code: DistrictProblem['code'] | TableBarrier;
}

/** Compares a row with what is held. `base`: what its template was filled with; absent for any other table. */
export function officeChanges(
  { at, name, entries, office = '' }: ReadRow,
  { values, barrier }: HeldOffice,
  { framework, base }: { framework: Framework; base?: FormValues | undefined },
): { found: OfficeChanges; problems: RowProblem[] } {
  const { changes, conflicts, same } = templateChanges(entries, values, base);
  const found = { office, at, changes, conflicts, same };
  const all = [...changes, ...conflicts];
  if (all.length === 0) return { found, problems: [] };
  if (barrier) return { found, problems: [{ at, code: barrier, text: name }] };
  const { problems, incomplete } = checkChanges(all, values, framework);
  const parts = incomplete.map(({ field, to, at: where }) => ({
    at: where,
    code: 'incomplete_row' as const,
    text: to,
    field,
  }));
  return { found, problems: [...problems, ...parts] };
}

/** The content with the changed fields as they are read, an empty text as nothing; all else stays to the letter. */
export function contentAfter(
  content: SubmissionContent,
  { values, changes }: { values: FormValues; changes: readonly Pick<FieldChange, 'field' | 'to'>[] },
  framework: Framework,
): SubmissionContent {
  const after = { ...values, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
  const read = toContent(after, framework).content;
  const nodes = new Set(changes.flatMap(({ field }) => /^scores\.(.+)\.\w+$/.exec(field)?.[1] ?? []));
  const has = (field: string) => changes.some((change) => change.field === field);
  return {
    ...content,
    ...(has('staffing') && { staffing: read.staffing }),
    ...(has('filed_on') && { filedOn: read.filedOn }),
    ...(has('change_reason') && { changeReason: read.changeReason }),
    amounts: figuresAfter(content.amounts, read.amounts, (item) => has(`amounts.${item}`)),
    rates: figuresAfter(content.rates, read.rates, (item) => has(`rates.${item}`)),
    monthlyExecution: changes.some(({ field }) => field.startsWith('months.'))
      ? read.monthlyExecution
      : content.monthlyExecution,
    scores: scoresAfter(content.scores, read.scores, nodes),
  };
}

/** A claim keeps what no form asks for, the weight as it was stated, and one that is not touched keeps everything. */
function scoresAfter(before: ScoreClaim[], read: ScoreClaim[], nodes: ReadonlySet<string>): ScoreClaim[] {
  const kept = before.flatMap((claim) => {
    if (!nodes.has(claim.node)) return [claim];
    const now = read.find(({ node }) => node === claim.node);
    const { statedMax } = claim;
    return now ? [{ ...(statedMax !== undefined && { statedMax }), ...now }] : [];
  });
  const known = new Set(before.map(({ node }) => node));
  return [...kept, ...read.filter(({ node }) => nodes.has(node) && !known.has(node))];
}

function figuresAfter<T extends object>(before: T, read: T, changed: (item: string) => boolean): T {
  const kept = Object.entries(before).filter(([item]) => !changed(item));
  const now = Object.entries(read).filter(([item]) => changed(item));
  return Object.fromEntries([...kept, ...now]) as T;
}
