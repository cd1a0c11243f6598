import { Block } from '#app/components/charts/block.tsx';
import { colours } from '#app/components/charts/colours.ts';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import type { Words } from '#app/components/charts/words.ts';
import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import { toUnit } from '#app/domain/money.ts';
import type { DistrictPoint } from '#app/domain/trends.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { TrendsView } from '#app/usecases/district-trends.server.ts';
import { DistrictDrawing, type SmallChart } from './district-drawing.tsx';
import { DistrictTable } from './district-table.tsx';
import type { TrendsPageProps } from './trends-page.tsx';
import { districtTitle } from './words.ts';

/** The district as a whole: money, execution rate and scores, with the number of offices behind each. */
export function DistrictBlock({ view, place, links, unit }: TrendsPageProps) {
  const words = useT();
  const { t } = words;
  const { header, points, newFrameworks } = view;
  const kicker = t('trends.district.kicker');
  const title = districtTitle(view, words);
  const notes = [
    t(points.some(({ setChanged }) => setChanged) ? 'trends.district.setNote' : 'trends.district.sameSet'),
    t('trends.district.rule'),
    newFrameworks.length === 0
      ? t('trends.framework.none')
      : t('trends.framework.remark', { years: newFrameworks.join(t('chart.list.comma')) }),
    ...(points.some(({ provisional }) => provisional) ? [t('trends.provisional')] : []),
  ];
  const offices = points.at(-1)?.executed?.offices ?? 0;
  const shown = t('chart.unit', { unit: t('trends.district.unit') });
  return (
    <Block
      id="trend-district"
      kicker={kicker}
      title={title}
      offices={offices}
      asOf={header.asOf}
      notes={notes}
    >
      <DrawnFigure
        picture={{
          kicker: t('chart.kicker', { place, measure: kicker }),
          title,
          offices,
          asOf: header.asOf,
          provisional: header.provisional,
          notes,
          fileName: `${view.district.code}-${header.year}-district-trend`,
        }}
        unit={shown}
        drawing={
          <DistrictDrawing
            years={view.years}
            charts={chartsOf(view, unit, words)}
            marks={points.map((point) => ({
              year: point.year,
              label: markText(point, unit, words),
              href: links.overview(point.year),
            }))}
            frameworkText={t('trends.framework.mark')}
          />
        }
      >
        <DistrictTable points={points} unit={unit} title={title} />
      </DrawnFigure>
    </Block>
  );
}

const blue = { colour: colours.accent, width: 2.5 };
const grey = { colour: colours.lineStrong, width: 2 };

function chartsOf({ points, newFrameworks }: TrendsView, unit: MoneyUnit, words: Words): SmallChart[] {
  const { t, language } = words;
  const last = points.at(-1);
  const money = (item: 'budget' | 'executed') => points.map((point) => toUnit(point[item]?.amount, unit));
  const amount = (item: 'budget' | 'executed') => formatAmount(last?.[item]?.amount, unit, language) ?? '';
  const score = (item: 'mean' | 'median') => points.map((point) => point.score[item]);
  const shown = (item: 'mean' | 'median') => formatScore(last?.score[item], language) ?? '';
  return [
    {
      title: t('trends.district.money', { unit: t(`common.unit.${unit}`) }),
      zero: true,
      newFrameworks: [],
      series: [
        {
          name: t('trends.district.budget'),
          values: money('budget'),
          stroke: grey,
          text: unit === 'yuan' ? '' : amount('budget'),
        },
        {
          name: t('trends.district.executed'),
          values: money('executed'),
          stroke: blue,
          text: unit === 'yuan' ? '' : amount('executed'),
        },
      ],
    },
    {
      title: t('trends.district.rate'),
      zero: false,
      newFrameworks: [],
      series: [
        {
          name: '',
          values: points.map(({ rate }) => rate?.value),
          stroke: blue,
          text: formatPercent(last?.rate?.value, language) ?? '',
        },
      ],
    },
    {
      title: t('trends.district.score'),
      zero: false,
      newFrameworks,
      series: [
        { name: t('trends.district.mean'), values: score('mean'), stroke: blue, text: shown('mean') },
        { name: t('trends.district.median'), values: score('median'), stroke: grey, text: shown('median') },
      ],
    },
  ];
}

function markText({ year, budget, executed, rate, score }: DistrictPoint, unit: MoneyUnit, words: Words) {
  const { t, language } = words;
  const absent = t('common.state.notReported');
  return t('trends.district.mark', {
    year,
    unit: t(`common.unit.${unit}`),
    budget: formatAmount(budget?.amount, unit, language) ?? absent,
    executed: formatAmount(executed?.amount, unit, language) ?? absent,
    rate: formatPercent(rate?.value, language) ?? absent,
    mean: formatScore(score.mean, language) ?? absent,
    median: formatScore(score.median, language) ?? absent,
  });
}
