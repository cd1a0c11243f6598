import { Section } from '#app/components/report-card/section.tsx';
import { type ReviewList, reviewLists } from '#app/domain/review-lists.ts';
import type { MoneyItem, RateItem } from '#app/domain/submission.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { SubmissionUnderReview } from '#app/usecases/view-review.server.ts';
import { CommentingAt } from './comment-parts.tsx';
import { DecidePart } from './decide-part.tsx';
import { Elsewhere } from './elsewhere-part.tsx';
import { FigureTable } from './figure-table.tsx';
import { FindingsPart } from './findings-part.tsx';
import { HistoryPart } from './history-part.tsx';
import type { ReviewPageProps } from './review-page.tsx';
import { ScorePart } from './score-part.tsx';
import { EntryList, TextList } from './text-parts.tsx';
import { type Beside, fieldName, type PartName, partName } from './words.ts';

/** Of the page, in reading order; links at its head lead to them. */
const partIds = [
  'findings',
  'scores',
  'money',
  'rates',
  ...reviewLists,
  'texts',
  'history',
  'decide',
] as const;

type SubmissionProps = ReviewPageProps & { submission: SubmissionUnderReview };

/** Everything about a submission, from what the checks say down to the decision. */
export function SubmissionParts({ submission, view, unit, mayReview, writing, answer }: SubmissionProps) {
  const words = { ...useT(), unit };
  const { t } = words;
  const { lines, commands, scores } = submission;
  const beside: Beside = {
    year: view.year,
    hasLastYear: submission.hasLastYear,
    former: submission.formerShown?.revision,
    against: submission.against,
    missing: submission.missing,
    unit,
  };
  const mayComment = commands.includes('comment');
  const nameOf = (field: string) => fieldName(field, scores, words);
  const commenting = {
    officeCode: view.office.code,
    year: view.year,
    comments: submission.comments,
    revision: submission.revision,
    isOpen: mayComment,
    writing: mayComment ? writing : undefined,
    typed: answer?.typed.text,
    nameOf,
  };
  return (
    <CommentingAt value={commenting}>
      <JumpLinks unit={unit} />
      <Section id="findings" title={t('review.section.findings')}>
        <FindingsPart findings={submission.findings} unit={unit} mayComment={mayComment} />
      </Section>
      <ScorePart
        submission={submission}
        beside={beside}
        base={`/offices/${view.office.code}/${view.year}`}
        typed={answer?.typed}
      />
      <Section id="money" title={t('review.section.money', { unit: t(`common.unit.${unit}`) })}>
        <FigureTable
          title={t('review.section.money', { unit: t(`common.unit.${unit}`) })}
          lines={lines.money}
          nameOf={({ item }) => t(`domain.money.${item as MoneyItem}`)}
          beside={beside}
        />
      </Section>
      <Section id="rates" title={t('review.section.rates')}>
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
      <Section id="texts" title={t('review.section.texts')}>
        {lines.counts.length > 0 ? (
          <FigureTable
            title={t('review.section.counts')}
            lines={lines.counts}
            nameOf={({ item }) => partName(item as PartName, words)}
            beside={beside}
          />
        ) : null}
        <TextList lines={lines.texts} missing={submission.missing} />
      </Section>
      <Elsewhere submission={submission} writing={commenting.writing} nameOf={nameOf} />
      <Section id="history" title={t('review.section.history')}>
        <HistoryPart steps={submission.steps} />
      </Section>
      <Section id="decide" title={t('review.section.decide')}>
        <DecidePart submission={submission} mayReview={mayReview} typed={answer?.typed.reason} />
      </Section>
    </CommentingAt>
  );
}

function JumpLinks({ unit }: Pick<ReviewPageProps, 'unit'>) {
  const { t } = useT();
  return (
    <nav className="review-jump no-print" aria-label={t('review.section.jump')}>
      {partIds.map((id) => (
        <a key={id} href={`#${id}`}>
          {t(`review.section.${id}`, { unit: t(`common.unit.${unit}`) })}
        </a>
      ))}
    </nav>
  );
}

function ListSection({
  list,
  submission: { lines },
  beside,
}: Pick<SubmissionProps, 'submission'> & { list: ReviewList; beside: Beside }) {
  const { t } = useT();
  return (
    <Section id={list} title={t(`review.section.${list}`)}>
      <EntryList rows={lines.lists[list]} beside={beside} />
    </Section>
  );
}
