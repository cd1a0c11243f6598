import type { SectionId } from '#app/domain/form/sections.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useForm, useSummary } from './form-context.tsx';
import { sectionTakeOver } from './take-over.ts';

/** One click for what rarely changes from year to year; nothing that is filled in is replaced. */
export function TakeOverSection({ id }: { id: SectionId }) {
  const { page, store } = useForm();
  const { t } = useT();
  useSummary(); // drawn again as fields fill
  if (!page.lastValues) return null;
  const texts = sectionTakeOver(id, store.values, page.lastValues);
  const count = Object.keys(texts).length;
  if (count === 0) return null;
  return (
    <p className="no-print">
      <button
        type="submit"
        name="take_section"
        value={id}
        className="button form-small-button"
        onClick={(event) => {
          event.preventDefault();
          store.write(texts, t('form.last.taken', { count }));
        }}
      >
        {t(id === 'followups' ? 'form.last.takeProblems' : 'form.last.takeSection', { count })}
      </button>
    </p>
  );
}
