import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  note?: string;
  /** Where links to it lead. */
  id?: string;
  children: ReactNode;
}

/** One ruled section of a page about a single submission. */
export function Section({ title, note, id, children }: SectionProps) {
  return (
    <section className="block" id={id}>
      <h2>{title}</h2>
      {note ? <p className="note">{note}</p> : null}
      {children}
    </section>
  );
}
