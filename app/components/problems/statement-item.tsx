import { Link } from '@remix-run/react';
import { Star } from '#app/components/charts/star.tsx';
import type { Statement, StatementTheme } from '#app/domain/problem-statements.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { reportCardHref, statementsHref } from './address.ts';
import { Marked } from './marked.tsx';
import { MeasureList } from './measure-list.tsx';
import { measuresText, themeText, wordingTexts } from './statement-words.ts';
import { stateText } from './words.ts';

interface StatementItemProps {
  statement: Statement;
  /** The theme or office it stands under. */
  group: string;
  view: ProblemsView;
}

/** One problem in the office’s words: whose, since when, what it will do, and whether the words are its own. */
export function StatementItem({ statement, group, view }: StatementItemProps) {
  const words = useT();
  const { language } = words;
  const { office, provisional, measures, themes } = statement;
  const byTheme = view.search.by === 'theme';
  const own = byTheme ? themes.find(({ theme }) => theme === group) : undefined;
  const wordings = wordingTexts(statement, view, words);
  return (
    <li className="statement">
      {byTheme ? (
        <p className="statement-office">
          <Link to={reportCardHref(view, office)}>{localName(language, office)}</Link>
          <Star provisional={provisional} />
        </p>
      ) : null}
      <div className="statement-body">
        {own || wordings.length > 0 ? (
          <p className="statement-head">
            {own ? <StateBadge theme={own} /> : null}
            {wordings.map((text) => (
              <span key={text} className="statement-wording">
                {text}
              </span>
            ))}
          </p>
        ) : null}
        <p>
          <Marked text={statement.text} words={view.search.words} />
        </p>
        <Themes themes={themes.filter(({ theme }) => theme !== own?.theme)} byTheme={byTheme} view={view} />
        {measures.length > 0 ? (
          <MeasureList label={words.t('problems.statement.measures')} measures={measures} />
        ) : (
          <p className="statement-none">{measuresText(statement, words)}</p>
        )}
        <LastYear statement={statement} year={view.header.year - 1} />
      </div>
    </li>
  );
}

function StateBadge({ theme }: { theme: StatementTheme }) {
  const words = useT();
  const tone = theme.state === 'repeated' ? 'accent' : undefined;
  return (
    <span className="badge" data-tone={tone}>
      {stateText(theme, words)}
    </span>
  );
}

interface ThemesProps {
  themes: StatementTheme[];
  byTheme: boolean;
  view: ProblemsView;
}

/** The other themes of a statement; under an office, all of them with how long they have lasted. */
function Themes({ themes, byTheme, view }: ThemesProps) {
  const words = useT();
  const { t, language } = words;
  if (themes.length === 0) return null;
  return (
    <p className="statement-also">
      <span className="statement-label">
        {t(byTheme ? 'problems.statement.also' : 'problems.statement.themes')}
      </span>
      {themes.map((theme) => (
        <a key={theme.theme} href={statementsHref(view, { theme: theme.theme })}>
          {byTheme ? themeName(theme.theme, language) : themeText(theme, words)}
        </a>
      ))}
    </p>
  );
}

/** Last year’s words, folded, where they differ; where they do not, saying so is enough. */
function LastYear({ statement: { lastYear }, year }: { statement: Statement; year: number }) {
  const { t } = useT();
  if (!lastYear || lastYear.sameWording) return null;
  return (
    <details className="chart-twin">
      <summary>{t('problems.statement.before', { year })}</summary>
      <p>{lastYear.text}</p>
    </details>
  );
}
