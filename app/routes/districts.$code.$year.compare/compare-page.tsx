import { EmptyState } from '#app/components/frame/empty-state.tsx';
import { type ComparisonText, headline, namesOf, placeText } from '#app/lib/comparison-text.ts';
import { Chooser, Suggestions } from './chooser.tsx';
import { ComparisonBlock } from './comparison-block.tsx';
import { SharesBlock } from './shares-block.tsx';
import { type ThemeNames, WordsBlock } from './words-block.tsx';

/** Two to five offices point by point; before they are chosen, the choice of them. */
export function ComparePage({ text, names }: { text: ComparisonText; names: ThemeNames }) {
  const { t, view } = text;
  const { comparison, offices } = view;
  const nobody = offices.ranked.length + offices.unranked.length === 0;
  if (nobody) return <EmptyState title={t('compare.choose.none')} />;
  if (!comparison) {
    return (
      <div className="compare">
        <header className="compare-lede">
          <p className="compare-place">{placeText(text)}</p>
          <h1>{t('compare.choose.lede')}</h1>
          <Dropped text={text} />
          {view.search.offices.length > 0 ? (
            <p role="status">{t('compare.choose.few', { count: view.search.offices.length })}</p>
          ) : null}
          <p>{t('compare.choose.help')}</p>
        </header>
        <Suggestions text={text} />
        <Chooser text={text} />
      </div>
    );
  }
  return (
    <div className="compare">
      <header className="compare-lede">
        <p className="compare-place">
          {t('compare.title', {
            place: placeText(text),
            offices: namesOf(
              comparison.chosen.map(({ office }) => office),
              text,
            ),
          })}
        </p>
        <h1>{headline(comparison, text)}</h1>
        <Dropped text={text} />
        <details className="compare-change no-print">
          <summary>{t('compare.choose.change')}</summary>
          <Suggestions text={text} />
          <Chooser text={text} />
        </details>
      </header>
      <SharesBlock comparison={comparison} text={text} />
      <ComparisonBlock comparison={comparison} text={text} />
      <WordsBlock comparison={comparison} text={text} names={names} />
    </div>
  );
}

/** What the address asked for and the page leaves out. */
function Dropped({ text }: { text: ComparisonText }) {
  const { t, view } = text;
  const { unknown, beyond } = view.dropped;
  const all = [...view.offices.ranked, ...view.offices.unranked].map(({ office }) => office);
  const offices = beyond.flatMap((code) => all.find((office) => office.code === code) ?? []);
  return (
    <>
      {unknown.length > 0 ? (
        <p className="compare-dropped">
          {t('compare.dropped.unknown', { codes: unknown.join(t('compare.join')) })}
        </p>
      ) : null}
      {offices.length > 0 ? (
        <p className="compare-dropped">{t('compare.dropped.beyond', { offices: namesOf(offices, text) })}</p>
      ) : null}
    </>
  );
}
