import { useT } from '#app/lib/i18n/use-t.ts';
import { useForm } from './form-context.tsx';
import { timeText } from './time-text.ts';
import type { Conflict } from './working-copy.ts';

interface ConflictNoteProps {
  field: string;
  mine: string;
  conflict: Conflict;
}

/** Two people wrote into this field: both texts, whose and when, and the choice. Nothing is overwritten before it. */
export function ConflictNote({ field, mine, conflict: { theirs, by, at } }: ConflictNoteProps) {
  const { store } = useForm();
  const { t, language } = useT();
  const shown = (text: string) => (text === '' ? t('form.conflict.empty') : text);
  return (
    <div className="form-conflict" role="group" aria-label={t('form.conflict.title')}>
      <p>
        {t('form.conflict.theirs', { by, at: timeText(at, language) })}
        <q>{shown(theirs)}</q>
      </p>
      <p>
        {t('form.conflict.mine')}
        <q>{shown(mine)}</q>
      </p>
      <p className="form-choices">
        {(['mine', 'theirs'] as const).map((side) => (
          <button
            key={side}
            type="submit"
            name="settle"
            value={`${side} ${field}`}
            className="button"
            onClick={(event) => {
              event.preventDefault();
              store.settle(field, side);
            }}
          >
            {t(`form.conflict.keep.${side}`)}
          </button>
        ))}
      </p>
    </div>
  );
}
