import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { SourceLine } from '#app/components/frame/source-line.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';

interface BlockProps {
  id: string;
  /** What it is about; the title says what it shows. */
  kicker: string;
  title: string;
  /** Offices behind the figures. */
  offices: number;
  asOf?: string;
  /** How the figures came about, one sentence each. */
  notes: (string | undefined)[];
  /** Where the detail stands. */
  more?: More | readonly More[];
  children: ReactNode;
}

interface More {
  to: string;
  text: string;
}

/** One part of a bulletin: a sentence, the figures, and under them how they came about. */
export function Block({ id, kicker, title, offices, asOf, notes, more, children }: BlockProps) {
  const { t } = useT();
  return (
    <section className="bulletin" aria-labelledby={id}>
      <h2 id={id}>
        <span className="bulletin-kicker">{kicker}</span>
        {title}
      </h2>
      {children}
      <div className="bulletin-foot">
        {notes.filter(Boolean).map((note) => (
          <p key={note}>{note}</p>
        ))}
        {offices > 0 ? <SourceLine source={t('chart.source', { count: offices })} asOf={asOf} /> : null}
        {more ? (
          <p className="bulletin-more no-print">
            {[more].flat().map(({ to, text }) => (
              <Link key={to} to={to}>
                {text}
              </Link>
            ))}
          </p>
        ) : null}
      </div>
    </section>
  );
}
