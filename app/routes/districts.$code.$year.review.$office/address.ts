import { fieldPlace } from '#app/domain/form/fields.ts';
import type { QueueOrder } from '#app/domain/review-queue.ts';
import { queueOrders } from '#app/domain/review-queue.ts';
import { oneOf } from '#app/lib/search-params.ts';

/** What the page's address says beside the unit: the order of the queue, what is marked, where a comment is being written. */
export interface ReviewAddress {
  order: QueueOrder;
  against?: string;
  comment?: string;
}

/** Total: a bad value becomes the default. */
export function decodeReview(search: URLSearchParams): ReviewAddress {
  return {
    order: oneOf(queueOrders, search.get('sort')) ?? 'waiting',
    against: search.get('against') ?? undefined,
    comment: search.get('comment') ?? undefined,
  };
}

/** Where on the page a field of the form is seen: a row of a list and a node of the framework have one place for all parts. */
export function slotOf(field: string): string {
  const place = fieldPlace(field);
  if (place?.kind === 'row') return `${place.list}.${place.row}`;
  return place?.kind === 'score' ? `scores.${place.node}` : field;
}

/** The anchor of a field on the page. */
export function anchorOf(field: string): string {
  return `f-${slotOf(field)}`;
}
