import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { BulkApproval } from '#app/usecases/approve-chosen.server.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';

const told = ['blocking_findings', 'unknown_office', 'same_person', 'changed_meanwhile'] as const;

/** What became of each office that was picked. */
export function BulkResult({ result, view }: { result: BulkApproval; view: ProgressView }) {
  const { t, language } = useT();
  const { approved, refused } = result;
  const nameOf = (code: string) => {
    const office = view.offices.find((each) => each.office.code === code)?.office;
    return office ? localName(language, office) : code;
  };
  const reasonOf = (code: string) => {
    const known = told.find((each) => each === code);
    if (known) return t(`progress.bulk.${known}`);
    return t(code.startsWith('is_') ? 'progress.bulk.not_submitted' : 'progress.bulk.other');
  };
  if (approved.length + refused.length === 0)
    return (
      <p role="alert" className="alert">
        {t('progress.bulk.none')}
      </p>
    );
  return (
    <section
      className={refused.length > 0 ? 'alert' : 'notice'}
      role={refused.length > 0 ? 'alert' : 'status'}
    >
      <p>
        <strong>
          {[
            approved.length > 0 && t('progress.bulk.done', { count: approved.length }),
            refused.length > 0 && t('progress.bulk.refused', { count: refused.length }),
          ]
            .filter(Boolean)
            .join(t('chart.list.semicolon'))}
        </strong>
      </p>
      <ul className="bulk-result">
        {approved.map((code) => (
          <li key={code}>
            {nameOf(code)}
            {t('chart.colon')}
            {t('progress.bulk.approved')}
          </li>
        ))}
        {refused.map(({ office, code }) => (
          <li key={office}>
            {nameOf(office)}
            {t('chart.colon')}
            {reasonOf(code)}
          </li>
        ))}
      </ul>
    </section>
  );
}
