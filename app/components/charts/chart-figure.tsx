import { type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { type ChartPicture, pictureOf } from './chart-picture.ts';
import { SaveTools } from './chart-tools.tsx';
import { useChartReading } from './use-chart-reading.ts';
import { useInView } from './use-in-view.ts';

interface ChartFigureProps {
  /** Height of the drawing in pixels, known before it is drawn, so that its space is kept. */
  height: number;
  /** What the chart says, in one sentence: its accessible name and the head of a saved picture. */
  picture: ChartPicture;
  unit: string;
  /** The chart, of a lazily loaded module; it calls `onReady` once it is drawn. */
  drawing: (onReady: () => void) => ReactNode;
  /** The table with the same figures. It is what the server sends, and stays when no chart can be drawn. */
  children: ReactNode;
}

/**
 * A chart that the browser draws, and its table twin, in one place, the taller of the two keeping the space, so that
 * nothing jumps. The table gives way when the chart is drawn; printed pages always show the table.
 */
export function ChartFigure({ height, picture, unit, drawing, children }: ChartFigureProps) {
  const { t } = useT();
  const chart = useRef<HTMLElement>(null);
  const seen = useInView(chart);
  const [ready, setReady] = useState(false);
  const [wanted, setWanted] = useState<'chart' | 'table'>('chart');
  const onReady = useCallback(() => setReady(true), []);
  const reading = useChartReading();
  const shown = ready ? wanted : 'table';
  return (
    <>
      <div className="chart-bar">
        <span>{unit}</span>
        {ready ? (
          <span className="chart-tools no-print">
            {(['chart', 'table'] as const).map((view) => (
              <button key={view} type="button" aria-pressed={shown === view} onClick={() => setWanted(view)}>
                {t(`chart.${view}`)}
              </button>
            ))}
            <SaveTools chart={chart} picture={pictureOf(picture, unit, t)} />
          </span>
        ) : null}
      </div>
      <div className="chart-stack">
        <div className="chart-table" data-hidden={shown === 'table' ? undefined : true} {...reading}>
          {children}
        </div>
        <figure
          ref={chart}
          aria-label={t('chart.label', { title: picture.title })}
          className="chart-drawing"
          data-hidden={shown === 'chart' ? undefined : true}
          style={{ minHeight: height }}
          {...reading}
        >
          {seen ? <Suspense fallback={null}>{drawing(onReady)}</Suspense> : null}
          <figcaption className="sr-only">{t('chart.keys')}</figcaption>
        </figure>
      </div>
    </>
  );
}
