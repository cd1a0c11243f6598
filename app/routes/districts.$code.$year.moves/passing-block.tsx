import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { Block } from '#app/components/charts/block.tsx';
import type { OfficeName } from '#app/domain/office-year.ts';
import type { Passing } from '#app/domain/rank-movement-reading.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { MoveRow, MovesView } from '#app/usecases/office-movement.server.ts';
import type { Links } from './links.ts';

interface PassingProps {
  view: MovesView;
  row: MoveRow;
  passing: Record<keyof Passing, OfficeName[]>;
  places: number;
  links: Links;
}

const kinds = ['overtook', 'left', 'overtakenBy', 'entered'] as const;

/** The same movement by names: whom it passed, who passed it, who left, who came. */
export function PassingBlock({ view, row, passing, places, links }: PassingProps) {
  const { t, language } = useT();
  const counts = {
    overtook: passing.overtook.length,
    left: passing.left.length,
    overtakenBy: passing.overtakenBy.length,
    entered: passing.entered.length,
  };
  return (
    <Block
      id="moves-passing"
      kicker={t('moves.passing.kicker')}
      title={t(`moves.title.passing.${passed(counts)}`, {
        office: localName(language, row.office),
        ...counts,
      })}
      offices={view.ranked.now}
      asOf={view.header.asOf}
      notes={[t('moves.passing.sum', { ...counts, places })]}
    >
      <dl className="moves-passing">
        {kinds.map((kind) => (
          <Fragment key={kind}>
            <dt>{t(`moves.passing.${kind}`)}</dt>
            <dd>
              {passing[kind].length === 0 ? (
                <span className="missing">{t('moves.passing.nobody')}</span>
              ) : (
                passing[kind].map((office, index) => (
                  <Fragment key={office.id}>
                    {index > 0 ? t('chart.list.comma') : null}
                    <Link to={links.self({ office: office.code })}>{localName(language, office)}</Link>
                  </Fragment>
                ))
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Block>
  );
}

function passed({ overtook, overtakenBy }: { overtook: number; overtakenBy: number }) {
  if (overtook > 0) return overtakenBy > 0 ? 'both' : 'overtook';
  return overtakenBy > 0 ? 'overtakenBy' : 'none';
}
