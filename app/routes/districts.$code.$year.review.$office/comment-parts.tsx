import { Form, Link, useLocation } from '@remix-run/react';
import { createContext, type ReactNode, useContext } from 'react';
import { FieldHistoryLink } from '#app/components/audit/field-history.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import { withParams } from '#app/lib/search-params.ts';
import type { SubmissionUnderReview } from '#app/usecases/view-review.server.ts';
import { anchorOf, slotOf } from './address.ts';
import { momentText } from './words.ts';

type Comment = SubmissionUnderReview['comments'][number];

interface Commenting {
  /** Whose report of which year; the history of a field stands there. */
  officeCode: string;
  year: number;
  comments: Comment[];
  revision: number;
  /** The reader may comment. */
  isOpen: boolean;
  /** The field that a comment is being written at, as the address says. */
  writing?: string;
  /** What was typed and not saved. */
  typed?: string;
  nameOf(field: string): string;
}

const CommentingContext = createContext<Commenting | undefined>(undefined);

/** What every field of the page needs to know to show and take comments. */
export function CommentingAt({ value, children }: { value: Commenting; children: ReactNode }) {
  return <CommentingContext.Provider value={value}>{children}</CommentingContext.Provider>;
}

/** A field's comments, those of earlier revisions too, the form for another where the address opens it, and its history. */
export function CommentsAt({ field }: { field: string }) {
  const commenting = useContext(CommentingContext);
  const { t } = useT();
  const location = useLocation();
  if (!commenting) return null;
  const { comments, isOpen, writing, nameOf, officeCode, year } = commenting;
  const here = comments.filter((comment) => slotOf(comment.field) === slotOf(field));
  return (
    <div className="comments" id={anchorOf(field)}>
      {here.map((comment) => (
        <OneComment key={comment.id} comment={comment} commenting={commenting} />
      ))}
      {!isOpen ? null : writing !== undefined && slotOf(writing) === slotOf(field) ? (
        <CommentForm field={writing} typed={commenting.typed} name={nameOf(field)} />
      ) : (
        <Link
          className="comment-add no-print"
          to={`${withParams(location, { comment: field })}#${anchorOf(field)}`}
          preventScrollReset
          aria-label={t('review.comments.addTo', { field: nameOf(field) })}
        >
          {t('review.comments.add')}
        </Link>
      )}
      <FieldHistoryLink officeCode={officeCode} year={year} field={field} name={nameOf(field)} />
    </div>
  );
}

function OneComment({ comment, commenting }: { comment: Comment; commenting: Commenting }) {
  const { t } = useT();
  const isNow = comment.revision === commenting.revision;
  return (
    <div className="comment" data-earlier={isNow ? undefined : ''}>
      <p className="comment-text">{comment.text}</p>
      <div className="comment-foot">
        {isNow ? null : `${t('review.comments.earlier', { revision: comment.revision })} `}
        {t('review.comments.at', { date: momentText(comment.createdAt) })}
        {isNow && commenting.isOpen ? (
          <Form method="post" className="comment-remove no-print" preventScrollReset>
            <input type="hidden" name="id" value={comment.id} />
            <input type="hidden" name="field" value={comment.field} />
            <button
              type="submit"
              name="intent"
              value="uncomment"
              className="link-button"
              aria-label={t('review.comments.removeLabel', { text: comment.text })}
            >
              {t('review.comments.remove')}
            </button>
          </Form>
        ) : null}
      </div>
    </div>
  );
}

function CommentForm({ field, typed, name }: { field: string; typed?: string; name: string }) {
  const { t } = useT();
  const location = useLocation();
  const { revision = 0 } = useContext(CommentingContext) ?? {};
  return (
    <Form method="post" className="comment-form no-print" preventScrollReset>
      <input type="hidden" name="field" value={field} />
      <input type="hidden" name="revision" value={revision} />
      <textarea
        name="text"
        rows={3}
        maxLength={2000}
        required
        defaultValue={typed}
        aria-label={t('review.comments.addTo', { field: name })}
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this field
        autoFocus
      />
      <p>
        <button type="submit" name="intent" value="comment" className="button button-primary">
          {t('review.comments.save')}
        </button>
        <Link to={`${withParams(location, { comment: undefined })}#${anchorOf(field)}`} preventScrollReset>
          {t('review.comments.cancel')}
        </Link>
      </p>
    </Form>
  );
}
