import { NotReported } from '#app/components/parts/not-reported.tsx';
import type { FieldChange } from '#app/domain/field-change.ts';
import type { TextLine } from '#app/domain/review-fields.ts';
import { followUpStates } from '#app/domain/submission.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** A text as it is now, with what was added and what was taken out since the one it is marked against. */
export function Marked({ line: { now, marked, isWhole } }: { line: TextLine }) {
  const { t } = useT();
  const shown = (text: string) => {
    const state = isWhole && followUpStates.find((each) => each === text);
    return state ? t(`review.followUp.${state}`) : text;
  };
  if (!marked) return <Plain text={now === undefined ? undefined : shown(now)} />;
  if (marked.parts.length === 0) return <Plain text={undefined} />;
  return marked.parts.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text never move
    if (kind === 'same') return <span key={index}>{shown(text)}</span>;
    const Mark = kind === 'added' ? 'ins' : 'del';
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text never move
    return <Mark key={index}>{shown(text)}</Mark>;
  });
}

/** In a word what became of a field; nothing where it is as it was. */
export function ChangeBadge({ change, isRow = false }: { change?: FieldChange; isRow?: boolean }) {
  const { t } = useT();
  if (!change || change === 'same') return null;
  const word = isRow && change !== 'changed' ? (change === 'new' ? 'rowNew' : 'rowGone') : change;
  return (
    <span className="badge" data-tone="accent">
      {t(`review.change.${word}`)}
    </span>
  );
}

function Plain({ text }: { text?: string }) {
  return text ? text : <NotReported />;
}
