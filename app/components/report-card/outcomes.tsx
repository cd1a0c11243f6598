import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { formatAmount, formatScore, type MoneyUnit } from '#app/domain/money.ts';
import type { KeyProject, OutcomeIndicator } from '#app/domain/submission.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** The office's own targets and what it says of each. */
export function OutcomeTable({ indicators }: { indicators: OutcomeIndicator[] }) {
  const { t } = useT();
  return (
    <ScrollRegion label={t('office.outcomes.title')}>
      <table className="data-table report-table">
        <thead>
          <tr>
            {(['class', 'name', 'target', 'completion'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`office.outcomes.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <tr key={`${indicator.class} ${indicator.name}`}>
              <td className="nowrap">{indicator.class}</td>
              <th scope="row">{indicator.name}</th>
              <td className="words">{indicator.target ?? t('common.state.notReported')}</td>
              <td className="words">{indicator.completion ?? t('common.state.notReported')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function ProjectTable({ projects, unit }: { projects: KeyProject[]; unit: MoneyUnit }) {
  const { t, language } = useT();
  const missing = t('common.state.notReported');
  return (
    <ScrollRegion label={t('office.projects.title')}>
      <table className="data-table report-table">
        <thead>
          <tr>
            <th scope="col">{t('office.projects.name')}</th>
            <th scope="col" className="n">
              {t('office.projects.amount', { unit: t(`common.unit.${unit}`) })}
            </th>
            <th scope="col" className="n">
              {t('domain.score.self')}
            </th>
            <th scope="col">{t('office.projects.grade')}</th>
            <th scope="col">{t('office.projects.outputs')}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.name}>
              <th scope="row">{project.name}</th>
              <td className="n">{formatAmount(project.amount, unit, language) ?? missing}</td>
              <td className="n">{formatScore(project.score, language) ?? missing}</td>
              <td>{project.grade ?? missing}</td>
              <td className="words">{project.outputs ?? missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
