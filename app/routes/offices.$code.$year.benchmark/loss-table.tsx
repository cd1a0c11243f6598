import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { LostLine } from '#app/domain/benchmark-losses.ts';
import { formatScore } from '#app/domain/figure-text.ts';
import type { Maybe } from '#app/domain/money.ts';
import { signed } from '#app/lib/change-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { BenchmarkText } from './texts.ts';

/** Lost points beside the district's median loss, with the office's own reasons and measures. */
export function LossTable({ losses, text }: { losses: LostLine[]; text: BenchmarkText }) {
  const { t, language } = text;
  const points = (value: Maybe) => formatScore(value, language);
  const withheld = losses.every(({ medianLost }) => medianLost === undefined);
  const explained = losses.some(({ reason, measure }) => reason || measure);
  return (
    <ScrollRegion label={t('benchmark.losses.kicker')}>
      <table className="data-table report-table loss-table">
        <TableHead
          columns={[
            [t('benchmark.losses.node')],
            [t('benchmark.losses.weight'), 'n'],
            [t('benchmark.losses.lost'), 'n'],
            [t('benchmark.losses.median'), 'n'],
            !withheld && [t('benchmark.losses.beyond'), 'n'],
            explained && [t('benchmark.losses.reason')],
          ]}
        />
        <tbody>
          {losses.map(({ node, lost, medianLost, beyond, reason, measure }) => (
            <tr key={node.code} data-level={node.level}>
              <th scope="row">{localName(language, node)}</th>
              <td className="n">{points(node.weight)}</td>
              <td className="n lost">{points(lost)}</td>
              <td className={medianLost === undefined ? 'missing' : 'n'}>
                {points(medianLost) ?? t('benchmark.figures.few')}
              </td>
              {withheld ? null : (
                <td className="n">
                  {beyond === undefined
                    ? t('common.state.notApplicable')
                    : signed(points(beyond) ?? '', beyond)}
                </td>
              )}
              {explained ? (
                <td className="words">
                  {reason}
                  {measure ? (
                    <span className="mark">{t('benchmark.losses.measure', { text: measure })}</span>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
