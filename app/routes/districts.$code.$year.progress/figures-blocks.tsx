import { Block } from '#app/components/charts/block.tsx';
import { officeNames } from '#app/components/charts/words.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { StepDuration } from '#app/domain/step-durations.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';

/** What the checks say of what was filed, by severity. */
export function FindingsBlock({ view }: { view: ProgressView }) {
  const { t } = useT();
  const { filed } = view.counts;
  const errors = view.findings.find(({ severity }) => severity === 'error')?.offices ?? 0;
  const title =
    filed === 0
      ? t('progress.findings.empty')
      : errors === 0
        ? t('progress.findings.clean', { filed })
        : t('progress.findings.title', { filed, count: errors });
  return (
    <Block
      id="findings"
      kicker={t('progress.findings.kicker')}
      title={title}
      offices={filed}
      asOf={view.today}
      notes={[t('progress.findings.note')]}
    >
      <ScrollRegion label={t('progress.findings.kicker')}>
        <table className="data-table severity-table">
          <TableHead
            columns={[
              [t('progress.findings.column.severity')],
              [t('progress.findings.column.findings'), 'n'],
              [t('progress.findings.column.answered'), 'n'],
              [t('progress.findings.column.offices'), 'n'],
            ]}
          />
          <tbody>
            {view.findings.map(({ severity, findings, answered, offices }) => (
              <tr key={severity}>
                <th scope="row">
                  <span className="badge" data-tone={severity}>
                    {t(`domain.severity.${severity}`)}
                  </span>
                </th>
                <td className="n">{findings}</td>
                <td className="n">{answered}</td>
                <td className="n">{offices}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Block>
  );
}

/** How long each step takes, and whom it took longest. */
export function StepsBlock({ view }: { view: ProgressView }) {
  const words = useT();
  const { t } = words;
  const decision = view.steps.find(({ step }) => step === 'to_decision');
  return (
    <Block
      id="steps"
      kicker={t('progress.steps.kicker')}
      title={
        decision?.slowest
          ? t('progress.steps.title', {
              median: decision.median,
              days: decision.slowest.days,
              names: officeNames(decision.slowest.offices, words),
            })
          : t('progress.steps.empty')
      }
      offices={0}
      notes={[t('progress.steps.note')]}
    >
      <ScrollRegion label={t('progress.steps.kicker')}>
        <table className="data-table steps-table">
          <TableHead
            columns={[
              [t('progress.steps.column.step')],
              [t('progress.steps.column.times'), 'n'],
              [t('progress.steps.column.median'), 'n'],
              [t('progress.steps.column.slowest'), 'n'],
              [t('progress.steps.column.offices')],
            ]}
          />
          <tbody>
            {view.steps.map((each) => (
              <StepRow key={each.step} duration={each} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Block>
  );
}

function StepRow({ duration: { step, times, median, slowest } }: { duration: StepDuration }) {
  const words = useT();
  const { t } = words;
  const none = t('common.state.notApplicable');
  return (
    <tr>
      <th scope="row">{t(`progress.steps.${step}`)}</th>
      <td className="n">{times}</td>
      <td className="n">{median ?? none}</td>
      <td className="n">{slowest?.days ?? none}</td>
      <td>{slowest ? officeNames(slowest.offices, words) : none}</td>
    </tr>
  );
}
