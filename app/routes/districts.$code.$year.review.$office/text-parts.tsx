import { NotReported } from '#app/components/parts/not-reported.tsx';
import type { MissingReasons } from '#app/domain/findings/missing-reasons.ts';
import type { FigureLine, TextLine } from '#app/domain/review-fields.ts';
import { type ListRow, rowKey } from '#app/domain/review-lists.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { CommentsAt } from './comment-parts.tsx';
import { ChangeBadge, Marked } from './marked.tsx';
import { type Beside, differenceText, figureText, type PartName, partName, type Words } from './words.ts';

/** Long texts under each other, each with its marks. */
export function TextList({ lines, missing }: { lines: TextLine[]; missing: MissingReasons }) {
  const words = useT();
  return (
    <dl className="review-texts">
      {lines.map((line) => (
        <div key={line.field} data-changed={isMarked(line) ? '' : undefined}>
          <dt>
            {partName(line.item as PartName, words)} <ChangeBadge change={line.marked?.change} />
          </dt>
          <dd className="long-text">
            {missing[line.field] ? <NotReported reason={missing[line.field]} /> : <Marked line={line} />}
          </dd>
          <dd>
            <CommentsAt field={line.field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The entries of a list, what is gone at its end. */
export function EntryList({ rows, beside }: { rows: ListRow[]; beside: Beside }) {
  const { t } = useT();
  if (rows.length === 0) return <p className="missing">{t('review.section.none')}</p>;
  return (
    <ol className="review-entries">
      {rows.map((row, index) => (
        <Entry key={rowKey(row, index)} row={row} beside={beside} />
      ))}
    </ol>
  );
}

function Entry({ row, beside }: { row: ListRow; beside: Beside }) {
  const words = { ...useT(), unit: beside.unit };
  const [first, ...others] = row.texts;
  return (
    <li
      value={row.row}
      className={row.row === undefined ? 'review-gone' : undefined}
      data-changed={row.change === 'same' ? undefined : ''}
    >
      {first ? (
        <p className="review-entry">
          {row.row === undefined ? null : `${row.row}. `}
          <Marked line={first} /> <ChangeBadge change={row.change} isRow />
        </p>
      ) : null}
      {others.length + row.figures.length > 0 ? (
        <dl className="review-parts">
          {row.figures.map((figure) => (
            <div key={figure.field}>
              <dt>{partName(figure.item as PartName, words)}</dt>
              <dd>
                {row.change === 'gone' ? (
                  <del>{formerFigure(figure, words)}</del>
                ) : (
                  entryFigure(figure, words)
                )}
              </dd>
            </div>
          ))}
          {others.map((line) => (
            <div key={line.field}>
              <dt>{partName(line.item as PartName, words)}</dt>
              <dd>
                <Marked line={line} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {first && row.row !== undefined ? <CommentsAt field={first.field} /> : null}
    </li>
  );
}

/** “125.00万元（+3.00）”. */
function entryFigure({ kind, now, lastYear, former }: FigureLine, words: Words): string {
  const { t, unit } = words;
  const change = former ?? lastYear;
  const value = figureText(kind, now, words) ?? t('common.state.notReported');
  const by = change?.change === 'changed' ? differenceText(kind, change.by, words) : undefined;
  return `${value}${kind === 'money' && now ? t(`common.unit.${unit}`) : ''}${by ? ` (${by})` : ''}`;
}

/** What a figure was in an entry that is gone. */
function formerFigure({ kind, lastYear, former }: FigureLine, words: Words): string {
  const value = figureText(kind, (former ?? lastYear)?.before, words) ?? '';
  return kind === 'money' ? value + words.t(`common.unit.${words.unit}`) : value;
}

function isMarked({ marked }: TextLine): boolean {
  return marked !== undefined && marked.change !== 'same';
}
