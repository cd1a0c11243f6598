import { sectionIds } from '#app/domain/form/sections.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useForm, useSummary } from './form-context.tsx';
import { sectionId } from './ids.ts';
import { SaveLine } from './save-line.tsx';
import { SectionState } from './section-state.tsx';

/** Where one is in the form and what is still to be done, always in view beside it. */
export function SideIndex() {
  const { page } = useForm();
  const { t } = useT();
  const { all } = useSummary().evaluation;
  return (
    <div className="form-side no-print">
      {page.readOnly ? null : <SaveLine />}
      <nav aria-label={t('form.index')}>
        <ol className="form-index">
          {sectionIds.map((id) => (
            <li key={id}>
              <a href={`#${sectionId(id)}`}>{t(`form.section.${id}`)}</a>
              <SectionState id={id} />
            </li>
          ))}
        </ol>
        <p>
          <a href="#s-findings">{t('form.finding.count', { count: all.length })}</a>
        </p>
      </nav>
    </div>
  );
}
