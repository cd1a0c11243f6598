import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { RankChange } from '#app/components/charts/change.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import type { MoveSort } from '#app/domain/rank-movement-search.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { MoveRow, MovesView } from '#app/usecases/office-movement.server.ts';
import type { Links } from './links.ts';
import { boundaryRemark, boundaryText, listTitle, mainReasonText, missingText, ruleNotes } from './words.ts';

interface ListProps {
  view: MovesView;
  links: Links;
}

/** Every office: last year's rank, this year's, and the main reason in words. */
export function ListBlock({ view, links }: ListProps) {
  const words = useT();
  const { t } = words;
  const { header, search, lastYear, rows, ranked } = view;
  const remarks = rows.flatMap((row) => boundaryRemark(row, words) ?? []);
  return (
    <Block
      id="moves-list"
      kicker={t('moves.list.kicker', {
        rule: t(`moves.rule.${search.rule}`),
        before: header.year - 1,
        now: header.year,
      })}
      title={listTitle(view, words)}
      offices={ranked.now}
      asOf={header.asOf}
      notes={
        lastYear === undefined
          ? []
          : [
              ...remarks,
              t('moves.note.main'),
              ...ruleNotes(view, words),
              header.provisional ? t('moves.note.provisional') : undefined,
            ]
      }
    >
      {lastYear === undefined ? null : <MovesList view={view} links={links} />}
    </Block>
  );
}

function MovesList({ view, links }: ListProps) {
  const { t } = useT();
  const { header } = view;
  return (
    <ScrollRegion label={t('moves.list.caption')}>
      <table className="data-table moves-list">
        <caption className="sr-only">{t('moves.list.caption')}</caption>
        <thead>
          <tr>
            <SortHead view={view} links={links} sorts={['office']} name={t('moves.list.office')} />
            <SortHead
              view={view}
              links={links}
              sorts={['before']}
              name={t('moves.list.before', { year: header.year - 1 })}
              figures
            />
            <SortHead
              view={view}
              links={links}
              sorts={['rank']}
              name={t('moves.list.now', { year: header.year })}
              figures
            />
            <SortHead
              view={view}
              links={links}
              sorts={['up', 'down']}
              name={t('moves.list.change')}
              figures
            />
            <th scope="col">{t('moves.list.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Row key={row.office.id} row={row} view={view} links={links} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface SortHeadProps extends ListProps {
  /** The orders that this column offers, one after the other. */
  sorts: readonly [MoveSort, MoveSort?];
  name: string;
  figures?: boolean;
}

/** A heading that is a link: to its order, or to the opposite one where the column has two. */
function SortHead({ view, links, sorts, name, figures }: SortHeadProps) {
  const { t } = useT();
  const { sort } = view.search;
  const sorted = sorts.includes(sort);
  const next = sort === sorts[0] ? (sorts[1] ?? sorts[0]) : sorts[0];
  const column = next === 'up' || next === 'down' ? t(`moves.list.${next}`) : name;
  return (
    <th
      scope="col"
      className={figures ? 'n' : undefined}
      aria-sort={sorted ? (sort === 'up' ? 'descending' : 'ascending') : undefined}
    >
      <Link to={links.self({ sort: next })} title={t('moves.list.sort', { column })} preventScrollReset>
        {name}
      </Link>
      {sorted ? <span className="moves-sorted">{sort === 'up' ? ' ▼' : ' ▲'}</span> : null}
    </th>
  );
}

function Row({ row, view, links }: { row: MoveRow } & ListProps) {
  const words = useT();
  const { t, language } = words;
  const { office, movement, before, now, boundary } = row;
  const name = localName(language, office);
  return (
    <tr>
      <th scope="row">
        <Link to={links.self({ office: office.code })}>
          {name}
          <span className="sr-only">
            {t('chart.colon')}
            {t('moves.list.open', { office: name })}
          </span>
        </Link>
        <Star provisional={row.provisional} />
      </th>
      <td className="n">{before ?? <Absent />}</td>
      <td className="n">{now ?? <Absent />}</td>
      <td className="n">{movement ? <RankChange places={movement.places} /> : <Absent />}</td>
      <td>
        {movement ? (
          mainReasonText(movement, view.search.rule, words)
        ) : (
          <span className="missing">{missingText(row, words)}</span>
        )}
        {boundary.map((change) => (
          <span key={change.kind} className="moves-boundary">
            {boundaryText(change, words)}
          </span>
        ))}
      </td>
    </tr>
  );
}

function Absent() {
  const { t } = useT();
  return <span className="missing">{t('common.state.notApplicable')}</span>;
}
