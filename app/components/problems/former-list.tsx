import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { noTheme } from '#app/domain/problem-search.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { reportCardHref } from './address.ts';
import { MeasureList } from './measure-list.tsx';

/** Offices to ask: they stated the theme last year and do not any more. */
export function FormerList({ view, theme }: { view: ProblemsView; theme: string }) {
  const { t, language } = useT();
  const { former, header } = view;
  if (theme === noTheme) return null;
  const name = themeName(theme, language);
  return (
    <Block
      id="former"
      kicker={t('problems.former.kicker')}
      title={
        former.length > 0
          ? t('problems.former.title', { theme: name, count: former.length })
          : t('problems.former.none', { theme: name })
      }
      offices={former.length}
      notes={former.length > 0 ? [t('problems.former.rule', { year: header.year - 1 })] : []}
    >
      <ol className="statement-group">
        {former.map(({ office, problems }) => (
          <li key={office.id} className="statement">
            <p className="statement-office">
              <Link to={reportCardHref(view, office)}>{localName(language, office)}</Link>
            </p>
            <div className="statement-body">
              {problems.map(({ text, measures }) => (
                <div key={text}>
                  <p>{text}</p>
                  {measures.length > 0 ? (
                    <MeasureList label={t('problems.former.source')} measures={measures} />
                  ) : (
                    <p className="statement-none">{t('problems.former.noMeasure')}</p>
                  )}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Block>
  );
}
