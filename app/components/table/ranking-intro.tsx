import { FileLinks } from '#app/components/parts/file-links.tsx';
import { scoreModes } from '#app/domain/scoring.ts';
import {
  basisText,
  districtName,
  headline,
  orderText,
  type RankingText,
  ruleText,
  shownText,
} from '#app/lib/ranking-text.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { fileHref, rankingHref } from './ranking-address.ts';
import { RankingFilter } from './ranking-filter.tsx';

/** What the table says in one sentence, and by which rule. */
export function RankingIntro({ text }: { text: RankingText }) {
  const { t, view } = text;
  return (
    <header className="ranking-intro">
      <p className="ranking-place">
        {t('ranking.place', { district: districtName(text), year: view.header.year })}
      </p>
      <h1>{headline(text)}</h1>
      <p>
        {ruleText(text)} {basisText(text)}
      </p>
    </header>
  );
}

/** How much is shown and in which order; then what the reader can change, and the file. */
export function RankingBar({ text }: { text: RankingText }) {
  const { t, view } = text;
  return (
    <div className="ranking-bar">
      <p role="status">
        <b>{shownText(text)}</b> {orderText(text)}
      </p>
      <nav className="switch no-print" aria-label={t('ranking.mode.label')}>
        <span className="switch-label" aria-hidden="true">
          {t('ranking.mode.label')}
        </span>
        {scoreModes.map((mode) => (
          <a
            key={mode}
            href={rankingHref(view, { mode })}
            aria-current={mode === view.search.mode ? 'true' : undefined}
          >
            {t(`ranking.mode.${mode}`)}
          </a>
        ))}
      </nav>
      <RankingFilter text={text} />
      <ColumnChooser text={text} />
      <FileLinks hrefOf={(format) => fileHref(view, format)} />
    </div>
  );
}
