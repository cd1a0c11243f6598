import { Link } from '@remix-run/react';
import { Star } from '#app/components/charts/star.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { Relation } from '#app/domain/relations.ts';
import { figureText } from '#app/lib/cell-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { columnName } from '#app/lib/ranking-text.ts';
import {
  axisName,
  outlierPhrase,
  placeNumber,
  type RelationName,
  type RelationsText,
} from '#app/lib/relations-text.ts';
import { officeHref } from './links.ts';

interface RelationTableProps {
  name: RelationName;
  relation: Relation;
  title: string;
  text: RelationsText;
}

/** The plot's twin: both figures and both places of every office, and how it stands out. */
export function RelationTable({ name, relation, title, text }: RelationTableProps) {
  const { t, language } = text;
  const { x, y } = relation;
  const rank = (column: typeof x) => t('relations.rankOf', { measure: columnName(column, text) });
  return (
    <div className="data-scroll">
      <table className="data-table">
        <caption className="sr-only">{title}</caption>
        <TableHead
          columns={[
            [t('relations.office')],
            [axisName(x, text), 'n'],
            [rank(x), 'n'],
            [axisName(y, text), 'n'],
            [rank(y), 'n'],
            [t('relations.rankApart'), 'n'],
            [t('relations.note')],
          ]}
        />
        <tbody>
          {relation.points.map((point) => (
            <tr key={point.office.id} data-marked={point.outlier.length > 0 ? true : undefined}>
              <th scope="row">
                <Link to={officeHref(point.office, text)}>{localName(language, point.office)}</Link>
                <Star provisional={point.provisional} />
              </th>
              <td className="n">{figureText(point.x, x, text)}</td>
              <td className="n">{placeNumber(point.rankX)}</td>
              <td className="n">{figureText(point.y, y, text)}</td>
              <td className="n">{placeNumber(point.rankY)}</td>
              <td className="n">{placeNumber(Math.abs(point.rankX - point.rankY))}</td>
              <td>
                {point.outlier
                  .map((kind) => outlierPhrase(kind, name, relation, text))
                  .join(t('relations.semicolon'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
