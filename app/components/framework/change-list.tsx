import { formatScore } from '#app/domain/figure-text.ts';
import type { FrameworkChange } from '#app/domain/framework-changes.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** What changed in a framework, a line a change; nothing where nothing did. Needs the words of `framework`. */
export function FrameworkChangeList({ changes }: { changes: readonly FrameworkChange[] }) {
  const words = useT();
  if (changes.length === 0) return null;
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.node.code}`}>{changeText(change, words)}</li>
      ))}
    </ul>
  );
}

/** One change as a sentence. */
export function changeText(
  change: FrameworkChange,
  { t, language }: { t: Translate; language: Language },
): string {
  const points = (weight: string) => formatScore(weight, language);
  const name = localName(language, change.node);
  switch (change.kind) {
    case 'added':
    case 'removed':
      return t(`framework.change.${change.kind}`, { name, weight: points(change.node.weight) });
    case 'renamed':
      return t('framework.change.renamed', { name, before: localName(language, change.before) });
    case 'reweighted':
      return t('framework.change.reweighted', {
        name,
        before: points(change.before),
        after: points(change.node.weight),
      });
    case 'rule':
      return t('framework.change.rule', { name });
    case 'moved': {
      const top = t('framework.change.top');
      const placed = (node: typeof change.before) => (node ? localName(language, node) : top);
      return t('framework.change.moved', {
        name,
        before: placed(change.before),
        after: placed(change.after),
      });
    }
  }
}
