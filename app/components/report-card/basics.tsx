import type { ReactNode } from 'react';
import { NotReported } from '#app/components/parts/not-reported.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { SubmissionView } from '#app/usecases/report-card.server.ts';

/** The narrative part, folded away and not printed; long texts are read when they are asked for. */
export function Basics({
  content,
  missing = {},
}: Pick<SubmissionView, 'content'> & Partial<Pick<SubmissionView, 'missing'>>) {
  const { t } = useT();
  const stated = content.subUnitsStated;
  const entries: [string, ReactNode][] = [
    [t('office.basics.goal'), content.goal ?? (missing.goal && <NotReported reason={missing.goal} />)],
    [t('office.basics.keyTasks'), content.keyTasks],
    [t('office.basics.changeReason'), content.changeReason],
    [t('office.basics.functions'), content.functions],
    [t('office.basics.departments'), content.innerDepartments?.join(t('office.scores.itemSeparator'))],
    [
      t('office.basics.subUnits'),
      [
        stated === undefined ? '' : t('office.basics.subUnitsStated', { count: stated }),
        content.subUnits?.join(t('office.scores.itemSeparator')),
      ]
        .filter(Boolean)
        .join(t('office.findings.colon')),
    ],
    [t('office.basics.staffing'), content.staffing?.toString()],
  ];
  const shown = entries.filter(([, text]) => text);
  if (shown.length === 0) return null;
  return (
    <section className="block no-print">
      <h2>{t('office.basics.title')}</h2>
      {shown.map(([name, text]) => (
        <details key={name}>
          <summary>{name}</summary>
          <p className="long-text">{text}</p>
        </details>
      ))}
    </section>
  );
}
