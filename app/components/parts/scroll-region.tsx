import type { ReactNode } from 'react';

/** A wide table's place on the page: it scrolls sideways by itself, also with the keyboard. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="data-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
