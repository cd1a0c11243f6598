import { useT } from '#app/lib/i18n/use-t.ts';
import { shadeSteps } from './shade.ts';

/** What the grounds of the cells mean, in words and as the table shows them. */
export function ShadeLegend() {
  const { t } = useT();
  return (
    <p className="shade-legend">
      <span>{t('indicators.legend.title')}</span>
      {shadeSteps.map((from, index) => {
        const to = shadeSteps[index + 1];
        return (
          <span key={from} className="shade-step" data-shade={index + 1}>
            {to === undefined
              ? t('indicators.legend.above', { from })
              : t('indicators.legend.step', { from, to })}
          </span>
        );
      })}
      <span className="shade-step not-stated">{t('common.state.notReported')}</span>
    </p>
  );
}
