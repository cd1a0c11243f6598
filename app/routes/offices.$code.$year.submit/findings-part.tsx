import { Form, Link } from '@remix-run/react';
import { fieldName } from '#app/components/form/field-name.ts';
import { fieldId } from '#app/components/form/ids.ts';
import { FindingList } from '#app/components/report-card/finding-list.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ReportToSend, SentFinding } from '#app/usecases/view-filing.server.ts';
import { answersForm } from './step-forms.tsx';
import type { SubmitPageProps } from './submit-page.tsx';

/** Everything that has to be settled before sending, each with the way to its field. */
export function Obstacles({ report, editAddress }: { report: ReportToSend; editAddress: string }) {
  const { t, language } = useT();
  const { obstacles, framework, findings } = report;
  const sentence = (check: string) =>
    findings.find((finding) => finding.check === check)?.sentence?.[language === 'en' ? 'en' : 'zh'] ?? check;
  return (
    <section className="notice obstacles" aria-labelledby="obstacles">
      <h2 id="obstacles">{t('filing.obstacles.title', { count: obstacles.length })}</h2>
      <ul>
        {obstacles.map(({ kind, field, detail }) => {
          const isFinding = kind === 'blocking_finding' || kind === 'unanswered_finding';
          const name =
            field === '' ? t('office.findings.text') : fieldName(field, { t, language, framework });
          return (
            <li key={`${kind} ${field} ${detail}`}>
              <Link to={`${editAddress}${field === '' ? '' : `#${fieldId(field)}`}`}>{name}</Link>
              {t('office.findings.colon')}
              {t(`filing.obstacles.${kind}`, { detail: isFinding ? sentence(detail) : detail })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The findings that go along, and the reasons the office gives to those that ask for one. */
export function SentFindings({ report, view, unit, typed }: SubmitPageProps & { report: ReportToSend }) {
  const { t } = useT();
  const isOpen = view.commands.includes('submit') || view.commands.includes('finish');
  const asks = isOpen && report.findings.some(({ effect }) => effect === 'warns');
  const after = (finding: SentFinding) => (
    <>
      <p className="note">{t(`filing.effect.${finding.effect}`)}</p>
      {isOpen && finding.effect === 'warns' ? (
        <Answer finding={finding} typed={typed?.[`answers.${finding.key}`]} />
      ) : finding.answer ? (
        <p>{t('filing.answer.given', { answer: finding.answer })}</p>
      ) : null}
    </>
  );
  const list = <FindingList findings={report.findings} unit={unit} after={after} />;
  if (!isOpen) return list;
  return (
    <Form method="post" id={answersForm}>
      <input type="hidden" name="seen" value={view.seen.draft} />
      <input type="hidden" name="framework" value={view.seen.framework} />
      {list}
      {asks ? (
        <button type="submit" name="intent" value="answers" className="button">
          {t('filing.answer.save')}
        </button>
      ) : null}
    </Form>
  );
}

function Answer({ finding: { key, answer = '' }, typed }: { finding: SentFinding; typed?: string }) {
  const { t } = useT();
  const field = `answers.${key}`;
  return (
    <p className="answer">
      <label htmlFor={fieldId(field)}>{t('filing.answer.label')}</label>
      <input type="hidden" name={`from.${field}`} value={answer} />
      <textarea
        id={fieldId(field)}
        name={field}
        rows={2}
        maxLength={5000}
        key={answer}
        defaultValue={typed ?? answer}
      />
    </p>
  );
}
