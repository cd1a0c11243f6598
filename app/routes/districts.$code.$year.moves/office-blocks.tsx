import { Link } from '@remix-run/react';
import { EmptyState } from '#app/components/frame/empty-state.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { MovesView } from '#app/usecases/office-movement.server.ts';
import type { Links } from './links.ts';
import { PassingBlock } from './passing-block.tsx';
import { RankBlock } from './rank-block.tsx';
import { ValueBlock } from './value-block.tsx';
import { boundaryRemark, missingText } from './words.ts';

type Chosen = NonNullable<MovesView['chosen']>;

export interface OfficeBlocksProps {
  view: MovesView;
  chosen: Chosen;
  place: string;
  links: Links;
}

/** One office: how its rank and its value came about, and whom it passed; or why that cannot be said. */
export function OfficeBlocks({ view, chosen, place, links }: OfficeBlocksProps) {
  const words = useT();
  const { t, language } = words;
  const { row, passing } = chosen;
  const office = localName(language, row.office);
  const remark = boundaryRemark(row, words);
  return (
    <>
      {remark ? <p className="notice">{remark}</p> : null}
      {row.movement && passing ? (
        <>
          <RankBlock view={view} row={row} movement={row.movement} place={place} />
          <ValueBlock view={view} row={row} movement={row.movement} place={place} />
          <PassingBlock view={view} row={row} passing={passing} links={links} places={row.movement.places} />
        </>
      ) : (
        <EmptyState title={t('moves.empty.title', { office })}>
          <p>
            {t('moves.empty.body', {
              reasons:
                view.lastYear === undefined
                  ? t('moves.list.noLastYear', { year: view.header.year - 1 })
                  : missingText(row, words),
            })}
          </p>
        </EmptyState>
      )}
      <p className="moves-onward no-print">
        <Link to={links.reportCard(row.office.code)}>{t('moves.choose.card', { office })}</Link>
        <Link to={links.trends(row.office.code)}>{t('moves.choose.trends', { office })}</Link>
      </p>
    </>
  );
}
