import { FileLinks } from '#app/components/parts/file-links.tsx';
import { columnGroups } from '#app/domain/columns.ts';
import { scoreModes } from '#app/domain/scoring.ts';
import { comparisonNotes } from '#app/lib/comparison-notes.ts';
import { type ComparisonText, comparisonHref, namesOf } from '#app/lib/comparison-text.ts';
import { defaultUnit } from '#app/lib/search-params.ts';
import type { Comparison } from '#app/usecases/compare-offices.server.ts';
import { ComparisonTable } from './comparison-table.tsx';

interface ComparisonBlockProps {
  comparison: Comparison;
  text: ComparisonText;
}

/** Every figure of the chosen offices, what is shown of them, the files, and how to read it. */
export function ComparisonBlock({ comparison, text }: ComparisonBlockProps) {
  const { t, view } = text;
  const offices = namesOf(
    comparison.chosen.map(({ office }) => office),
    text,
  );
  return (
    <section className="bulletin" aria-labelledby="figures">
      <h2 id="figures">
        <span className="bulletin-kicker">{t('compare.table.kicker')}</span>
        {t('compare.table.caption', { offices })}
      </h2>
      <Controls text={text} />
      <div className="compare-files no-print">
        <span>{t('compare.unitLine', { unit: t(`common.unit.${view.unit}`) })}</span>
        <FileLinks hrefOf={(format) => comparisonHref(view, {}, `.${format}`)} />
      </div>
      {comparison.lines.length > 0 ? (
        <ComparisonTable comparison={comparison} text={text} />
      ) : (
        <p>{t('compare.table.nothing')}</p>
      )}
      <div className="bulletin-foot">
        {comparisonNotes(comparison, text).map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </section>
  );
}

/** Which rows are shown. A GET form, which works without scripts. */
function Controls({ text }: { text: ComparisonText }) {
  const { t, view } = text;
  const { search, unit } = view;
  return (
    <form
      method="get"
      className="compare-controls no-print"
      aria-label={t('compare.controls.label')}
      key={comparisonHref(view, {})}
    >
      <input type="hidden" name="offices" value={search.offices.join(',')} />
      {search.base === undefined ? null : <input type="hidden" name="base" value={search.base} />}
      {unit === defaultUnit ? null : <input type="hidden" name="unit" value={unit} />}
      <fieldset>
        <legend>{t('compare.controls.groups')}</legend>
        {columnGroups.map((group) => (
          <label key={group}>
            <input
              type="checkbox"
              name="groups"
              value={group}
              defaultChecked={search.groups.includes(group)}
            />
            {t(`ranking.columnGroup.${group}`)}
          </label>
        ))}
      </fieldset>
      <label>
        <input type="checkbox" name="differ" value="1" defaultChecked={search.differ} />
        {t('compare.controls.differ')}
      </label>
      <label>
        {t('compare.controls.mode')}
        <select name="score" defaultValue={search.mode}>
          {scoreModes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`ranking.mode.${mode}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t('compare.controls.apply')}
      </button>
    </form>
  );
}
