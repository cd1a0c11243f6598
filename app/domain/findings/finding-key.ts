import type { Finding } from '../submission.ts';

/** Names a finding of one submission whatever its figures: its check and the first field, so that an answer stays with it. */
export function findingKey({ check, fields }: Pick<Finding, 'check' | 'fields'>): string {
  return `${check}|${speaksOfAll({ check }) ? '' : (fields[0] ?? '')}`;
}

/** Whether it finds one thing in many fields; its answer then stays while some of them are filled in. */
export function speaksOfAll({ check }: Pick<Finding, 'check'>): boolean {
  return check === 'scores filled in';
}
