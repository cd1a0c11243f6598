import type { RankingView } from '#app/usecases/district-ranking.server.ts';
import { otherParams } from './ranking-address.ts';

/** What a GET form must carry along, as it replaces the whole query: the state that it does not hold itself. */
export function HiddenFields({ view, own }: { view: RankingView; own: readonly string[] }) {
  return otherParams(view, own).map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand several times, and the fields hold no state
    <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
  ));
}
