import { Form } from '@remix-run/react';
import { SourceLine } from '#app/components/frame/source-line.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { type ReviewList, reviewLists } from '#app/domain/review-lists.ts';
import type { MoneyItem, RateItem } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ReviewView, SubmissionUnderReview } from '#app/usecases/view-review.server.ts';
import { slotOf } from './address.ts';
import { CommentingAt, CommentsAt } from './comment-parts.tsx';
import { DecidePart } from './decide-part.tsx';
import { FigureTable } from './figure-table.tsx';
import { FindingsPart } from './findings-part.tsx';
import { HeadPart } from './head-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { Refusal, type Refused } from './refusal.tsx';
import { ScoreTable, scoreForm } from './score-table.tsx';
import { EntryList, TextList } from './text-parts.tsx';
import { type Beside, fieldName, type PartName, partName } from './words.ts';

export interface ReviewPageProps {
  view: ReviewView;
  districtCode: string;
  title: string;
  unit: MoneyUnit;
  mayReview: boolean;
  /** The field that a comment is being written at. */
  writing?: string;
  /** What was not done, with everything that was typed. */
  answer?: { refused: Refused; typed: Record<string, string> };
}

/** One submission, read from what the checks say down to the decision. */
export function ReviewPage(props: ReviewPageProps) {
  const { view, answer, unit } = props;
  const { t, language } = useT();
  const { submission, office, year } = view;
  return (
    <article className="report-card review-page">
      <HeadPart {...props} />
      {answer ? <Refusal refused={answer.refused} scores={submission?.scores ?? []} unit={unit} /> : null}
      {submission ? <Submission {...props} submission={submission} /> : null}
      <SourceLine source={t('review.source', { office: localName(language, office), year })} />
    </article>
  );
}

type SubmissionProps = ReviewPageProps & { submission: SubmissionUnderReview };

function Submission({ submission, view, unit, mayReview, writing, answer }: SubmissionProps) {
  const words = { ...useT(), unit };
  const { t } = words;
  const { lines, commands, scores } = submission;
  const beside: Beside = {
    year: view.year,
    hasLastYear: submission.hasLastYear,
    former: submission.formerShown?.revision,
    against: submission.against,
    unit,
  };
  const mayComment = commands.includes('comment');
  const nameOf = (field: string) => fieldName(field, scores, words);
  const commenting = {
    comments: submission.comments,
    revision: submission.revision,
    isOpen: mayComment,
    writing: mayComment ? writing : undefined,
    typed: answer?.typed.text,
    nameOf,
  };
  return (
    <CommentingAt value={commenting}>
      <Section title={t('review.section.findings')}>
        <FindingsPart findings={submission.findings} unit={unit} mayComment={mayComment} />
      </Section>
      <ScoreSection submission={submission} beside={beside} typed={answer?.typed} />
      <Section title={t('review.section.money', { unit: t(`common.unit.${unit}`) })}>
        <FigureTable
          title={t('review.section.money', { unit: t(`common.unit.${unit}`) })}
          lines={lines.money}
          nameOf={({ item }) => t(`domain.money.${item as MoneyItem}`)}
          beside={beside}
        />
      </Section>
      <Section title={t('review.section.rates')}>
        <FigureTable
          title={t('review.section.rates')}
          lines={[...lines.rates, ...lines.months]}
          nameOf={({ item, field }) =>
            field.startsWith('months.')
              ? t('review.section.months', { month: item })
              : t(`domain.rate.${item as RateItem}`)
          }
          beside={beside}
        />
      </Section>
      {reviewLists.map((list) => (
        <ListSection key={list} list={list} submission={submission} beside={beside} />
      ))}
      <Section title={t('review.section.texts')}>
        {lines.counts.length > 0 ? (
          <FigureTable
            title={t('review.section.counts')}
            lines={lines.counts}
            nameOf={({ item }) => partName(item as PartName, words)}
            beside={beside}
          />
        ) : null}
        <TextList lines={lines.texts} />
      </Section>
      <Elsewhere submission={submission} writing={commenting.writing} nameOf={nameOf} />
      <Section title={t('review.section.history')}>
        <HistoryPart steps={submission.steps} />
      </Section>
      <Section title={t('review.section.decide')}>
        <DecidePart submission={submission} mayReview={mayReview} typed={answer?.typed.reason} />
      </Section>
    </CommentingAt>
  );
}

function ScoreSection({
  submission,
  beside,
  typed,
}: Pick<SubmissionProps, 'submission'> & { beside: Beside; typed?: Record<string, string> }) {
  const { t } = useT();
  const isOpen = submission.commands.includes('score');
  return (
    <Section
      title={t('review.section.scores')}
      note={t(isOpen ? 'review.scores.note' : 'review.scores.readOnly')}
    >
      <ScoreTable lines={submission.scores} beside={beside} isOpen={isOpen} typed={typed} />
      {isOpen ? (
        <Form method="post" id={scoreForm} className="review-save no-print" preventScrollReset>
          <input type="hidden" name="seen" value={submission.version} />
          <button type="submit" name="intent" value="score" className="button button-primary">
            {t('review.scores.save')}
          </button>
        </Form>
      ) : null}
    </Section>
  );
}

function ListSection({
  list,
  submission: { lines },
  beside,
}: Pick<SubmissionProps, 'submission'> & { list: ReviewList; beside: Beside }) {
  const { t } = useT();
  if (list === 'followups' && lines.lists[list].length === 0) return null;
  return (
    <Section title={t(`review.section.${list}`)}>
      <EntryList rows={lines.lists[list]} beside={beside} />
    </Section>
  );
}

interface ElsewhereProps extends Pick<SubmissionProps, 'submission'> {
  writing?: string;
  nameOf(field: string): string;
}

/** Comments at fields that nobody states, now or before, and the form for one. */
function Elsewhere({ submission, writing, nameOf }: ElsewhereProps) {
  const { t } = useT();
  const shown = shownSlots(submission);
  const asked = [...submission.comments.map(({ field }) => field), ...(writing ? [writing] : [])];
  const fields = [...new Map(asked.map((field) => [slotOf(field), field])).entries()].filter(
    ([slot]) => !shown.has(slot),
  );
  if (fields.length === 0) return null;
  return (
    <Section title={t('review.comments.elsewhere')}>
      {fields.map(([slot, field]) => (
        <div key={slot}>
          <h3>{nameOf(field)}</h3>
          <CommentsAt field={field} />
        </div>
      ))}
    </Section>
  );
}

function shownSlots({ lines, scores }: SubmissionUnderReview): Set<string> {
  const fields = [
    ...[lines.money, lines.rates, lines.months, lines.counts].flat().map(({ field }) => field),
    ...lines.texts.map(({ field }) => field),
    ...reviewLists.flatMap((list) =>
      lines.lists[list].flatMap(({ row, texts }) => (row && texts[0] ? [texts[0].field] : [])),
    ),
    ...scores.map(({ self }) => self.field),
  ];
  return new Set(fields.map(slotOf));
}
