import { useT } from '#app/lib/i18n/use-t.ts';

interface RankChangeProps {
  places?: number;
  /** Others have a place to compare with, so that an office without one is new. */
  fresh?: boolean;
}

/** Places gained or lost: arrow and number to look at, words to listen to. */
export function RankChange({ places, fresh = false }: RankChangeProps) {
  const { t } = useT();
  if (places === undefined) {
    const shown = fresh ? t('chart.fresh') : t('common.state.notApplicable');
    return <Spoken tone="missing" shown={shown} said={t('chart.freshLabel')} />;
  }
  const value = Math.abs(places);
  const way = places === 0 ? 'none' : places > 0 ? 'up' : 'down';
  return (
    <Spoken
      tone={way === 'none' ? 'missing' : way}
      shown={t(`common.change.${way}`, { value })}
      said={t(`common.change.${way}Label`, { value })}
    />
  );
}

function Spoken({ tone, shown, said }: { tone: 'missing' | 'up' | 'down'; shown: string; said: string }) {
  return (
    <span className={tone}>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
