import type { Finding } from '../submission.ts';

/** Names a finding of one submission whatever its figures: its check and the first field, so that an answer stays with it. */
export function findingKey({ check, fields }: Pick<Finding, 'check' | 'fields'>): string {
  return `${check}|${fields[0] ?? ''}`;
}
