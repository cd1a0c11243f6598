import type { ReactNode } from 'react';
import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import { speaksOfAll } from '#app/domain/findings/finding-key.ts';
import type { Maybe } from '#app/domain/money.ts';
import { moneyItems, rateItems } from '#app/domain/submission.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { FindingView } from '#app/usecases/report-card.server.ts';

interface Words {
  t: Translate;
  language: Language;
  unit: MoneyUnit;
}

interface FindingListProps<Finding> {
  findings: Finding[];
  unit: MoneyUnit;
  /** What a page adds under each. */
  after?: (finding: Finding) => ReactNode;
}

/** What the checks say, gravest first: the rule, the two figures, what would make it hold, and the words of the report. */
export function FindingList<Finding extends FindingView>({
  findings,
  unit,
  after,
}: FindingListProps<Finding>) {
  const words = { ...useT(), unit };
  if (findings.length === 0) return <p>{words.t('office.findings.none')}</p>;
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={`${finding.check} ${finding.fields.join()}`}>
          <p>
            <span className="badge" data-tone={finding.severity}>
              {words.t(`domain.severity.${finding.severity}`)}
            </span>{' '}
            <strong>{placeName(finding, words)}</strong>
            {words.t('office.findings.colon')}
            {finding.sentence?.[words.language === 'en' ? 'en' : 'zh'] ?? finding.check}
          </p>
          <p className="finding-figures">{findingFigures(finding, words)}</p>
          {finding.evidence ? <q>{finding.evidence}</q> : null}
          {after?.(finding)}
        </li>
      ))}
    </ul>
  );
}

/** The field in question is the first one. */
function placeName(finding: FindingView, words: Words): string {
  const { fields } = finding;
  if (!speaksOfAll(finding)) return fieldName(fields[0] ?? '', finding, words);
  return fields.map((field) => fieldName(field, finding, words)).join(words.t('office.scores.itemSeparator'));
}

/** The figures that do not agree, and what would make them. */
export function findingFigures(finding: FindingView, words: Words): string {
  const { t } = words;
  const { proposal } = finding;
  const [stated, computed] = [finding.stated, finding.computed].map((value) => shown(value, finding, words));
  const offered = shown(proposal?.value, finding, words);
  return [
    stated && t('office.findings.stated', { value: stated }),
    computed && t('office.findings.computed', { value: computed }),
    proposal &&
      offered &&
      t('office.findings.proposal', { field: fieldName(proposal.field, finding, words), value: offered }),
  ]
    .filter(Boolean)
    .join(t('office.findings.separator'));
}

/** A figure as its kind is shown everywhere; an amount whose unit is in doubt is shown in 元, as nothing is hidden there. */
function shown(value: Maybe, finding: FindingView, { language, t, ...words }: Words): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (finding.figures === 'score') return t('office.points', { score: formatScore(value, language) });
  if (finding.figures === 'rate') return formatPercent(value, language);
  if (finding.figures !== 'money') return value;
  const unit = finding.check === 'unit' ? 'yuan' : words.unit;
  return t('office.findings.money', {
    amount: formatAmount(value, unit, language),
    unit: t(`common.unit.${unit}`),
  });
}

function fieldName(field: string, { nodes }: FindingView, { t, language }: Words): string {
  const money = moneyItems.find((item) => item === field);
  if (money) return t(`domain.money.${money}`);
  const rate = rateItems.find((item) => item === field);
  if (rate) return t(`domain.rate.${rate}`);
  if (/^(?:key_)?projects/.test(field)) return t('office.projects.title');
  if (field.startsWith('outcomes')) return t('office.outcomes.title');
  const [, word] = Object.entries(wordFields).find(([name]) => name === field) ?? [];
  if (word) return t(word);
  if (!field.startsWith('scores.')) return t('office.findings.text');
  const node = nodes[field];
  return node ? localName(language, node) : t('domain.score.total');
}

/** Fields of words and days that a check may name. */
const wordFields = {
  sub_units: 'office.basics.subUnits',
  goal: 'office.basics.goal',
  key_tasks: 'office.basics.keyTasks',
  change_reason: 'office.basics.changeReason',
  filed_on: 'office.findings.filedOn',
} as const;
