import { findingKey } from './findings/finding-key.ts';
import type { ReadForm } from './form/to-content.ts';
import type { Finding } from './submission.ts';

/** What keeps a report from being sent, at the field where it can be mended. */
export interface Obstacle {
  kind: 'refused_entry' | 'score_missing' | 'blocking_finding' | 'unanswered_finding';
  /** Of the form; for findings, as the finding names its first field. */
  field: string;
  /** The entry as typed, or the name of the check. */
  detail: string;
}

/** What becomes of a finding when a report is sent. */
export type Effect = 'blocks' | 'warns' | 'informs';

/**
 * Everything that keeps a report from being sent: entries that could not be read, words at an indicator without a score,
 * findings that block, and warnings without an answer.
 */
export function obstaclesOf(
  { refused, answers }: Pick<ReadForm, 'refused' | 'answers'>,
  findings: readonly Finding[],
  effectOf: (finding: Finding) => Effect,
): Obstacle[] {
  const entries = refused.map(({ field, text, refusal }): Obstacle => {
    const isScoreMissing = refusal === 'incomplete_row' && field.startsWith('scores.');
    return isScoreMissing
      ? { kind: 'score_missing', field: field.replace(/\.\w+$/, '.score'), detail: text }
      : { kind: 'refused_entry', field, detail: text };
  });
  const open = findings.flatMap((finding): Obstacle[] => {
    const at = { field: finding.fields[0] ?? '', detail: finding.check };
    const effect = effectOf(finding);
    if (effect === 'blocks') return [{ kind: 'blocking_finding', ...at }];
    const isAnswered = answers[findingKey(finding)] !== undefined;
    return effect === 'warns' && !isAnswered ? [{ kind: 'unanswered_finding', ...at }] : [];
  });
  return [...entries, ...open].filter(
    (obstacle, index, all) =>
      all.findIndex(
        ({ kind, field, detail }) =>
          kind === obstacle.kind &&
          field === obstacle.field &&
          (kind === 'score_missing' || detail === obstacle.detail),
      ) === index,
  );
}
