import type { ReactNode } from 'react';
import { Block } from '#app/components/charts/block.tsx';
import type { OfficeNarrative } from '#app/domain/comparison-narrative.ts';
import { formatScore } from '#app/domain/figure-text.ts';
import type { ApartIndicator } from '#app/domain/head-to-head.ts';
import { compare, subtract, toBig } from '#app/domain/money.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import { type ComparisonText, namesOf } from '#app/lib/comparison-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { Comparison } from '#app/usecases/compare-offices.server.ts';

/** Theme names by slug, in the reader's language. */
export type ThemeNames = Record<string, string>;

interface WordsProps {
  comparison: Comparison;
  text: ComparisonText;
  names: ThemeNames;
}

const plainSections = ['goal', 'keyTasks', 'changeReason'] as const;
/** Characters that stay in view before a text is folded. */
const shownAtFirst = 110;

/** What the offices say in words, section by section, side by side. */
export function WordsBlock({ comparison, text, names }: WordsProps) {
  const { t, view } = text;
  const told = comparison.narratives.flatMap((narrative) => {
    const row = comparison.chosen.find(({ office }) => office.id === narrative.officeId);
    return row ? [{ narrative, office: row.office }] : [];
  });
  const shared = new Set(comparison.shared.map(({ theme }) => theme));
  return (
    <Block
      id="words"
      kicker={t('compare.words.kicker')}
      title={wordsTitle(comparison, text, names)}
      offices={told.length}
      asOf={view.header.asOf}
      notes={told.length > 0 ? [t('compare.words.rule')] : []}
    >
      {plainSections.map((section) =>
        told.some(({ narrative }) => narrative[section]) ? (
          <SideBySide
            key={section}
            title={t(`compare.words.${section}`)}
            told={told}
            text={text}
            part={(narrative) => <Folded words={narrative[section]} text={text} />}
          />
        ) : null,
      )}
      {told.length > 0 ? (
        <SideBySide
          title={t('compare.words.problems')}
          told={told}
          text={text}
          part={(narrative) => <Problems narrative={narrative} shared={shared} names={names} text={text} />}
        />
      ) : null}
      {told.length > 1 ? <Apart comparison={comparison} told={told} text={text} /> : null}
    </Block>
  );
}

interface Told {
  narrative: OfficeNarrative;
  office: OfficeName;
}

interface SideBySideProps {
  title: ReactNode;
  told: Told[];
  text: ComparisonText;
  part: (narrative: OfficeNarrative) => ReactNode;
}

function SideBySide({ title, told, text, part }: SideBySideProps) {
  return (
    <section className="words-section">
      <h3>{title}</h3>
      <div className="words-row" style={{ '--offices': told.length } as React.CSSProperties}>
        {told.map(({ narrative, office }) => (
          <div key={office.id}>
            <h4>{localName(text.language, office)}</h4>
            {part(narrative)}
          </div>
        ))}
      </div>
    </section>
  );
}

/** A long text shows its beginning; the rest unfolds without scripts. */
function Folded({ words, text }: { words?: string; text: ComparisonText }) {
  const { t } = text;
  if (!words) return <p className="missing">{t('compare.words.absent')}</p>;
  const characters = [...words];
  if (characters.length <= shownAtFirst * 1.4) return <p className="words">{words}</p>;
  return (
    <details className="words-folded">
      <summary>
        <span className="words-start">{`${characters.slice(0, shownAtFirst).join('')}…`}</span>
        <span className="words-more">{t('compare.words.more')}</span>
        <span className="words-less">{t('compare.words.less')}</span>
      </summary>
      <p className="words">{words}</p>
    </details>
  );
}

interface ProblemsProps {
  narrative: OfficeNarrative;
  shared: ReadonlySet<string>;
  names: ThemeNames;
  text: ComparisonText;
}

