import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatAmount, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { KeyProject, OutcomeIndicator } from '#app/domain/submission.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** The office's own targets and what it says of each. */
export function OutcomeTable({ indicators }: { indicators: OutcomeIndicator[] }) {
  const { t } = useT();
  return (
    <ScrollRegion label={t('office.outcomes.title')}>
      <table className="data-table report-table">
        <TableHead
          columns={[
            [t('office.outcomes.class')],
            [t('office.outcomes.name')],
            [t('office.outcomes.target')],
            [t('office.outcomes.completion')],
          ]}
        />
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
        <TableHead
          columns={[
            [t('office.projects.name')],
            [t('office.projects.amount', { unit: t(`common.unit.${unit}`) }), 'n'],
            [t('domain.score.self'), 'n'],
            [t('office.projects.grade')],
            [t('office.projects.outputs')],
          ]}
        />
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
