import type { MoneyUnit } from '#app/domain/figure-text.ts';
import type { TrendsView } from '#app/usecases/district-trends.server.ts';
import { ChooseOffices } from './choose-offices.tsx';
import { DistrictBlock } from './district-block.tsx';
import type { Links } from './links.ts';
import { MonthsBlock } from './months-block.tsx';
import { PanelsBlock } from './panels-block.tsx';
import { RanksBlock } from './ranks-block.tsx';

export interface TrendsPageProps {
  view: TrendsView;
  /** District and years, over the page and on saved pictures. */
  place: string;
  links: Links;
  unit: MoneyUnit;
}

/** Up to ten years: the district, the offices' ranks and figures, and this year's months against the calendar. */
export function TrendsPage(props: TrendsPageProps) {
  return (
    <div className="trends">
      <h1>{props.place}</h1>
      <DistrictBlock {...props} />
      <ChooseOffices view={props.view} links={props.links} />
      <RanksBlock {...props} />
      <PanelsBlock {...props} />
      <MonthsBlock {...props} />
    </div>
  );
}
