import { FileLinks } from '#app/components/parts/file-links.tsx';
import { defaultColumnsOf } from '#app/domain/columns.ts';
import { scoreModes } from '#app/domain/scoring.ts';
import {
  basisText,
  cutText,
  districtName,
  headline,
  orderText,
  type RankingText,
  ruleText,
  shownText,
  unknownText,
} from '#app/lib/ranking-text.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { fileHref, rankingHref } from './ranking-address.ts';
import { RankingFilter } from './ranking-filter.tsx';
import { ComparePicks } from './ranking-picks.tsx';
import { SavedViews, type ViewAnswer } from './saved-views.tsx';

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
export function RankingBar({ text, answer }: { text: RankingText; answer: ViewAnswer | undefined }) {
  const { t, view } = text;
  const unknown = unknownText(text);
  return (
    <div className="ranking-bar">
      <p role="status">
        <b>{shownText(text)}</b> {cutText(text)} {orderText(text)}
        {unknown ? <span className="provisional"> {unknown}</span> : null}
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
      {view.peerGroups.length > 0 ? <GroupSwitch text={text} /> : null}
      <RankingFilter text={text} />
      <ColumnChooser text={text} />
      <SavedViews text={text} answer={answer} />
      <ComparePicks text={text} />
      <FileLinks hrefOf={(format) => fileHref(view, format)} />
    </div>
  );
}

/** Whether rows stand under their peer groups; chosen columns then get the rank within the group. */
function GroupSwitch({ text }: { text: RankingText }) {
  const { t, view } = text;
  const { grouped, columns } = view.search;
  const isPlain = (ids: string[]) => ids.join() === defaultColumnsOf(view.columns, { grouped }).join();
  const columnsFor = (next: boolean) =>
    isPlain(columns)
      ? defaultColumnsOf(view.columns, { grouped: next })
      : view.columns
          .map(({ id }) => id)
          .filter((id) => columns.includes(id) || (next && id === 'group_rank'));
  return (
    <nav className="switch no-print" aria-label={t('ranking.group.rows')}>
      <span className="switch-label" aria-hidden="true">
        {t('ranking.group.rows')}
      </span>
      {[false, true].map((next) => (
        <a
          key={String(next)}
          href={rankingHref(view, { grouped: next, columns: columnsFor(next) })}
          aria-current={next === grouped ? 'true' : undefined}
        >
          {t(next ? 'ranking.group.byGroup' : 'ranking.group.plain')}
        </a>
      ))}
    </nav>
  );
}
