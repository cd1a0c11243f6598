import type { Finding } from '../submission.ts';

/** What tells a finding from every other of one submission, whatever its figures: its check and the fields it speaks of. */
export function findingKey({ check, fields }: Pick<Finding, 'check' | 'fields'>): string {
  return `${check}|${fields.join(',')}`;
}
