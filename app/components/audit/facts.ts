import type { Words } from '#app/components/charts/words.ts';
import { changeText } from '#app/components/framework/change-list.tsx';
import type { AuditChange } from '#app/domain/audit-trail.ts';
import { readFrameworkChanges } from '#app/domain/framework-changes.ts';
import { submissionOrigins } from '#app/domain/submission.ts';
import type { AuditLine } from '#app/usecases/view-audit.server.ts';
import { versionText } from './words.ts';

/** Why, and everything else that the entry tells. Needs the words of `audit`, `domain` and `framework`. */
export function whyText(line: AuditLine, change: AuditChange | undefined, words: Words): string {
  const facts = line.facts.map((fact) => factText(fact, words));
  return [change?.reason, line.reason, line.unsent && words.t('audit.unsent'), ...facts]
    .filter(Boolean)
    .join('\n');
}

const known = [
  ...(['revision', 'receipt', 'file', 'origin', 'offices', 'cells', 'version', 'sha256', 'basis'] as const),
] as const;

function factText({ name, value }: AuditLine['facts'][number], words: Words): string {
  const { t } = words;
  if (name === 'changes') {
    const changes = readFrameworkChanges(value);
    if (changes) return changes.map((change) => changeText(change, words)).join('\n');
  }
  const kind = known.find((each) => each === name);
  return kind
    ? t(`audit.fact.${kind}`, { value: shown(kind, value, words) })
    : t('audit.fact.other', { name, value });
}

function shown(kind: (typeof known)[number], value: string, words: Words): string {
  if (kind === 'sha256') return value.slice(0, 12);
  if (kind === 'basis') return versionText(value, words);
  const origin = kind === 'origin' && submissionOrigins.find((each) => each === value);
  return origin ? words.t(`domain.origin.${origin}`) : value;
}
