import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { RankingText } from '#app/lib/ranking-text.ts';
import type { SelectionNews } from './select-cells.ts';

/** Around the table: cells are selected with mouse or keyboard and copied; the line below says how, and what was done. */
export function CellSelection({ text, children }: { text: RankingText; children: ReactNode }) {
  const { t, view } = text;
  const around = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState<SelectionNews>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are selected from anew
  useEffect(() => {
    const table = around.current?.querySelector('table');
    setNews(undefined);
    return table ? whenReached(table, () => loadSelection(table, setNews)) : undefined;
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

async function loadSelection(table: HTMLTableElement, report: (news: SelectionNews | undefined) => void) {
  const { selectCells } = await import('./select-cells.ts');
  return selectCells(table, report);
}

/** Starts when the mouse or the focus first gets to the table, as most readers never select a cell; returns how to end it. */
function whenReached(table: HTMLTableElement, start: () => Promise<() => void>): () => void {
  const left = new AbortController();
  let ended = false;
  let end: (() => void) | undefined;
  const reach = async () => {
    left.abort();
    const stop = await start();
    if (ended) stop();
    else end = stop;
  };
  const scroller = table.parentElement ?? table;
  scroller.addEventListener('mousemove', reach, { signal: left.signal });
  scroller.addEventListener('focusin', reach, { signal: left.signal });
  // Whoever was there before the scripts started gets no event any more.
  if (scroller.matches(':hover, :focus-within')) void reach();
  return () => {
    ended = true;
    left.abort();
    end?.();
  };
}
