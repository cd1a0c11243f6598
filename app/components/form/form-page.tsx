import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { BasicsSection, GoalsSection } from './basics-section.tsx';
import { evaluate } from './evaluation.ts';
import { FindingsList } from './findings-list.tsx';
import { FormProvider } from './form-context.tsx';
import { FormHead } from './form-head.tsx';
import type { FormPageView } from './form-page-view.ts';
import { FormStore } from './form-store.ts';
import {
  CostsSection,
  FollowUpsSection,
  MoneySection,
  MonthsSection,
  OutcomesSection,
  ProblemsSection,
  ProjectsSection,
  ScoresSection,
} from './grid-sections.tsx';
import { moveFocus } from './move-focus.ts';
import { pastedBlock } from './paste-block.ts';
import { SideIndex } from './side-index.tsx';
import { useSaving } from './use-saving.ts';
import { afterPost, workingCopy } from './working-copy.ts';

/** The form of one office and year: everything in one long page, which saves by itself and is whole without scripts too. */
export function FormPage({ page }: { page: FormPageView }) {
  const { t } = useT();
  const [store] = useState(
    () =>
      new FormStore(
        afterPost(workingCopy(page.version, page.values), page.conflicts, page.rejected),
        (values) => evaluate(values, page.context),
      ),
  );
  const saving = useSaving(store, page);
  return (
    <FormProvider value={{ store, page }}>
      <article className="form-page">
        <FormHead />
        <div className="form-columns">
          <SideIndex />
          {page.readOnly ? (
            <Sections />
          ) : (
            <form
              ref={saving.form}
              method="post"
              autoComplete="off"
              onInput={(event) => written(event, store)}
              onBlur={saving.onBlur}
              onPaste={(event) => paste(event, store, t)}
              onKeyDown={(event: KeyboardEvent) => moveFocus(event.nativeEvent, event.target)}
              onSubmit={saving.onSubmit}
            >
              {/* The first button is the one that Enter presses. */}
              <button type="submit" className="form-first-save">
                {t('form.save.now')}
              </button>
              <input type="hidden" name="base" value={JSON.stringify(page.values)} />
              <Sections />
              <p className="form-plain-save">
                <button type="submit" className="button button-primary">
                  {t('form.save.now')}
                </button>
              </p>
            </form>
          )}
        </div>
      </article>
    </FormProvider>
  );
}

function Sections() {
  return (
    <div>
      <BasicsSection />
      <GoalsSection />
      <ProjectsSection />
      <OutcomesSection />
      <MoneySection />
      <MonthsSection />
      <CostsSection />
      <ScoresSection />
      <ProblemsSection />
      <FollowUpsSection />
      <FindingsList />
    </div>
  );
}

/** What the reader types, in whichever field. */
function written({ target }: FormEvent, store: FormStore): void {
  const isField =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type === 'text');
  if (isField && target.name) store.write({ [target.name]: target.value });
}

function paste(event: ClipboardEvent, store: FormStore, t: Translate): void {
  const pasted = pastedBlock(event.clipboardData, event.target);
  if (!pasted) return;
  event.preventDefault();
  const count = Object.keys(pasted.texts).length;
  const told =
    pasted.outside > 0
      ? t('form.paste.outside', { count, outside: pasted.outside })
      : t('form.paste.done', { count });
  store.write(pasted.texts, told);
}
