import { type ReactNode, useRef } from 'react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { type ChartPicture, pictureOf } from './chart-picture.ts';
import { SaveTools } from './chart-tools.tsx';
import { useChartReading } from './use-chart-reading.ts';

interface DrawnFigureProps {
  /** What the chart says, in one sentence: its accessible name and the head of a saved picture. */
  picture: ChartPicture;
  unit: string;
  /** One `<svg>`, drawn on the server: colours and sizes as attributes, marks as `<a data-mark data-office>`. */
  drawing: ReactNode;
  /** The table with the same figures. */
  children: ReactNode;
}

/** A chart that is in the first HTML and on paper, with its table twin folded under it; works without scripts. */
export function DrawnFigure({ picture, unit, drawing, children }: DrawnFigureProps) {
  const { t } = useT();
  const chart = useRef<HTMLElement>(null);
  const reading = useChartReading();
  return (
    <>
      <div className="chart-bar">
        <span>{unit}</span>
        <span className="chart-tools no-print">
          <SaveTools chart={chart} picture={pictureOf(picture, unit, t)} />
        </span>
      </div>
      <figure
        ref={chart}
        aria-label={t('chart.label', { title: picture.title })}
        className="chart-drawn"
        {...reading}
      >
        {drawing}
        <figcaption className="sr-only">{t('chart.keys')}</figcaption>
      </figure>
      <details className="chart-twin" {...reading}>
        <summary>{t('chart.data')}</summary>
        {children}
      </details>
    </>
  );
}
