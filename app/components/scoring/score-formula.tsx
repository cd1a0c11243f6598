import type { MoneyUnit } from '#app/domain/figure-text.ts';
import type { Explained } from '#app/domain/rules/explain.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { inputText, resultText } from './explained-text.ts';
import { ruleText } from './rule-text.ts';

/**
 * How a computed score comes about: one line in figures that opens to the rule, the figures used and the source. Works
 * without scripts. Needs the words of `scoring`.
 */
export function ScoreFormula({ explained, unit }: { explained: Explained; unit: MoneyUnit }) {
  const { t, language } = useT();
  const words = { t, language, unit };
  const { rule, inputs, tiers } = explained;
  const source = (language === 'en' && rule.sourceEn) || rule.source || t('scoring.noSource');
  return (
    <details className="score-formula">
      <summary>{resultText(explained, words)}</summary>
      <dl>
        <dt>{t('scoring.rule.label')}</dt>
        <dd>
          {ruleText(rule, words, tiers)}
          {t('scoring.end')}
          {rule.verified ? null : (
            <span className="badge" title={t('scoring.unverifiedNote')}>
              {t('scoring.unverified')}
            </span>
          )}
        </dd>
        {inputs.length > 0 ? (
          <>
            <dt>{t('scoring.inputs')}</dt>
            {inputs.map((input) => {
              const [name, value] = inputText(input, words);
              return (
                <dd key={input.field}>
                  {name}
                  {t('scoring.colon')}
                  {value ?? t('common.state.notReported')}
                </dd>
              );
            })}
          </>
        ) : null}
        <dt>{t('scoring.source')}</dt>
        <dd>{source}</dd>
      </dl>
    </details>
  );
}
