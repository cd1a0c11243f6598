import { Form, Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { isBlocked, type QueueEntry, type QueueOrder } from '#app/domain/review-queue.ts';
import { severities } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';
import { progressHref, reviewHref } from './links.ts';

/** Columns of the queue; those with an order are sorted by their head. */
const columns: {
  id: 'office' | 'waiting' | 'submitted' | 'findings' | 'unanswered' | 'late' | 'again' | 'revision';
  order?: QueueOrder;
  figure?: boolean;
}[] = [
  { id: 'office', order: 'office' },
  { id: 'waiting', order: 'waiting', figure: true },
  { id: 'submitted' },
  { id: 'findings', order: 'findings', figure: true },
  { id: 'unanswered', figure: true },
  { id: 'late', order: 'late' },
  { id: 'again', order: 'again' },
  { id: 'revision', figure: true },
];

/** What waits for review; the reviewer picks and approves what needs no second look. */
export function QueueBlock({ view, mayReview }: { view: ProgressView; mayReview: boolean }) {
  const { t } = useT();
  const { queue } = view;
  const days = Math.max(...queue.map((entry) => entry.days ?? -1));
  const title =
    queue.length === 0
      ? t('progress.queue.empty')
      : days < 0
        ? t('progress.queue.undated', { count: queue.length })
        : t('progress.queue.title', { count: queue.length, days });
  return (
    <Block
      id="queue"
      kicker={t('progress.queue.kicker')}
      title={title}
      offices={queue.length}
      asOf={view.today}
      notes={
        queue.length === 0
          ? []
          : [
              t('progress.queue.order', { order: t(`progress.queue.sort.${view.order}`) }),
              mayReview && queue.some(isBlocked) ? t('progress.queue.blockedNote') : undefined,
              mayReview ? undefined : t('progress.queue.leader'),
            ]
      }
    >
      {queue.length === 0 ? null : mayReview ? (
        <Form method="post" preventScrollReset>
          <QueueTable view={view} picks />
          <p className="queue-approve no-print">
            <button type="submit" name="intent" value="approve" className="button button-primary">
              {t('progress.queue.approve')}
            </button>
          </p>
        </Form>
      ) : (
        <QueueTable view={view} picks={false} />
      )}
    </Block>
  );
}

function QueueTable({ view, picks }: { view: ProgressView; picks: boolean }) {
  const { t } = useT();
  return (
    <ScrollRegion label={t('progress.queue.kicker')}>
      <table className="data-table queue-table">
        <thead>
          <tr>
            {picks ? (
              <th scope="col" className="no-print">
                {t('progress.queue.column.pick')}
              </th>
            ) : null}
            {columns.map(({ id, order, figure }) => (
              <th
                key={id}
                scope="col"
                className={figure ? 'n' : undefined}
                aria-sort={
                  order === view.order ? (order === 'office' ? 'ascending' : 'descending') : undefined
                }
              >
                {order ? (
                  <Link to={progressHref({ ...view, order })} preventScrollReset>
                    {t(`progress.queue.column.${id}`)}
                  </Link>
                ) : (
                  t(`progress.queue.column.${id}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.queue.map((entry) => (
            <QueueRow key={entry.office.code} entry={entry} view={view} picks={picks} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RowProps {
  entry: QueueEntry;
  view: ProgressView;
  picks: boolean;
}

function QueueRow({ entry, view, picks }: RowProps) {
  const { t, language } = useT();
  const name = localName(language, entry.office);
  const none = t('progress.queue.no');
  return (
    <tr>
      {picks ? (
        <td className="queue-pick no-print">
          {isBlocked(entry) ? (
            <span className="badge" data-tone="error">
              {t('progress.queue.blocked')}
            </span>
          ) : (
            <input
              type="checkbox"
              name="office"
              value={`${entry.office.code}.${entry.version}`}
              aria-label={t('progress.queue.pick', { office: name })}
            />
          )}
        </td>
      ) : null}
      <th scope="row">
        <Link to={reviewHref(view, entry.office)}>{name}</Link>
      </th>
      <td className="n">{entry.days ?? none}</td>
      <td>{entry.submittedOn ?? none}</td>
      <td className={entry.findings.error > 0 ? 'n lost' : 'n'}>
        {severities.map((severity) => entry.findings[severity]).join(' / ')}
      </td>
      <td className="n">{entry.unanswered}</td>
      <td>
        {entry.late ? (
          <span className="badge" data-tone="warning">
            {t('progress.queue.late')}
          </span>
        ) : (
          none
        )}
      </td>
      <td>{entry.again ? t('progress.queue.again') : none}</td>
      <td className="n">{entry.revision}</td>
    </tr>
  );
}
