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
  const { tone, words } = rankChangesIn(t)(places, fresh);
  return <span className={tone}>{words}</span>;
}

type Way = 'none' | 'up' | 'down';
const slot = '#';

/** The same for the cells of rows by the hundred: each wording is looked up once and the number put into it. */
export function rankChangesIn(t: Translate) {
  const wordings = new Map<string, string>();
  const unknown = {
    fresh: spoken('missing', t('chart.fresh'), t('chart.freshLabel')),
    alone: spoken('missing', t('common.state.notApplicable'), t('chart.freshLabel')),
  };
  const word = (key: `common.change.${Way | `${Way}Label`}`, value: number) => {
    const wording = wordings.get(key) ?? t(key, { value: slot });
    wordings.set(key, wording);
    return wording.replace(slot, String(value));
  };
  return (places: number | undefined, fresh: boolean) => {
    if (places === undefined) return fresh ? unknown.fresh : unknown.alone;
    const value = Math.abs(places);
    const way = places === 0 ? 'none' : places > 0 ? 'up' : 'down';
    return spoken(
      way === 'none' ? 'missing' : way,
      word(`common.change.${way}`, value),
      word(`common.change.${way}Label`, value),
    );
  };
}

function spoken(tone: 'missing' | 'up' | 'down', shown: string, said: string) {
  const words = (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{said}</span>
    </>
  );
  return { tone, words };
}
