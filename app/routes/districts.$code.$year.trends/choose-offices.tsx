import { Link, useSearchParams } from '@remix-run/react';
import { byName } from '#app/domain/ranking-order.ts';
import { mostChosen } from '#app/domain/trends-search.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { TrendsView } from '#app/usecases/district-trends.server.ts';
import type { Links } from './links.ts';

/** Which offices stand out, as a GET form; the other choices in the address are carried along. */
export function ChooseOffices({ view, links }: { view: TrendsView; links: Links }) {
  const { t, language } = useT();
  const [params] = useSearchParams();
  const { lines, chosen, search } = view;
  const kept = ['by', 'measure', 'sort', 'unit'].flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [{ name, value }];
  });
  return (
    <details className="trends-choose no-print">
      <summary>{t('trends.choose.title')}</summary>
      <form method="get" key={chosen.map(({ code }) => code).join()}>
        {kept.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend>{t('trends.choose.label', { count: mostChosen })}</legend>
          {lines
            .map(({ office }) => office)
            .sort(byName)
            .map((office) => (
              <label key={office.id}>
                <input
                  type="checkbox"
                  name="offices"
                  value={office.code}
                  defaultChecked={chosen.some(({ id }) => id === office.id)}
                />
                {localName(language, office)}
              </label>
            ))}
        </fieldset>
        <button type="submit" className="button">
          {t('trends.choose.submit')}
        </button>
        {search.offices.length > 0 ? (
          <Link to={links.self({ offices: [] })}>{t('trends.choose.clear')}</Link>
        ) : null}
      </form>
    </details>
  );
}
