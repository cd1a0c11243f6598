import { Block } from '#app/components/charts/block.tsx';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { axisOf } from '#app/components/charts/plot.ts';
import type { Words } from '#app/components/charts/words.ts';
import { formatScore } from '#app/domain/figure-text.ts';
import { calendarRate, type MonthlyProgress, type MonthStanding } from '#app/domain/monthly-progress.ts';
import { signedPoints } from '#app/lib/change-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { MonthsTable } from './months-table.tsx';
import { type Panel, PanelsDrawing } from './panels-drawing.tsx';
import type { TrendsPageProps } from './trends-page.tsx';
import { breakNotes, gapText, monthsTitle } from './words.ts';

/** This year's months of the chosen offices against the calendar and last year; the table lists all offices. */
export function MonthsBlock({ view, place, links }: TrendsPageProps) {
  const words = useT();
  const { t } = words;
  const { header, months, chosen } = view;
  const kicker = t('trends.months.kicker', { year: header.year });
  const title = monthsTitle(view, words);
  const notified = months.filter(({ latest }) => latest !== undefined);
  const unit = t('chart.unit', { unit: t('trends.months.unit') });
  const changed = view.boundaries.filter(({ year }) => year === header.year);
  const notes = [
    t('trends.months.note'),
    t('trends.months.mean'),
    t('trends.months.lines', { year: header.year, previous: header.year - 1 }),
    t('trends.months.filter'),
    ...breakNotes({ ...view, boundaries: changed }, words, 'execution_rate'),
  ];
  const shown = chosen.flatMap((office) => months.filter((each) => each.office.id === office.id));
  return (
    <Block
      id="trend-months"
      kicker={kicker}
      title={title}
      offices={notified.length}
      asOf={header.asOf}
      notes={notified.length > 0 ? notes : []}
    >
      {notified.length > 0 ? (
        <DrawnFigure
          picture={{
            kicker: t('chart.kicker', { place, measure: kicker }),
            title,
            offices: notified.length,
            asOf: header.asOf,
            provisional: header.provisional,
            notes,
            fileName: `${view.district.code}-${header.year}-months`,
          }}
          unit={unit}
          drawing={
            <PanelsDrawing
              panels={shown.map((each) => monthsPanel(each, links.reportCard(each.office.code), words))}
              span={[1, 12]}
              axis={axisOf([...ratesOf(shown), Number(calendarRate)], { count: 3 })}
              reference={{ value: Number(calendarRate), text: t('trends.months.calendar') }}
              newFrameworks={[]}
              columns={Math.max(3, shown.length)}
              height={210}
              ends={[t('trends.months.month', { month: 1 }), t('trends.months.month', { month: 12 })]}
            />
          }
        >
          <MonthsTable months={months} chosen={chosen} year={header.year} />
        </DrawnFigure>
      ) : null}
    </Block>
  );
}

function ratesOf(shown: MonthlyProgress[]): number[] {
  return shown.flatMap(({ months, lastYear }) => [...months, ...lastYear].map(({ rate }) => Number(rate)));
}

function monthsPanel(progress: MonthlyProgress, href: string, words: Words): Panel {
  const { t, language } = words;
  const { office, latest, months, lastYear, longestRun } = progress;
  const name = localName(language, office);
  const label = latest
    ? t('trends.months.mark', {
        office: name,
        month: latest.month,
        rate: formatScore(latest.rate, language),
        gap: gapText(latest, words),
        run: longestRun,
      })
    : t('trends.months.markNone', { office: name });
  const points = (all: MonthStanding[]) => all.map(({ month, rate }) => ({ x: month, y: Number(rate) }));
  return {
    id: office.id,
    name,
    href,
    label,
    text: latest ? signedPoints(latest.gap, language) : t('common.state.notReported'),
    points: points(months),
    behind: points(lastYear),
    marks: [],
  };
}
