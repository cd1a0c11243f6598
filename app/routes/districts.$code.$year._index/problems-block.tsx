import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { shareStyle } from '#app/components/charts/value-bar.ts';
import type { ThemeCount } from '#app/domain/overview-reasons.ts';
import { signedCount } from '#app/lib/change-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OverviewView } from '#app/usecases/district-overview.server.ts';
import type { Links } from './links.ts';
import { type Names, problemsTitle } from './titles.ts';

interface ProblemsProps {
  view: OverviewView;
  names: Names;
  links: Links;
}

/** What many offices say goes wrong, and whether more say so than last year. */
export function ProblemsBlock({ view: { header, overview }, names, links }: ProblemsProps) {
  const words = useT();
  const { t } = words;
  const { problems, progress } = overview;
  const hasLastYear = header.years.includes(header.year - 1);
  return (
    <Block
      id="problems"
      kicker={t('overview.problems.kicker')}
      title={problemsTitle(overview, names, words)}
      offices={progress.filed}
      asOf={header.asOf}
      notes={[t('overview.problems.rule'), hasLastYear ? undefined : t('overview.problems.noBefore')]}
      more={{ to: links.problems(), text: t('overview.problems.more') }}
    >
      {problems.length > 0 ? (
        <div className="data-scroll">
          <table className="data-table problems-table">
            <thead>
              <tr>
                <th scope="col">{t('overview.problems.theme')}</th>
                <th scope="col" className="n">
                  {t('overview.problems.now', { year: header.year })}
                </th>
                {hasLastYear ? (
                  <>
                    <th scope="col" className="n">
                      {t('overview.problems.before', { year: header.year - 1 })}
                    </th>
                    <th scope="col" className="n">
                      {t('overview.problems.change')}
                    </th>
                  </>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {problems.map((problem) => (
                <ThemeRow
                  key={problem.theme}
                  problem={problem}
                  name={names[problem.theme] ?? problem.theme}
                  filed={progress.filed}
                  hasLastYear={hasLastYear}
                  href={links.problems(problem.theme)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Block>
  );
}

interface ThemeRowProps {
  problem: ThemeCount;
  name: string;
  filed: number;
  hasLastYear: boolean;
  href: string;
}

/** The bar is the share of the offices that have filed. */
function ThemeRow({ problem: { offices, lastYear }, name, filed, hasLastYear, href }: ThemeRowProps) {
  return (
    <tr>
      <th scope="row">
        <Link to={href}>{name}</Link>
      </th>
      <td className="n value-bar" style={shareStyle((offices / filed) * 100)}>
        {offices}
      </td>
      {hasLastYear ? (
        <>
          <td className="n">{lastYear}</td>
          <td className="n">{signedCount(offices - lastYear)}</td>
        </>
      ) : null}
    </tr>
  );
}
