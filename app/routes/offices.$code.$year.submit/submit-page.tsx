import { Link } from '@remix-run/react';
import { FrameworkChangeList } from '#app/components/framework/change-list.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { timeText } from '#app/lib/time-text.ts';
import type { FilingView } from '#app/usecases/view-filing.server.ts';
import { ChangedTexts } from './changed-texts.tsx';
import { FiguresTable } from './figures-table.tsx';
import { Obstacles, SentFindings } from './findings-part.tsx';
import { Receipt } from './receipt.tsx';
import { SentEvidence } from './sent-evidence.tsx';
import { StepForms } from './step-forms.tsx';

export interface SubmitPageProps {
  view: FilingView;
  year: number;
  title: string;
  editAddress: string;
  unit: MoneyUnit;
  /** Why the last step was not done, and what had been typed. */
  told?: string;
  typed?: Record<string, string>;
}

/** What is about to be sent, against last year and with everything still open; afterwards the receipt. */
export function SubmitPage(props: SubmitPageProps) {
  const { view, title, editAddress, unit, told } = props;
  const { t, language } = useT();
  const { report, finished, returnReason, state } = view;
  return (
    <article className="submit-page">
      <h1>{title}</h1>
      <p className="status-line">
        <span className="badge" data-tone={state === 'approved' ? 'excellent' : 'warning'}>
          {t(`form.filing.${state}`)}
        </span>
        <span>{t('form.deadline', { date: view.deadline })}</span>
        {view.late ? <strong>{t('form.late')}</strong> : null}
        {finished ? (
          <span>{t('filing.finished', { by: finished.by ?? '', at: timeText(finished.at, language) })}</span>
        ) : null}
        <Link to={editAddress} className="no-print">
          {t(view.commands.length > 0 && state !== 'submitted' ? 'filing.toForm' : 'filing.readForm')}
        </Link>
      </p>
      {told ? (
        <p role="alert" className="alert">
          {told}
        </p>
      ) : null}
      {returnReason ? (
        <div className="notice">
          <strong>{t('form.returned')}</strong>
          <p className="long-text">{returnReason}</p>
        </div>
      ) : null}
      {view.newFramework ? <NewFramework {...view.newFramework} /> : null}
      {view.receipt ? <Receipt view={view} /> : null}
      {report ? (
        <>
          {report.obstacles.length > 0 ? <Obstacles report={report} editAddress={editAddress} /> : null}
          <StepForms {...props} />
          <Section title={t('filing.findings.title')} note={t('filing.findings.note')}>
            <SentFindings {...props} report={report} />
          </Section>
          <Section
            title={t('filing.figures.title')}
            note={t('filing.figures.note', { year: props.year - 1 })}
          >
            <FiguresTable report={report} unit={unit} year={props.year} />
          </Section>
          <Section title={t('evidence.heading')}>
            <SentEvidence report={report} editAddress={editAddress} />
          </Section>
          {report.lastYear ? (
            <Section title={t('filing.texts.title', { year: props.year - 1 })}>
              <ChangedTexts report={report} />
            </Section>
          ) : null}
        </>
      ) : (
        <p className="notice">{t('filing.nothing')}</p>
      )}
    </article>
  );
}

/** What the report is judged by, and what that changed: the form already asks and scores by it. */
function NewFramework({ year, version, changes }: NonNullable<FilingView['newFramework']>) {
  const { t } = useT();
  return (
    <details className="notice" open>
      <summary>{t('filing.framework.title', { year, version, count: changes.length })}</summary>
      <p>{t('filing.framework.follows')}</p>
      <FrameworkChangeList changes={changes} />
    </details>
  );
}
