import { EmptyState } from '#app/components/frame/empty-state.tsx';
import { FileLinks } from '#app/components/parts/file-links.tsx';
import { problemViews } from '#app/domain/problem-search.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { fileHref, viewHref } from './address.ts';
import { MatrixView } from './matrix-view.tsx';
import { OutsideBlock } from './outside-block.tsx';
import { StatementsView } from './statements-view.tsx';
import { ThemesView } from './themes-view.tsx';
import { filedNow, leadText, repeatingText } from './words.ts';

const shownBy = { themes: ThemesView, matrix: MatrixView, statements: StatementsView };

/** What goes wrong in many offices: the sentence, then the themes, offices × themes, or the words themselves. */
export function ProblemsPage({ view }: { view: ProblemsView }) {
  const words = useT();
  const { t, language } = words;
  const { district, header, search } = view;
  const repeating = repeatingText(view, words);
  const Shown = shownBy[search.view];
  return (
    <div className="problems-page">
      <header className="problems-intro">
        <p>{t('problems.heading', { district: localName(language, district), year: header.year })}</p>
        <h1>
          {filedNow(view) > 0 ? leadText(view, words) : t('problems.empty.year', { year: header.year })}
        </h1>
        {repeating ? <p>{repeating}</p> : null}
      </header>
      {filedNow(view) > 0 ? (
        <>
          <ViewBar view={view} />
          <Shown view={view} />
        </>
      ) : (
        <NothingFiled view={view} />
      )}
      <OutsideBlock view={view} />
    </div>
  );
}

/** The three views, and the file with the one on screen. */
function ViewBar({ view }: { view: ProblemsView }) {
  const { t } = useT();
  return (
    <div className="problems-bar no-print">
      <nav className="switch" aria-label={t('problems.view.label')}>
        <span className="switch-label" aria-hidden="true">
          {t('problems.view.label')}
        </span>
        {problemViews.map((each) => (
          <a
            key={each}
            href={viewHref(view, each)}
            aria-current={each === view.search.view ? 'page' : undefined}
          >
            {t(`problems.view.${each}`)}
          </a>
        ))}
      </nav>
      <FileLinks hrefOf={(format) => fileHref(view, format)} />
    </div>
  );
}

function NothingFiled({ view: { header, district } }: { view: ProblemsView }) {
  const { t } = useT();
  const others = header.years.filter((year) => year !== header.year);
  return (
    <EmptyState title={t('problems.empty.year', { year: header.year })}>
      <p>{t('problems.empty.body')}</p>
      {others.length > 0 ? (
        <p>
          {t('problems.empty.other')}
          {others.map((year) => (
            <a key={year} href={`/districts/${district.code}/${year}/problems`} className="problems-year">
              {year}
            </a>
          ))}
        </p>
      ) : null}
    </EmptyState>
  );
}
