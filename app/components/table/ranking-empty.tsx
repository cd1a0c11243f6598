import { EmptyState } from '#app/components/frame/empty-state.tsx';
import type { RankingText } from '#app/lib/ranking-text.ts';
import { clearHref } from './ranking-filter.tsx';

/** No office passes the filter, or the district has none yet. */
export function RankingEmpty({ text }: { text: RankingText }) {
  const { t, view } = text;
  const { total } = view.table.offices;
  if (total === 0) {
    return (
      <EmptyState title={t('ranking.empty.offices')}>
        <p>{t('ranking.empty.officesHelp')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('ranking.empty.filtered')}>
      <p>{t('ranking.empty.filteredHelp', { total })}</p>
      <p>
        <a href={clearHref(text)}>{t('ranking.empty.back')}</a>
      </p>
    </EmptyState>
  );
}
