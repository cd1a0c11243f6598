import { Block } from '#app/components/charts/block.tsx';
import { useChartReading } from '#app/components/charts/use-chart-reading.ts';
import type { BenchmarkView, Comparison as Compared } from '#app/usecases/office-benchmark.server.ts';
import { FigureTable } from './figure-table.tsx';
import { FigureFilter } from './filter.tsx';
import { LossTable } from './loss-table.tsx';
import { PeerKey, PeerTable } from './peer-table.tsx';
import { figuresReading, lossReading, scoreReading, sizeReading } from './reading.ts';
import { Remarks } from './remarks.tsx';
import type { BenchmarkText } from './texts.ts';

interface ComparisonProps {
  view: BenchmarkView;
  comparison: Compared;
  text: BenchmarkText;
}

/** The office's figures of the year among its peers'. */
export function Comparison({ view, comparison, text }: ComparisonProps) {
  const { t } = text;
  const foot = { offices: comparison.total?.ranked ?? 0, asOf: view.header.asOf };
  return (
    <>
      <p className="reading">
        {scoreReading(comparison, view.header.year, text)} {sizeReading(comparison, text)}
      </p>
      <Remarks comparison={comparison} text={text} />
      <Block
        {...foot}
        id="losses"
        kicker={t('benchmark.losses.kicker')}
        title={lossReading(comparison.losses, text)}
        notes={[t('benchmark.losses.note')]}
      >
        {comparison.losses.length > 0 ? <LossTable losses={comparison.losses} text={text} /> : null}
      </Block>
      <Figures view={view} comparison={comparison} text={text} />
    </>
  );
}

function Figures({ view, comparison, text }: ComparisonProps) {
  const { t } = text;
  const { groups, peers, total } = comparison;
  const lines = groups.flatMap((group) => group.lines);
  const reading = useChartReading();
  return (
    <Block
      id="figures"
      kicker={t('benchmark.figures.kicker')}
      title={figuresReading(comparison, text)}
      offices={total?.ranked ?? 0}
      asOf={view.header.asOf}
      notes={[
        t(peers.length > 0 ? 'benchmark.figures.key' : 'benchmark.figures.keyClosed'),
        t('benchmark.rule'),
        view.provisional ? t('chart.provisional') : undefined,
        view.header.provisional ? t('benchmark.figures.provisional') : undefined,
      ]}
    >
      <FigureFilter search={view.search} text={text} />
      {lines.length > 0 ? (
        <div {...reading}>
          {peers.length > 0 ? <PeerKey peers={peers} text={text} /> : null}
          <FigureTable groups={groups} peers={peers} provisional={view.provisional} text={text} />
          {peers.length > 0 ? <PeerTable peers={peers} lines={lines} text={text} /> : null}
        </div>
      ) : (
        <p>{t('benchmark.figures.nothing')}</p>
      )}
    </Block>
  );
}
