import { Form } from '@remix-run/react';
import { Field } from '#app/components/settings/field.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { FrameworkView } from '#app/usecases/view-framework.server.ts';

/** Copies a published version to work on; in a district without any, the one that comes with the product. */
export function BeginForm({ view: { year, round, versions } }: { view: FrameworkView }) {
  const { t, language } = useT();
  const start = round?.frameworkId ?? versions.find((each) => each.year <= year)?.id;
  return (
    <section>
      <h2>{t('framework.begin.title')}</h2>
      <Form method="post" className="settings-form">
        <p className="note">{t('framework.begin.note')}</p>
        <Field id="basis" label={t('framework.begin.basis')}>
          {(aria) => (
            <select {...aria} name="basis" className="input" defaultValue={start}>
              {versions.map(({ id, year: of, version, ...named }) => (
                <option key={id} value={id}>
                  {t('framework.begin.version', { year: of, version, name: localName(language, named) })}
                </option>
              ))}
              {versions.length === 0 ? (
                <option value="built-in">{t('framework.begin.builtIn')}</option>
              ) : null}
            </select>
          )}
        </Field>
        <button type="submit" name="intent" value="begin" className="button button-primary">
          {t('framework.begin.submit')}
        </button>
      </Form>
    </section>
  );
}
