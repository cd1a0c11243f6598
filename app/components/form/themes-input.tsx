import { noTheme } from '#app/domain/form/field-kind.ts';
import { problemThemes, themeName } from '#app/domain/problem-themes.ts';
import { classifyThemes } from '#app/domain/problems.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useField, useForm } from './form-context.tsx';
import { fieldId } from './ids.ts';

/** A field of several choices is one text: its choices with commas between. */
export function chosenOf(text: string): string[] {
  return text.split(',').flatMap((word) => (word.trim() === '' ? [] : word.trim()));
}

/** The kinds of problem that the words speak of, unless the office chooses others. */
export function ThemesInput({ field }: { field: string }) {
  const { page, store } = useForm();
  const { t, language } = useT();
  const chosen = chosenOf(useField(field).text);
  const { text: problem } = useField(field.replace(/themes$/, 'text'));
  const found = chosen.length === 0 ? classifyThemes(problem) : chosen.filter((slug) => slug !== noTheme);
  const names = found.map((slug) => themeName(slug, language)).join(t('form.theme.separator'));
  const summary = names || t('form.theme.none');
  const says = chosen.length === 0 && names ? t('form.theme.found', { names }) : summary;
  if (page.readOnly) return <span className="form-value">{summary}</span>;
  const options = [...problemThemes.map(({ slug }) => slug), noTheme];
  return (
    <details id={fieldId(field)} className="form-themes">
      <summary>{problem === '' && chosen.length === 0 ? t('form.theme.later') : says}</summary>
      <p className="form-hint">{t('form.theme.hint')}</p>
      {options.map((slug) => (
        <label key={slug}>
          <input
            type="checkbox"
            name={field}
            value={slug}
            checked={chosen.includes(slug)}
            onChange={({ target }) => store.write({ [field]: toggled(chosen, slug, target.checked) })}
          />
          {slug === noTheme ? t('form.theme.none') : themeName(slug, language)}
        </label>
      ))}
    </details>
  );
}

/** “None of them” and a theme exclude each other. */
function toggled(chosen: readonly string[], slug: string, isOn: boolean): string {
  const others = chosen.filter((one) => one !== slug && (one === noTheme) === (slug === noTheme));
  return (isOn ? [...others, slug] : others).join(', ');
}
