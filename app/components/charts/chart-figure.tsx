import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { Picture } from './save-png.ts';
import { chartHeight, type Series } from './series.ts';
import { useInView } from './use-in-view.ts';

const RankChart = lazy(() => import('./rank-chart.tsx').then((module) => ({ default: module.RankChart })));

interface ChartFigureProps {
  series: Series;
  /** What the chart says, in one sentence: its accessible name and the head of a saved picture. */
  picture: Picture;
  unit: string;
  /** The table with the same figures. It is what the server sends, and stays when no chart can be drawn. */
  children: ReactNode;
}

/**
 * A chart and its table twin in one place, the taller of the two keeping the space, so that nothing jumps. The table gives
 * way when the chart is drawn; printed pages always show the table.
 */
export function ChartFigure({ series, picture, unit, children }: ChartFigureProps) {
  const { t } = useT();
  const chart = useRef<HTMLElement>(null);
  const seen = useInView(chart);
  const [ready, setReady] = useState(false);
  const [wanted, setWanted] = useState<'chart' | 'table'>('chart');
  const onReady = useCallback(() => setReady(true), []);
  const shown = ready ? wanted : 'table';
  return (
    <>
      <div className="chart-bar">
        <span>{unit}</span>
        {ready ? <ChartTools shown={shown} onShow={setWanted} chart={chart} picture={picture} /> : null}
      </div>
      <div className="chart-stack">
        <div className="chart-table" data-hidden={shown === 'table' ? undefined : true}>
          {children}
        </div>
        <figure
          ref={chart}
          aria-label={t('overview.chart.label', { title: picture.title })}
          className="chart-drawing"
          data-hidden={shown === 'chart' ? undefined : true}
          style={{ minHeight: chartHeight(series) }}
        >
          {seen ? (
            <Suspense fallback={null}>
              <RankChart series={series} onReady={onReady} />
            </Suspense>
          ) : null}
        </figure>
      </div>
    </>
  );
}

interface ChartToolsProps {
  shown: 'chart' | 'table';
  onShow: (view: 'chart' | 'table') => void;
  chart: React.RefObject<HTMLElement>;
  picture: Picture;
}

function ChartTools({ shown, onShow, chart, picture }: ChartToolsProps) {
  const { t } = useT();
  const [failed, setFailed] = useState(false);
  const save = async () => {
    const svg = chart.current?.querySelector('svg');
    if (!svg) return;
    const { savePng } = await import('./save-png.ts');
    await savePng(svg, picture).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <span className="chart-tools no-print">
      {(['chart', 'table'] as const).map((view) => (
        <button key={view} type="button" aria-pressed={shown === view} onClick={() => onShow(view)}>
          {t(`overview.chart.${view}`)}
        </button>
      ))}
      <button type="button" onClick={save}>
        {t('overview.chart.png')}
      </button>
      <span role="status">{failed ? t('overview.chart.pngFailed') : ''}</span>
    </span>
  );
}
