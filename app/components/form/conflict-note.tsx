import { useT } from '#app/lib/i18n/use-t.ts';
import { timeText } from '#app/lib/time-text.ts';
import { useForm } from './form-context.tsx';
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
    <fieldset className="form-conflict">
      <legend>{t('form.conflict.title')}</legend>
      <p>
        {t('form.conflict.theirs', {
          by: by ?? t('form.conflict.somebody'),
          at: at === null ? '' : timeText(at, language),
        })}
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
    </fieldset>
  );
}
