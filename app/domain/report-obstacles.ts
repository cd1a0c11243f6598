import { checkByName, effectOf, findingKey } from './findings.ts';
import { formFieldsOf } from './form/fields.ts';
import type { ReadForm } from './form/to-content.ts';
import type { Framework } from './framework.ts';
import type { Finding } from './submission.ts';

/** What keeps a report from being sent, at the field of the form where it can be mended. */
export interface Obstacle {
  kind: 'refused_entry' | 'score_missing' | 'blocking_finding' | 'unanswered_finding';
  /** Empty where a finding is about no field of the form. */
  field: string;
  /** The entry as typed, or the name of the check. */
  detail: string;
}

/**
 * Everything that keeps a report from being sent: entries that could not be read, words at an indicator without a score (one
 * an indicator), findings that block, and warnings without an answer.
 */
export function obstaclesOf(
  { refused, answers }: Pick<ReadForm, 'refused' | 'answers'>,
  findings: readonly Finding[],
  framework: Framework,
): Obstacle[] {
  const scoreless = refused.filter(isScoreMissing).map(({ field }) => field.replace(/\.\w+$/, '.score'));
  const told = new Set([...scoreless, ...refused.map(({ field }) => field)]);
  return [
    ...refused
      .filter((entry) => !isScoreMissing(entry))
      .map(({ field, text }): Obstacle => ({ kind: 'refused_entry', field, detail: text })),
    ...[...new Set(scoreless)].map((field): Obstacle => ({ kind: 'score_missing', field, detail: '' })),
    ...findings.flatMap((finding) => obstacleOf(finding, { answers, told }, framework) ?? []),
  ];
}

function obstacleOf(
  finding: Finding,
  { answers, told }: Pick<ReadForm, 'answers'> & { told: ReadonlySet<string> },
  framework: Framework,
): Obstacle | undefined {
  const effect = effectOf(finding, 'submitting');
  const isAnswered = answers[findingKey(finding)] !== undefined;
  if (effect === 'informs' || (effect === 'warns' && isAnswered)) return undefined;
  const fields = formFieldsOf(finding.fields, checkByName(finding.check)?.figures, framework);
  // what could not be read is missing as well, and told already
  if (effect === 'warns' && fields.length > 0 && fields.every((field) => told.has(field))) return undefined;
  const [field = ''] = fields;
  return {
    kind: effect === 'blocks' ? 'blocking_finding' : 'unanswered_finding',
    field,
    detail: finding.check,
  };
}

function isScoreMissing({ field, refusal }: ReadForm['refused'][number]): boolean {
  return refusal === 'incomplete_row' && field.startsWith('scores.');
}
