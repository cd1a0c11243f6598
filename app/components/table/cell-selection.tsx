import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { RankingText } from '#app/lib/ranking-text.ts';
import { type SelectionNews, selectCells } from './select-cells.ts';

/** Around the table: cells are selected with mouse or keyboard and copied; the line below says how, and what was done. */
export function CellSelection({ text, children }: { text: RankingText; children: ReactNode }) {
  const { t, view } = text;
  const around = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState<SelectionNews>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are selected from anew
  useEffect(() => {
    const table = around.current?.querySelector('table');
    setNews(undefined);
    return table ? selectCells(table, setNews) : undefined;
  }, [view.table]);
  return (
    <div ref={around}>
      {children}
      <p role="status" className="copy-line no-print">
        {news ? t(`ranking.copy.${news.what}`, { ...news }) : t('ranking.copy.hint')}
      </p>
    </div>
  );
}
