import { themeName } from '#app/domain/problem-themes.ts';
import type { Measure, Problem } from '#app/domain/submission.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** The stated problems with their themes and measures, in the office's own words; measures that name no problem follow. */
export function ProblemList({ problems, measures }: { problems: Problem[]; measures: Measure[] }) {
  const { t } = useT();
  const unlinked = measures.filter((measure) => measure.problem === undefined);
  if (problems.length + measures.length === 0) return <p>{t('office.problems.none')}</p>;
  return (
    <>
      <ol className="problems">
        {problems.map((problem, index) => (
          <li key={problem.text}>
            <p>
              {problem.text} <Themes themes={problem.themes} />
            </p>
            {measures
              .filter((measure) => measure.problem === index)
              .map((measure) => (
                <p key={measure.text} className="measure">
                  {t('office.problems.measure', { text: measure.text })}
                </p>
              ))}
          </li>
        ))}
      </ol>
      {unlinked.length > 0 ? (
        <>
          <h3>{t('office.problems.measures')}</h3>
          <ol className="problems">
            {unlinked.map((measure) => (
              <li key={measure.text}>{measure.text}</li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  );
}

function Themes({ themes }: { themes: string[] }) {
  const { language } = useT();
  return themes.map((theme) => (
    <span key={theme} className="badge">
      {themeName(theme, language)}
    </span>
  ));
}
