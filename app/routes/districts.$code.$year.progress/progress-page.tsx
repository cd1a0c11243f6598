import { Link } from '@remix-run/react';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { BulkApproval } from '#app/usecases/approve-chosen.server.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';
import { BulkResult } from './bulk-result.tsx';
import { FindingsBlock, StepsBlock } from './figures-blocks.tsx';
import { QueueBlock } from './queue-block.tsx';
import { RemindersBlock } from './reminders-block.tsx';
import { StatesBlock } from './states-block.tsx';
import { missingText, roundText, waitingText } from './words.ts';

interface ProgressPageProps {
  view: ProgressView;
  /** The reader reviews; others read. */
  mayReview: boolean;
  result?: BulkApproval;
}

/** A round on one page: who is missing, what waits for review, whom to remind. */
export function ProgressPage({ view, mayReview, result }: ProgressPageProps) {
  const words = useT();
  const { t, language } = words;
  return (
    <div className="progress-page">
      <header className="progress-lede">
        <h1>{t('progress.title', { district: localName(language, view.district), year: view.year })}</h1>
        <p className="progress-answer">{missingText(view, words)}</p>
        <p className="progress-answer">{waitingText(view, words)}</p>
        <p className="progress-rules">{roundText(view, words)}</p>
        {mayReview ? (
          <p className="no-print">
            <Link to={`/districts/${view.district.code}/${view.year}/import`}>
              {t('progress.importTable')}
            </Link>
          </p>
        ) : null}
      </header>
      {result ? <BulkResult result={result} view={view} /> : null}
      <div className="progress-pair">
        <StatesBlock view={view} />
        <div className="progress-side">
          <FindingsBlock view={view} />
          <StepsBlock view={view} />
        </div>
      </div>
      <QueueBlock view={view} mayReview={mayReview} />
      <RemindersBlock view={view} />
    </div>
  );
}
