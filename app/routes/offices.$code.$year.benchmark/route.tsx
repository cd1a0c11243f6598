import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { SourceLine } from '#app/components/frame/source-line.tsx';
import { benchmarkSearchOf } from '#app/domain/benchmark-search.ts';
import { requireOffice } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { defaultUnit, unitOf } from '#app/lib/search-params.ts';
import { type BenchmarkView, viewOfficeBenchmark } from '#app/usecases/office-benchmark.server.ts';
import { Comparison } from './comparison.tsx';
import { PolicyLine } from './policy-line.tsx';
import { TrendSection } from './trend-section.tsx';
import '#app/styles/benchmark.css';

await needWords('benchmark', 'ranking', 'chart');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, district, office, year } = await requireOffice(args);
  const params = new URL(args.request.url).searchParams;
  const search = benchmarkSearchOf(params);
  const view = await viewOfficeBenchmark(scope, { officeCode: office.code, year, search });
  if (!view) throw notFound();
  return json({
    view,
    unit: unitOf(params),
    district: scope.reach === 'district' ? district.code : undefined,
    title: getT(args.request)('benchmark.title', {
      office: localName(languageOf(args.request), view.office),
      year,
    }),
    frame: { year, years: view.header.years, units: true, place: office },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Benchmark() {
  const { view, unit, district, title } = useLoaderData<typeof loader>();
  const { t, language } = useT();
  const text = { t, language, unit };
  const { office, header, comparison } = view;
  const query = unit === defaultUnit ? '' : `?unit=${unit}`;
  return (
    <article className="benchmark">
      <h1>{title}</h1>
      <PolicyLine view={view} district={district} query={query} />
      {comparison ? (
        <Comparison view={view} comparison={comparison} text={text} />
      ) : (
        <p className="notice">
          {t(`benchmark.absent.${absenceOf(view)}`, { year: header.year, reason: view.leftOut ?? '' })}
        </p>
      )}
      <TrendSection
        view={view}
        text={text}
        hrefOf={(year) => `/offices/${office.code}/${year}/benchmark${query}`}
      />
      <SourceLine source={t('benchmark.source', { year: header.year })} asOf={header.asOf} />
      <p className="no-print">
        <Link to={`/offices/${office.code}/${header.year}${query}`}>{t('benchmark.back')}</Link>
      </p>
    </article>
  );
}

/** Why there is nothing to compare. */
function absenceOf({ office, leftOut, status }: BenchmarkView) {
  if (!office.active) return 'inactive';
  if (leftOut !== undefined) return 'left_out';
  return status === 'draft' || status === 'returned' ? status : 'not_filed';
}
