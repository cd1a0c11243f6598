import { NotReported } from '#app/components/parts/not-reported.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { type HeadColumn, TableHead } from '#app/components/parts/table-head.tsx';
import type { FigureChange } from '#app/domain/field-change.ts';
import type { FigureLine } from '#app/domain/review-fields.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { CommentsAt } from './comment-parts.tsx';
import { type Beside, differenceText, figureText, type Words } from './words.ts';

interface FigureTableProps {
  title: string;
  lines: FigureLine[];
  nameOf(line: FigureLine): string;
  beside: Beside;
}

/** Figures with last year's and a former revision's beside them, differences with their signs. */
export function FigureTable({ title, lines, nameOf, beside }: FigureTableProps) {
  const words = { ...useT(), unit: beside.unit };
  const { t } = words;
  return (
    <ScrollRegion label={title}>
      <table className="data-table report-table review-table">
        <TableHead
          columns={[
            [t('review.column.item')],
            [t('review.column.now'), 'n'],
            ...besideHeads(beside, words),
            [t('review.column.comments')],
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr key={line.field} data-changed={isChanged(line, beside) ? '' : undefined}>
              <th scope="row">{nameOf(line)}</th>
              <td className="n">
                {figureText(line.kind, line.now, words) ?? (
                  <NotReported reason={beside.missing[line.field]} />
                )}
              </td>
              <BesideCells line={line} beside={beside} />
              <td className="review-comments">
                <CommentsAt field={line.field} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Heads of what stands beside the figures. */
export function besideHeads({ year, former, hasLastYear }: Beside, { t }: Pick<Words, 't'>): HeadColumn[] {
  return [
    ...(hasLastYear
      ? [
          [t('review.column.lastYear', { year: year - 1 }), 'n'] as const,
          [t('review.column.byYear'), 'n'] as const,
        ]
      : []),
    ...(former
      ? [
          [t('review.column.former', { revision: former }), 'n'] as const,
          [t('review.column.byFormer', { revision: former }), 'n'] as const,
        ]
      : []),
  ];
}

/** The figure of last year and of the former revision, each with the difference. */
export function BesideCells({ line, beside }: { line: FigureLine; beside: Beside }) {
  return (
    <>
      {beside.hasLastYear ? <Pair line={line} change={line.lastYear} unit={beside} /> : null}
      {beside.former ? <Pair line={line} change={line.former} unit={beside} /> : null}
    </>
  );
}

export function isChanged(line: FigureLine, { against }: Beside): boolean {
  const change = (against === 'year' ? line.lastYear : line.former)?.change;
  return change !== undefined && change !== 'same';
}

function Pair({ line, change, unit: { unit } }: { line: FigureLine; change?: FigureChange; unit: Beside }) {
  const words = { ...useT(), unit };
  const { t } = words;
  const word = change?.change === 'new' || change?.change === 'gone' ? change.change : undefined;
  return (
    <>
      <td className="n">{figureText(line.kind, change?.before, words) ?? <NotReported />}</td>
      <td className="n review-by" data-change={change?.change}>
        {word
          ? t(`review.change.${word}`)
          : (differenceText(line.kind, change?.by, words) ?? t('common.state.notApplicable'))}
      </td>
    </>
  );
}
