import { Block } from '#app/components/charts/block.tsx';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import type { Words } from '#app/components/charts/words.ts';
import { type OfficeLine, sortPanels } from '#app/domain/trends.ts';
import { trendMeasures } from '#app/domain/trends-search.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { type ChosenLine, RanksDrawing } from './ranks-drawing.tsx';
import { RanksTable } from './ranks-table.tsx';
import { SwitchLinks } from './switch-links.tsx';
import type { TrendsPageProps } from './trends-page.tsx';
import { boundaryIn, breakNotes, ranksTitle } from './words.ts';

/** Every office's rank over the years; the chosen ones stand out. */
export function RanksBlock({ view, place, links }: TrendsPageProps) {
  const words = useT();
  const { t, language } = words;
  const { header, lines, chosen, search } = view;
  const measure = t(`trends.measure.${search.by}`);
  const kicker = t('trends.ranks.kicker', { measure });
  const title = ranksTitle(view, words);
  const unit = t('chart.unit', { unit: t('trends.ranks.unit') });
  const notes = [
    t('trends.ranks.chosen'),
    ...(search.offices.length === 0 ? [t('trends.ranks.auto')] : []),
    t('trends.ranks.rule', { measure }),
    ...breakNotes(view, words, search.by),
    t('trends.gap'),
  ];
  const offices = lines.filter(({ points }) => points.at(-1)?.rank !== undefined).length;
  const isChosen = ({ office }: OfficeLine) => chosen.some(({ id }) => id === office.id);
  return (
    <Block id="trend-ranks" kicker={kicker} title={title} offices={offices} asOf={header.asOf} notes={notes}>
      <SwitchLinks
        label={t('trends.choose.by')}
        options={trendMeasures}
        now={search.by}
        name={(by) => t(`trends.measure.${by}`)}
        to={(by) => links.self({ by })}
      />
      <DrawnFigure
        picture={{
          kicker: t('chart.kicker', { place, measure: kicker }),
          title,
          offices,
          asOf: header.asOf,
          provisional: header.provisional,
          notes,
          fileName: `${view.district.code}-${header.year}-ranks`,
        }}
        unit={unit}
        drawing={
          <RanksDrawing
            years={view.years}
            chosen={chosen.flatMap((office) => {
              const line = lines.find((each) => each.office.id === office.id);
              return line ? chosenLine(line, links.moves(office.code), words) : [];
            })}
            others={lines
              .filter((line) => !isChosen(line))
              .map((line) => ({ line, name: localName(language, line.office) }))}
            newFrameworks={search.by === 'total_score' ? view.newFrameworks : []}
            frameworkText={t('trends.framework.mark')}
          />
        }
      >
        <RanksTable
          lines={sortPanels(lines, 'rank')}
          chosen={chosen}
          hrefOf={(office) => links.moves(office.code)}
          title={title}
        />
      </DrawnFigure>
    </Block>
  );
}

function chosenLine(line: OfficeLine, href: string, words: Words): ChosenLine {
  const { t, language } = words;
  const office = localName(language, line.office);
  const [first, last] = [line.points[0], line.points.at(-1)];
  const ranked = line.points.some(({ rank }) => rank !== undefined);
  const ranks = line.points.map(({ year, rank }) =>
    rank === undefined ? t('trends.ranks.absent', { year }) : t('trends.ranks.at', { year, rank }),
  );
  const moved = line.movement
    ? t(line.movement > 0 ? 'common.change.up' : 'common.change.down', { value: Math.abs(line.movement) })
    : '';
  const change = last?.broken && moved ? `${moved} ◇` : moved;
  return {
    line,
    href,
    label: t('trends.ranks.mark', { office, ranks: ranks.join(t('chart.list.comma')) }),
    start: first?.rank === undefined ? undefined : t('trends.ranks.left', { rank: first.rank, office }),
    end:
      last?.rank === undefined
        ? ranked
          ? t('trends.ranks.lost', { office })
          : undefined
        : t('trends.ranks.right', { rank: last.rank, office, change }).trim(),
    marks: line.points.flatMap(({ year }) => {
      const kind = boundaryIn(line, year, words);
      return kind ? [{ year, text: t('trends.boundary.short', { kind }) }] : [];
    }),
  };
}
