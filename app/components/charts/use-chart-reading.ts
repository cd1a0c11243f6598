import { type FocusEvent, type KeyboardEvent, type PointerEvent, useCallback } from 'react';

/**
 * How a chart and its table twin, side by side in one element, are read with keyboard and pointer. Marks are focusable
 * elements with `data-mark`; the one last in focus is the chart's only tab stop, and arrow keys, Home and End go from one
 * to the next in the order of the document. What belongs to one office carries its id in `data-office`: with one of them
 * under the pointer or in focus, all of them get `data-lit`, and the element around gets `data-lighting`.
 */
export function useChartReading() {
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    const marks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-mark]')];
    const now = marks.indexOf(event.target as HTMLElement);
    const next = now < 0 ? undefined : marks[nextIndex(event.key, now, marks.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }, []);
  const light = useCallback((event: FocusEvent<HTMLElement> | PointerEvent<HTMLElement>) => {
    const target = event.target as Element;
    lightUp(around(event), target.closest('[data-office]')?.getAttribute('data-office') ?? null);
  }, []);
  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      stopAt(event.currentTarget, event.target);
      light(event);
    },
    [light],
  );
  const dim = useCallback((event: FocusEvent<HTMLElement> | PointerEvent<HTMLElement>) => {
    lightUp(around(event), null);
  }, []);
  return { onKeyDown, onFocus, onPointerOver: light, onBlur: dim, onPointerLeave: dim };
}

/** Index of the mark that a key leads to; undefined for any other key. At the ends it stays. */
export function nextIndex(key: string, now: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(now + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(now - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/** Tab leads into the chart once and then out of it; a page may have hundreds of marks. */
function stopAt(chart: Element, focused: Element): void {
  if (!focused.hasAttribute('data-mark')) return;
  for (const mark of chart.querySelectorAll('[data-mark]'))
    mark.setAttribute('tabindex', mark === focused ? '0' : '-1');
}

function around({ currentTarget }: { currentTarget: Element }): Element {
  return currentTarget.parentElement ?? currentTarget;
}

/** Set on the elements themselves: a chart has hundreds of them, and none is worth drawing again. */
function lightUp(chart: Element, office: string | null): void {
  chart.toggleAttribute('data-lighting', office !== null);
  for (const mark of chart.querySelectorAll('[data-office]')) {
    mark.toggleAttribute('data-lit', office !== null && mark.getAttribute('data-office') === office);
  }
}
