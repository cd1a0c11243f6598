import { Link } from '@remix-run/react';
import { Section } from '#app/components/report-card/section.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import { sizeText } from '#app/lib/size-text.ts';
import type { EvidenceView } from '#app/usecases/view-evidence.server.ts';
import { AttachForm } from './attach-form.tsx';
import type { EvidenceAnswer } from './change.server.ts';
import { EvidenceTable } from './evidence-table.tsx';

export interface EvidencePageProps {
  view: EvidenceView;
  /** The office's pages of the year. */
  base: string;
  title: string;
  /** The indicator that files are to be attached to. */
  chosen?: string;
  /** What was done last. */
  told?: string;
  answer?: EvidenceAnswer;
}

/** Every indicator with the files that bear its claims out; its office attaches and removes them, others read. */
export function EvidencePage(props: EvidencePageProps) {
  const { view, base, title, told, answer } = props;
  const { t } = useT();
  return (
    <article className="report-card evidence-page">
      <h1>{title}</h1>
      <p className="status-line">
        {view.state ? (
          <span className="badge" data-tone={view.state === 'approved' ? 'excellent' : 'warning'}>
            {t(`form.filing.${view.state}`)}
          </span>
        ) : null}
        <span>
          {view.files > 0
            ? t('evidence.total', { count: view.files, size: sizeText(view.bytes) })
            : t('evidence.none')}
        </span>
        <Link to={view.state ? `${base}/edit` : base} className="no-print">
          {t(view.state ? 'evidence.toForm' : 'evidence.toCard')}
        </Link>
      </p>
      <ReadOnly view={view} />
      {told && !answer ? (
        <p className="notice" role="status">
          {told}
        </p>
      ) : null}
      {answer ? <Refused {...answer} /> : null}
      {view.mayEdit ? (
        <Section title={t('evidence.attach.title')} id="attach">
          <AttachForm {...props} />
        </Section>
      ) : null}
      <Section title={t('evidence.table.title')} note={view.mayEdit ? t('evidence.table.note') : undefined}>
        <EvidenceTable view={view} base={base} />
      </Section>
    </article>
  );
}

/** Why its office cannot change anything here now. */
function ReadOnly({ view: { barrier, state, mayEdit } }: { view: EvidenceView }) {
  const { t } = useT();
  if (barrier) return <p className="notice">{t(`form.closed.${barrier}`)}</p>;
  const isClosed = state === 'finished' || state === 'submitted' || state === 'approved';
  return isClosed && !mayEdit ? <p className="notice">{t(`evidence.closed.${state}`)}</p> : null;
}

function Refused({ refused, attached }: EvidenceAnswer) {
  const { t } = useT();
  return (
    <div className="alert" role="alert" id="refused">
      <ul>
        {refused.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        {attached.length > 0
          ? t('evidence.refused.attached', { files: attached.join(t('evidence.join')) })
          : t('evidence.refused.nothing')}
      </p>
    </div>
  );
}
