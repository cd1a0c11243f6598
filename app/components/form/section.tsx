import type { ReactNode } from 'react';
import type { SectionId } from '#app/domain/form/sections.ts';
import { sectionIds } from '#app/domain/form/sections.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useForm } from './form-context.tsx';
import { sectionId } from './ids.ts';
import { SectionState } from './section-state.tsx';
import { TakeOverSection } from './take-over-section.tsx';

/** One named part of the form with its state, ways on and back, and a save of its own where there are no scripts. */
export function FormSection({ id, children }: { id: SectionId; children: ReactNode }) {
  const { page } = useForm();
  const { t } = useT();
  const place = sectionIds.indexOf(id);
  const [before, after] = [sectionIds[place - 1], sectionIds[place + 1]];
  return (
    <section className="form-section" aria-labelledby={sectionId(id)}>
      <header className="form-section-head">
        <h2 id={sectionId(id)} tabIndex={-1}>
          {t('form.sectionTitle', { number: place + 1, name: t(`form.section.${id}`) })}
        </h2>
        <SectionState id={id} />
        <p className="form-ways no-print">
          {before ? <a href={`#${sectionId(before)}`}>{t('form.way.before')}</a> : null}
          {after ? <a href={`#${sectionId(after)}`}>{t('form.way.after')}</a> : null}
        </p>
      </header>
      <p className="note">{t(`form.hint.${id}`)}</p>
      {page.readOnly ? null : <TakeOverSection id={id} />}
      {children}
      {page.readOnly ? null : (
        <p className="form-plain-save">
          <button type="submit" name="section" value={id} className="button">
            {t('form.save.section')}
          </button>
        </p>
      )}
    </section>
  );
}
