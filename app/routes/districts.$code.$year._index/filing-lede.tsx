import type { FilingProgress } from '#app/domain/overview-filing.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OverviewView } from '#app/usecases/district-overview.server.ts';

/** Who has filed, in one sentence, and under which rules the year stands. */
export function FilingLede({ view: { header, district, overview } }: { view: OverviewView }) {
  const { t, language } = useT();
  const { total, filed } = overview.progress;
  const parts = partsOf(overview.progress).map(({ part, count }) => t(`overview.filing.${part}`, { count }));
  const deadline = header.status === 'open' ? 'deadlineOpen' : 'deadlineClosed';
  const rules = [
    t(`overview.filing.${deadline}`, { date: header.deadline }),
    t('overview.filing.framework', {
      name: localName(language, header.framework),
      version: header.framework.version,
    }),
    header.provisional ? t('overview.filing.provisional') : undefined,
  ];
  return (
    <header className="overview-lede">
      <h1>{t('overview.heading', { district: localName(language, district), year: header.year })}</h1>
      <p className="overview-filing">
        <strong>
          {t(filed === total ? 'overview.filing.all' : 'overview.filing.some', { total, filed })}
        </strong>
        {parts.length > 0 ? t('chart.colon') + parts.join(t('chart.list.comma')) : null}
      </p>
      <p className="overview-rules">{rules.filter(Boolean).join(t('chart.list.semicolon'))}</p>
    </header>
  );
}

const filingParts = ['approved', 'submitted', 'returned', 'draft', 'notFiled', 'late'] as const;

/** What did not happen is left out. */
function partsOf(progress: FilingProgress) {
  return filingParts.map((part) => ({ part, count: progress[part] })).filter(({ count }) => count > 0);
}
