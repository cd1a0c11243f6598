import { Link } from '@remix-run/react';
import { movementRules } from '#app/domain/rank-movement.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { MovesView } from '#app/usecases/office-movement.server.ts';
import { ChooseOffice } from './choose-office.tsx';
import type { Links } from './links.ts';
import { ListBlock } from './list-block.tsx';
import { OfficeBlocks } from './office-blocks.tsx';

export interface MovesPageProps {
  view: MovesView;
  /** District and year, over the page and on saved pictures. */
  place: string;
  links: Links;
}

/** Why offices moved: the list of all, or one office's way from last year's rank to this year's. */
export function MovesPage({ view, place, links }: MovesPageProps) {
  const { t } = useT();
  const { search, chosen } = view;
  return (
    <div className="moves-page">
      <header className="moves-head">
        <h1>{place}</h1>
        <div className="moves-bar no-print">
          <nav className="switch" aria-label={t('moves.rule.label')}>
            <span className="switch-label" aria-hidden="true">
              {t('moves.rule.label')}
            </span>
            {movementRules.map((rule) => (
              <Link
                key={rule}
                to={links.self({ rule })}
                aria-current={rule === search.rule ? 'true' : undefined}
              >
                {t(`moves.rule.${rule}`)}
              </Link>
            ))}
          </nav>
          <ChooseOffice view={view} />
          {chosen ? <Link to={links.self({ office: undefined })}>{t('moves.choose.all')}</Link> : null}
        </div>
      </header>
      {chosen ? (
        <OfficeBlocks view={view} chosen={chosen} place={place} links={links} />
      ) : (
        <ListBlock view={view} links={links} />
      )}
    </div>
  );
}
