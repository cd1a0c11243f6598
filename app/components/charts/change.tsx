import type { Translate } from '#app/lib/i18n/instance.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

interface RankChangeProps {
  places?: number;
  /** Others have a place to compare with, so that an office without one is new. */
  fresh?: boolean;
}

/** Places gained or lost: arrow and number to look at, words to listen to. */
export function RankChange({ places, fresh = false }: RankChangeProps) {
  const { t } = useT();
  return rankChange(t, places, fresh);
}

/** The same as a plain function, for rows by the hundred. */
export function rankChange(t: Translate, places: number | undefined, fresh: boolean) {
  if (places === undefined) {
    const shown = fresh ? t('chart.fresh') : t('common.state.notApplicable');
    return spoken('missing', shown, t('chart.freshLabel'));
  }
  const value = Math.abs(places);
  const way = places === 0 ? 'none' : places > 0 ? 'up' : 'down';
  return spoken(
    way === 'none' ? 'missing' : way,
    t(`common.change.${way}`, { value }),
    t(`common.change.${way}Label`, { value }),
  );
}

function spoken(tone: 'missing' | 'up' | 'down', shown: string, said: string) {
  return (
    <span className={tone}>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
