import { groupings, maxWordsLength, noTheme } from '#app/domain/problem-search.ts';
import { themeName } from '#app/domain/problem-themes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { isNarrowed, statementsHref } from './address.ts';

/** Which statements are shown. A GET form: it works without scripts, and its answer is an address. */
export function StatementFilter({ view }: { view: ProblemsView }) {
  const { t } = useT();
  const { search } = view;
  return (
    <form method="get" className="problems-filter no-print" aria-label={t('problems.filter.title')}>
      <input type="hidden" name="view" value="statements" />
      <label>
        {t('problems.filter.words')}
        <input type="search" name="q" defaultValue={search.words} maxLength={maxWordsLength} />
      </label>
      <ThemeField view={view} />
      <OfficeField view={view} />
      <label>
        {t('problems.filter.by')}
        <select name="by" defaultValue={search.by} key={search.by}>
          {groupings.map((by) => (
            <option key={by} value={by}>
              {t(by === 'theme' ? 'problems.filter.byTheme' : 'problems.filter.byOffice')}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name="repeated" value="1" defaultChecked={search.repeated} data-now />
        {t('problems.filter.repeated')}
      </label>
      <label>
        <input type="checkbox" name="unmeasured" value="1" defaultChecked={search.unmeasured} data-now />
        {t('problems.filter.unmeasured')}
      </label>
      <button type="submit" className="button">
        {t('problems.filter.apply')}
      </button>
      {isNarrowed(view) ? (
        <a href={statementsHref(view, { by: search.by })}>{t('problems.filter.clear')}</a>
      ) : null}
    </form>
  );
}

/** Themes that are stated, and the open one even where it is not. */
function ThemeField({ view: { search, survey } }: { view: ProblemsView }) {
  const { t, language } = useT();
  const stated = survey.themes.filter(({ offices }) => offices > 0).map(({ theme }) => theme);
  const chosen = search.theme ?? '';
  const others = chosen === '' || chosen === noTheme || stated.includes(chosen) ? [] : [chosen];
  return (
    <label>
      {t('problems.filter.theme')}
      <select name="theme" defaultValue={chosen} key={chosen}>
        <option value="">{t('problems.filter.anyTheme')}</option>
        {[...stated, ...others].map((theme) => (
          <option key={theme} value={theme}>
            {themeName(theme, language)}
          </option>
        ))}
        <option value={noTheme}>{t('problems.filter.noTheme')}</option>
      </select>
    </label>
  );
}

function OfficeField({ view: { search, offices } }: { view: ProblemsView }) {
  const { t, language } = useT();
  const chosen = search.office ?? '';
  const isKnown = chosen === '' || offices.some(({ code }) => code === chosen);
  return (
    <label>
      {t('problems.filter.office')}
      <select name="office" defaultValue={chosen} key={chosen}>
        <option value="">{t('problems.filter.anyOffice')}</option>
        {offices.map((office) => (
          <option key={office.id} value={office.code}>
            {localName(language, office)}
          </option>
        ))}
        {isKnown ? null : <option value={chosen}>{chosen}</option>}
      </select>
    </label>
  );
}
