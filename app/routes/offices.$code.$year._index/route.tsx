import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import { SourceLine } from '#app/components/frame/source-line.tsx';
import { Basics } from '#app/components/report-card/basics.tsx';
import { FindingList } from '#app/components/report-card/finding-list.tsx';
import { OutcomeTable, ProjectTable } from '#app/components/report-card/outcomes.tsx';
import { ProblemList } from '#app/components/report-card/problem-list.tsx';
import { ScoreTable } from '#app/components/report-card/score-table.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { isImportOpen } from '#app/domain/import-rule.ts';
import { requireOffice } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { type SubmissionView, viewReportCard } from '#app/usecases/report-card.server.ts';
import { HistoryTable } from './history-table.tsx';
import { MoneyTable, RateTable } from './money-table.tsx';
import { findingCount, lostReading, readingOf } from './reading.ts';
import { StandingTable } from './standing-table.tsx';
import { StatusLine } from './status-line.tsx';

await needWords('office', 'scoring');

export async function loader(args: LoaderFunctionArgs) {
  const { account, scope, office, year } = await requireOffice(args);
  const card = await viewReportCard(scope, { officeCode: office.code, year });
  if (!card) throw notFound();
  return json({
    card,
    own: scope.reach === 'office',
    mayImport: isImportOpen(account.role, card.row.status),
    unit: unitOf(new URL(args.request.url).searchParams),
    title: getT(args.request)('office.title', {
      office: localName(languageOf(args.request), card.office),
      year,
    }),
    frame: { year, years: card.header.years, units: true, place: office },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ReportCard() {
  const { card, own, mayImport, unit, title } = useLoaderData<typeof loader>();
  const { t, language } = useT();
  const { pathname, search } = useLocation();
  const { submission, header, standings } = card;
  return (
    <article className="report-card">
      <h1>{title}</h1>
      <StatusLine card={card} own={own} mayImport={mayImport} />
      {submission ? (
        <>
          <p className="reading">{readingOf(card, submission, t, language)}</p>
          <Section title={t('office.standing.title')} note={t('office.standing.note')}>
            {header.frameworkChanged ? <p className="note">{t('office.standing.frameworkChanged')}</p> : null}
            <StandingTable standings={standings} missing={submission.missing} />
            <p className="no-print">
              <Link to={`${pathname}/benchmark${search}`}>{t('office.standing.benchmark')}</Link>
            </p>
          </Section>
          <Section title={t('office.scores.title')} note={lostReading(submission, t, language)}>
            <ScoreTable lines={submission.scores} unit={unit} missing={submission.missing} />
            {card.evidence > 0 ? (
              <p className="no-print">
                <Link to={`${pathname}/evidence`}>
                  {t('office.scores.evidence', { count: card.evidence })}
                </Link>
              </p>
            ) : null}
          </Section>
          <Section title={t('office.findings.title')} note={findingCount(submission, t)}>
            <FindingList findings={submission.findings} unit={unit} />
          </Section>
          <Section title={t('office.problems.title')}>
            <ProblemList problems={submission.content.problems} measures={submission.content.measures} />
          </Section>
          <div className="columns">
            <Section title={t('office.money.title')}>
              <MoneyTable
                lines={submission.money}
                unit={unit}
                year={header.year}
                inDoubt={doubtful(submission)}
                missing={submission.missing}
              />
            </Section>
            <div>
              <Section title={t('office.rates.title')} note={t('office.rates.note')}>
                <RateTable lines={submission.rates} />
              </Section>
              <Section title={t('office.history.title')}>
                <HistoryTable rows={card.history} />
              </Section>
            </div>
          </div>
          {submission.content.outcomeIndicators.length > 0 ? (
            <Section title={t('office.outcomes.title')}>
              <OutcomeTable indicators={submission.content.outcomeIndicators} />
            </Section>
          ) : null}
          {submission.content.keyProjects.length > 0 ? (
            <Section title={t('office.projects.title')}>
              <ProjectTable projects={submission.content.keyProjects} unit={unit} />
            </Section>
          ) : null}
          <Basics content={submission.content} missing={submission.missing} />
        </>
      ) : (
        <Section title={t('office.history.title')}>
          <HistoryTable rows={card.history} />
        </Section>
      )}
      <SourceLine
        source={t('office.source', { office: localName(language, card.office), year: header.year })}
        asOf={header.asOf}
      />
    </article>
  );
}

/** Amounts that an error names alone; of a sum that does not hold, nobody knows which part is wrong. */
function doubtful({ findings }: SubmissionView): Set<string> {
  const errors = findings.filter(({ severity, fields }) => severity === 'error' && fields.length === 1);
  return new Set(errors.flatMap(({ fields }) => fields));
}