function Problems({ narrative: { problems, otherMeasures }, shared, names, text }: ProblemsProps) {
  const { t } = text;
  if (problems.length === 0 && otherMeasures.length === 0)
    return <p className="missing">{t('compare.words.noProblems')}</p>;
  return (
    <ol className="words-problems">
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report may state the same problem twice, and the list never changes
        <li key={index}>
          <p className="words-themes">
            {problem.themes.map((theme) => (
              <span key={theme} className="badge" data-tone={shared.has(theme) ? 'accent' : undefined}>
                {names[theme] ?? theme}
                {shared.has(theme) ? (
                  <>
                    <span aria-hidden="true">{` · ${t('compare.words.common')}`}</span>
                    <span className="sr-only">{t('compare.words.commonLabel')}</span>
                  </>
                ) : null}
              </span>
            ))}
          </p>
          <Folded words={problem.text} text={text} />
          {problem.measures.length > 0 ? (
            <Folded words={t('compare.words.measures') + problem.measures.join(' ')} text={text} />
          ) : null}
        </li>
      ))}
      {otherMeasures.length > 0 ? (
        <li className="words-other">
          <Folded words={t('compare.words.otherMeasures') + otherMeasures.join(' ')} text={text} />
        </li>
      ) : null}
    </ol>
  );
}

/** The indicators at which scores lie furthest apart, with what each office says about its lost points. */
function Apart({ comparison, told, text }: { comparison: Comparison; told: Told[]; text: ComparisonText }) {
  const { t, language } = text;
  return (
    <section className="words-section">
      <h3>{t('compare.words.reasons')}</h3>
      {comparison.apart.length === 0 ? <p className="missing">{t('compare.words.noneApart')}</p> : null}
      {comparison.apart.map((indicator) => (
        <SideBySide
          key={indicator.node.code}
          title={
            <>
              {localName(language, indicator.node)}
              <small>
                {t('compare.words.spread', {
                  weight: toBig(indicator.node.weight).toString(),
                  spread: formatScore(indicator.spread, language),
                })}
              </small>
            </>
          }
          told={told}
          text={text}
          part={(narrative) => <Reason indicator={indicator} narrative={narrative} text={text} />}
        />
      ))}
    </section>
  );
}

interface ReasonProps {
  indicator: ApartIndicator;
  narrative: OfficeNarrative;
  text: ComparisonText;
}

function Reason({ indicator: { node, scores }, narrative, text }: ReasonProps) {
  const { t, language } = text;
  const score = scores[narrative.officeId];
  const { reason, measure } = narrative.reasons[node.code] ?? {};
  if (score === undefined) return <p className="missing">{t('compare.words.noScore')}</p>;
  const lost = subtract(node.weight, score) ?? '0';
  const loses = compare(lost, '0') > 0;
  return (
    <>
      <p>
        <strong>{t('compare.words.scored', { score: formatScore(score, language) })}</strong>{' '}
        {loses ? t('compare.words.lost', { lost: formatScore(lost, language) }) : t('compare.words.full')}
      </p>
      {reason ? <Folded words={reason} text={text} /> : null}
      {loses && !reason ? <p className="missing">{t('compare.words.noReason')}</p> : null}
      {measure ? <Folded words={t('compare.words.measures') + measure} text={text} /> : null}
    </>
  );
}

function wordsTitle(
  { shared, chosen, narratives }: Comparison,
  text: ComparisonText,
  names: ThemeNames,
): string {
  const { t } = text;
  if (narratives.length === 0) return t('compare.words.none');
  if (shared.length === 0) return t('compare.words.sharedNone');
  const list = shared.map(({ theme, officeIds }) => {
    const offices = chosen.filter(({ office }) => officeIds.includes(office.id)).map(({ office }) => office);
    return t('compare.words.sharedOne', { theme: names[theme] ?? theme, offices: namesOf(offices, text) });
  });
  return t('compare.words.shared', { list: list.join(t('compare.join')) });
}
