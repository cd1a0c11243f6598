import { type BoardState, isMissing } from '#app/domain/filing-progress.ts';
import { type QueueOrder, queueOrders } from '#app/domain/review-queue.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';

type Addressed = Pick<ProgressView, 'district' | 'year' | 'order'>;

/** The page with the queue in another order. */
export function progressHref({ district, year, order }: Addressed): string {
  return `/districts/${district.code}/${year}/progress${query(order)}`;
}

/** A submission's review page, which keeps the order of the queue for its next and previous. */
export function reviewHref({ district, year, order }: Addressed, { code }: { code: string }): string {
  return `/districts/${district.code}/${year}/review/${code}${query(order)}`;
}

/** Where an office's filing is seen: on the review page, or its report card while there is nothing to review. */
export function filingHref(view: Addressed, office: { code: string }, state: BoardState): string {
  return isMissing({ state }) && state !== 'returned'
    ? `/offices/${office.code}/${view.year}`
    : reviewHref(view, office);
}

export function fileHref({ district, year }: Addressed, format: 'xlsx' | 'csv'): string {
  return `/districts/${district.code}/${year}/progress.${format}`;
}

function query(order: QueueOrder): string {
  return order === queueOrders[0] ? '' : `?sort=${order}`;
}
