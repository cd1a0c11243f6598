import { Form, Link, useLocation } from '@remix-run/react';
import { type BenchmarkSearch, benchmarkGroups, benchmarkSorts } from '#app/domain/benchmark-search.ts';
import { defaultUnit, withParams } from '#app/lib/search-params.ts';
import type { BenchmarkText } from './texts.ts';

/** Which figures are listed, and in which order. A GET form: its answer is an address. */
export function FigureFilter({ search, text }: { search: BenchmarkSearch; text: BenchmarkText }) {
  const { t, unit } = text;
  const location = useLocation();
  return (
    <Form
      method="get"
      key={location.search}
      preventScrollReset
      className="figure-filter no-print"
      aria-label={t('benchmark.filter.title')}
    >
      {unit === defaultUnit ? null : <input type="hidden" name="unit" value={unit} />}
      <fieldset>
        <legend>{t('benchmark.filter.groups')}</legend>
        {benchmarkGroups.map((group) => (
          <label key={group}>
            <input
              type="checkbox"
              name="group"
              value={group}
              defaultChecked={search.groups.includes(group)}
            />
            {t(`benchmark.filter.group.${group}`)}
          </label>
        ))}
      </fieldset>
      <label>
        {t('benchmark.filter.sort')}
        <select name="sort" defaultValue={search.sort}>
          {benchmarkSorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`benchmark.filter.sorts.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name="behind" value="1" defaultChecked={search.behind} />
        {t('benchmark.filter.behind')}
      </label>
      <button type="submit" className="button">
        {t('benchmark.filter.apply')}
      </button>
      <Link
        to={withParams(location, { group: undefined, sort: undefined, behind: undefined })}
        preventScrollReset
      >
        {t('benchmark.filter.clear')}
      </Link>
    </Form>
  );
}
