import { Block } from '#app/components/charts/block.tsx';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { axisOf } from '#app/components/charts/plot.ts';
import type { Words } from '#app/components/charts/words.ts';
import { breaksSeries } from '#app/domain/boundary-change.ts';
import type { Maybe } from '#app/domain/money.ts';
import type { OfficeLine } from '#app/domain/trends.ts';
import { panelSorts, type TrendMeasure, trendMeasures } from '#app/domain/trends-search.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { TrendsView } from '#app/usecases/district-trends.server.ts';
import { type Panel, PanelsDrawing } from './panels-drawing.tsx';
import { PanelsTable } from './panels-table.tsx';
import { SwitchLinks } from './switch-links.tsx';
import type { TrendsPageProps } from './trends-page.tsx';
import { absenceText, breakNotes, panelsTitle, valueText } from './words.ts';

/** One small chart an office against the district's median, all on the same scales. */
export function PanelsBlock({ view, place, links }: TrendsPageProps) {
  const words = useT();
  const { t } = words;
  const { header, panels, search, years } = view;
  const { measure } = search;
  const values = panels.lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const kicker = t('trends.panels.kicker', { measure: t(`trends.measure.${measure}`) });
  const title = panelsTitle(view, words);
  const axis = axisOf(values.length > 0 ? values.map(Number) : [0, 100]);
  const unit = t('chart.unit', { unit: t(`trends.unit.${measure}`) });
  const notes = [
    t('trends.panels.note', { from: axis.from, to: axis.to }),
    ...breakNotes(view, words, measure),
  ];
  const offices = panels.lines.filter(({ points }) => points.at(-1)?.value !== undefined).length;
  const ends = [years[0], years.at(-1)].map(String) as [string, string];
  return (
    <Block id="trend-panels" kicker={kicker} title={title} offices={offices} asOf={header.asOf} notes={notes}>
      <Switches search={search} links={links} />
      <DrawnFigure
        picture={{
          kicker: t('chart.kicker', { place, measure: kicker }),
          title,
          offices,
          asOf: header.asOf,
          provisional: header.provisional,
          notes,
          fileName: `${view.district.code}-${header.year}-panels-${measure}`,
        }}
        unit={unit}
        drawing={
          <PanelsDrawing
            panels={panels.lines.map((line) =>
              panelOf(line, view, links.reportCard(line.office.code), words),
            )}
            span={[years[0] ?? header.year, header.year]}
            axis={axis}
            newFrameworks={measure === 'total_score' ? view.newFrameworks : []}
            columns={6}
            height={118}
            ends={ends[0] === ends[1] ? ['', ends[1]] : ends}
          />
        }
      >
        <PanelsTable panels={panels} measure={measure} title={title} />
      </DrawnFigure>
    </Block>
  );
}

function Switches({ search, links }: Pick<TrendsPageProps, 'links'> & Pick<TrendsView, 'search'>) {
  const { t } = useT();
  return (
    <div className="trends-switches">
      <SwitchLinks
        label={t('trends.panels.measure')}
        options={trendMeasures}
        now={search.measure}
        name={(measure) => t(`trends.measure.${measure}`)}
        to={(measure) => links.self({ measure })}
      />
      <SwitchLinks
        label={t('trends.panels.sort')}
        options={panelSorts}
        now={search.sort}
        name={(sort) => t(`trends.panels.sorts.${sort}`)}
        to={(sort) => links.self({ sort })}
      />
    </div>
  );
}

function panelOf(
  line: OfficeLine,
  { panels, search, years, newFrameworks }: TrendsView,
  href: string,
  words: Words,
): Panel {
  const { t, language } = words;
  const { measure } = search;
  const office = localName(language, line.office);
  const texts = line.points.map((point) => {
    const value = valueText(measure, point.value, language);
    if (value !== undefined) return t('trends.panels.at', { year: point.year, value });
    return t('trends.panels.absent', { year: point.year, reason: absenceText(point, words) });
  });
  return {
    id: line.office.id,
    name: office,
    href,
    label: t('trends.panels.mark', { office, values: texts.join(t('chart.list.comma')) }),
    text: lastText(line, measure, words),
    points: line.points.map(({ year, value, broken }) => ({ x: year, y: numberOf(value), broken })),
    behind: years.map((year, index) => ({
      x: year,
      y: numberOf(panels.median[index]),
      broken: measure === 'total_score' && newFrameworks.includes(year),
    })),
    marks: line.boundary.filter(breaksSeries).map(({ year }) => year),
  };
}

/** This year's figure with the asterisk of a provisional one, or why there is none. */
function lastText({ points }: OfficeLine, measure: TrendMeasure, words: Words): string {
  const last = points.at(-1);
  if (!last) return '';
  const text = valueText(measure, last.value, words.language);
  return text === undefined ? absenceText(last, words) : `${text}${last.provisional ? '*' : ''}`;
}

function numberOf(value: Maybe): number | undefined {
  return value === undefined || value === null ? undefined : Number(value);
}
