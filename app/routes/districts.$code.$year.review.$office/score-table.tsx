import { EvidenceLinks } from '#app/components/evidence/evidence-links.tsx';
import { NotReported } from '#app/components/parts/not-reported.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { type HeadColumn, TableHead } from '#app/components/parts/table-head.tsx';
import { ScoreFormula } from '#app/components/scoring/score-formula.tsx';
import { formatScore } from '#app/domain/figure-text.ts';
import type { Maybe } from '#app/domain/money.ts';
import type { ReviewScoreLine } from '#app/domain/review-score-lines.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ReviewedEvidence } from '#app/usecases/view-review.server.ts';
import { CommentsAt } from './comment-parts.tsx';
import { isChanged } from './figure-table.tsx';
import { ChangeBadge, Marked } from './marked.tsx';
import { type Beside, differenceText, type PartName, partName } from './words.ts';

/** The form that the inputs of the table belong to; it stands under it, because comments in the table have their own. */
export const scoreForm = 'score-form';

interface ScoreTableProps {
  lines: ReviewScoreLine[];
  beside: Beside;
  /** Files at the indicators, and the office's pages of the year that they are under. */
  evidence: readonly ReviewedEvidence[];
  base: string;
  /** The reader may set reviewed scores now. */
  isOpen: boolean;
  /** What was typed and not saved, by name of the input. */
  typed?: Record<string, string>;
}

/** Self, computed and reviewed score of every node; the lowest ones take the reviewer's score and reason. */
export function ScoreTable(props: ScoreTableProps) {
  const { lines, beside } = props;
  const { t } = useT();
  const heads: (HeadColumn | false)[] = [
    [t('review.scores.node')],
    [t('review.scores.weight'), 'n'],
    [t('review.scores.self'), 'n'],
    beside.hasLastYear && [t('review.scores.byYear'), 'n'],
    beside.former !== undefined && [t('review.scores.byFormer', { revision: beside.former }), 'n'],
    [t('review.scores.computed'), 'n'],
    [t('review.scores.reviewed'), 'n'],
    [t('review.scores.reason')],
    [t('review.column.comments')],
  ];
  return (
    <ScrollRegion label={t('review.section.scores')}>
      <table className="data-table report-table review-table review-scores">
        <TableHead columns={heads} />
        <tbody>
          {lines.map((line) => (
            <ScoreRow key={line.code} line={line} {...props} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ScoreRow({
  line,
  beside,
  isOpen,
  typed,
  evidence,
  base,
}: ScoreTableProps & { line: ReviewScoreLine }) {
  const { t, language } = useT();
  const { node, self, explained, reviewed } = line;
  const points = (value: Maybe) => formatScore(value, language) ?? t('common.state.notApplicable');
  const by = (value: Maybe) =>
    differenceText('score', value, { t, language, unit: beside.unit }) ?? t('common.state.notApplicable');
  const name = node ? localName(language, node) : t('review.scores.total');
  return (
    <tr data-level={node?.level ?? 1} data-changed={isChanged(self, beside) ? '' : undefined}>
      <th scope="row">
        {name}
        {line.texts.map((text) => (
          <span key={text.field} className="mark">
            {partName(text.item as PartName, { t })}
            {t('chart.colon')}
            <Marked line={text} />
          </span>
        ))}
        <EvidenceLinks base={base} files={evidence.filter(({ node }) => node === line.code)} />
        {explained && explained.rule.kind !== 'manual' ? (
          <ScoreFormula explained={explained} unit={beside.unit} />
        ) : null}
      </th>
      <td className="n">{points(line.weight)}</td>
      <td className="n">
        {self.now === undefined && (line.isIndicator || !node) ? (
          <NotReported reason={beside.missing[self.field]} />
        ) : (
          points(self.now)
        )}{' '}
        <ChangeBadge change={beside.against === 'year' ? undefined : newOrGone(self.former?.change)} />
      </td>
      {beside.hasLastYear ? <td className="n">{by(self.lastYear?.by)}</td> : null}
      {beside.former !== undefined ? (
        <td className="n review-by" data-change={self.former?.change}>
          {by(self.former?.by)}
        </td>
      ) : null}
      <td className="n">{points(explained?.score)}</td>
      {line.isIndicator && isOpen ? (
        <ScoreInputs line={line} name={name} typed={typed} />
      ) : (
        <>
          <td className="n">{points(reviewed)}</td>
          <td className="words">
            {line.reviewedReason ??
              (reviewed !== undefined && !line.isIndicator ? (
                <span className="missing">{t('review.scores.carried')}</span>
              ) : null)}
          </td>
        </>
      )}
      <td className="review-comments">
        <CommentsAt field={self.field} />
      </td>
    </tr>
  );
}

/** Keyed by what is stored, so that a saved score is shown as it was saved. */
function ScoreInputs({
  line: { code, reviewed, reviewedReason },
  name,
  typed,
}: Pick<ScoreTableProps, 'typed'> & { line: ReviewScoreLine; name: string }) {
  const { t } = useT();
  const [score, reason] = [`score.${code}`, `reason.${code}`];
  return (
    <>
      <td className="n">
        <input
          key={reviewed}
          form={scoreForm}
          name={score}
          inputMode="decimal"
          autoComplete="off"
          className="review-score"
          defaultValue={typed?.[score] ?? reviewed ?? ''}
          aria-label={t('review.scores.input', { node: name })}
        />
      </td>
      <td>
        <input
          key={reviewedReason}
          form={scoreForm}
          name={reason}
          autoComplete="off"
          maxLength={2000}
          className="review-reason"
          defaultValue={typed?.[reason] ?? reviewedReason ?? ''}
          aria-label={t('review.scores.inputReason', { node: name })}
        />
      </td>
    </>
  );
}

function newOrGone(change: string | undefined) {
  return change === 'new' || change === 'gone' ? change : undefined;
}
