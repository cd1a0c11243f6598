import type { SectionId, SectionState as State } from '#app/domain/form/sections.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useSummary } from './form-context.tsx';

const tones: Record<State, string | undefined> = {
  empty: undefined,
  started: 'accent',
  problems: 'error',
  complete: 'excellent',
};

/** 未填, 填写中, 有问题 or 完成. */
export function SectionState({ id }: { id: SectionId }) {
  const state = useSummary().evaluation.states[id];
  const { t } = useT();
  return (
    <span className="badge" data-tone={tones[state]}>
      {t(`form.state.${state}`)}
    </span>
  );
}
