import type { ReactNode } from 'react';

interface ScrollRegionProps {
  label: string;
  className?: string;
  children: ReactNode;
}

/** A wide table's place on the page: it scrolls sideways by itself, also with the keyboard. */
export function ScrollRegion({ label, className = '', children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className={`data-scroll ${className}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
