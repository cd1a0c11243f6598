import { Link } from '@remix-run/react';
import { StandingBlock } from '#app/components/charts/standing-block.tsx';
import { EmptyState } from '#app/components/frame/empty-state.tsx';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OverviewView } from '#app/usecases/district-overview.server.ts';
import { ChangesBlock } from './changes-block.tsx';
import { CompositionBlock } from './composition-block.tsx';
import { FilingLede } from './filing-lede.tsx';
import { GlanceTable } from './glance-table.tsx';
import { KeyFigures } from './key-figures.tsx';
import type { Links } from './links.ts';
import { LostBlock } from './lost-block.tsx';
import { MovesBlock } from './moves-block.tsx';
import { ProblemsBlock } from './problems-block.tsx';
import type { Names } from './titles.ts';

export interface OverviewPageProps {
  view: OverviewView;
  names: Names;
  links: Links;
  unit: MoneyUnit;
}

/** One year of a district on one page, as a statistical bulletin: who is ahead, who lags, why, and what is common. */
export function OverviewPage(props: OverviewPageProps) {
  const { view, links } = props;
  return (
    <div className="overview">
      <FilingLede view={view} />
      {view.overview.progress.filed === 0 ? (
        <NothingFiled view={view} links={links} />
      ) : (
        <Blocks {...props} />
      )}
    </div>
  );
}

function Blocks({ view, names, links, unit }: OverviewPageProps) {
  const { t, language } = useT();
  const { header, overview } = view;
  const { scores, rates, reviewedTotals } = overview;
  const place = localName(language, view.district);
  const shared = {
    place: t('overview.heading', { district: place, year: header.year }),
    asOf: header.asOf,
    hrefOf: (row: { office: { code: string } }) => links.reportCard(row.office),
  };
  const fileName = (measure: string) => `${view.district.code}-${header.year}-${measure}`;
  return (
    <>
      <div className="overview-pair overview-top">
        <GlanceTable overview={overview} names={names} links={links} />
        <div>
          <KeyFigures overview={overview} unit={unit} />
        </div>
      </div>
      <ChangesBlock view={view} links={links} unit={unit} />
      <div className="overview-pair overview-standings">
        <StandingBlock
          {...shared}
          measure="rates"
          standing={rates}
          target={header.executionTarget}
          rule={t('overview.rates.rule')}
          fileName={fileName('execution-rate')}
          more={[
            { to: links.ranking('execution_rate'), text: t('overview.rates.more') },
            { to: links.relations(), text: t('overview.rates.relations') },
          ]}
        />
        <StandingBlock
          {...shared}
          measure="scores"
          standing={scores}
          full={overview.fullMarks}
          rule={t('overview.scores.rule', {
            reviewed: reviewedTotals,
            self: scores.rows.length - reviewedTotals,
          })}
          fileName={fileName('total-score')}
          more={[
            { to: links.ranking('total_score'), text: t('overview.scores.more') },
            { to: links.relations(), text: t('overview.scores.relations') },
          ]}
        />
      </div>
      <div className="overview-pair overview-reasons">
        <LostBlock overview={overview} asOf={header.asOf} links={links} />
        <ProblemsBlock view={view} names={names} links={links} />
      </div>
      <div className="overview-pair overview-money">
        <CompositionBlock overview={overview} header={header} links={links} unit={unit} />
        <MovesBlock view={view} links={links} />
      </div>
    </>
  );
}

function NothingFiled({ view: { header }, links }: { view: OverviewView; links: Links }) {
  const { t } = useT();
  const others = header.years.filter((year) => year !== header.year);
  return (
    <EmptyState title={t('overview.empty.title', { year: header.year })}>
      <p>{t('overview.empty.body')}</p>
      {others.length > 0 ? (
        <p>
          {t('overview.empty.other')}
          {others.map((year) => (
            <Link key={year} to={links.overview(year)} className="empty-year">
              {year}
            </Link>
          ))}
        </p>
      ) : null}
    </EmptyState>
  );
}
