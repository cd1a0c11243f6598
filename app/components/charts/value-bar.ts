import type { CSSProperties } from 'react';

/** Length of the bar, or place of the dot, that the cell of a figure draws behind its left part; in percent of the axis. */
export function shareStyle(percent: number): CSSProperties {
  return { '--share': Math.round(Math.min(100, Math.max(0, percent)) * 10) / 1000 } as CSSProperties;
}
