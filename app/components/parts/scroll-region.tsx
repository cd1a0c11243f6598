import { type ReactNode, useEffect, useRef } from 'react';
import { fitOnPaper } from './paper.ts';

interface ScrollRegionProps {
  label: string;
  className?: string;
  children: ReactNode;
}

/** A wide table's place on the page: it scrolls sideways by itself, also with the keyboard; on paper it is made to fit. */
export function ScrollRegion({ label, className = '', children }: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    let undo: (() => void)[] = [];
    const fit = () => {
      undo = [...(region.current?.querySelectorAll('table') ?? [])].map(fitOnPaper);
    };
    const restore = () => {
      for (const step of undo) step();
      undo = [];
    };
    window.addEventListener('beforeprint', fit);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', fit);
      window.removeEventListener('afterprint', restore);
      restore();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section ref={region} className={`data-scroll ${className}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
