import { Star } from '#app/components/charts/star.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import type { BenchmarkLine } from '#app/domain/benchmark.ts';
import type { LinesOfGroup } from '#app/domain/benchmark-search.ts';
import type { Peer } from '#app/usecases/office-benchmark.server.ts';
import { Strip, type StripDot } from './strip.tsx';
import { type BenchmarkText, figureName, gapText, peerName, shareText, valueText } from './texts.ts';

interface FigureTableProps {
  groups: LinesOfGroup[];
  peers: Peer[];
  /** The office's own figures are not yet approved. */
  provisional: boolean;
  text: BenchmarkText;
}

const figures = ['own', 'rank', 'percentile', 'median', 'toMedian', 'best', 'toBest'] as const;

/** Every figure asked for: own value, rank, gap to median and best, and where that lies among the others. */
export function FigureTable({ groups, peers, provisional, text }: FigureTableProps) {
  const { t } = text;
  return (
    <ScrollRegion label={t('benchmark.figures.kicker')}>
      <table className="data-table report-table figure-table">
        <thead>
          <tr>
            <th scope="col" className="pin">
              {t('benchmark.figures.figure')}
            </th>
            {figures.map((name) => (
              <th key={name} scope="col" className="n">
                {t(`benchmark.figures.${name}`)}
              </th>
            ))}
            <th scope="col">{t('benchmark.figures.strip')}</th>
          </tr>
        </thead>
        {groups
          .filter(({ lines }) => lines.length > 0)
          .map(({ group, lines }) => (
            <tbody key={group}>
              <tr className="group-row">
                <th scope="rowgroup" colSpan={figures.length + 2}>
                  {t(`benchmark.figures.group.${group}`, { unit: t(`common.unit.${text.unit}`) })}
                </th>
              </tr>
              {lines.map((line) => (
                <tr key={line.column.id} data-depth={depthOf(line)}>
                  <th scope="row" className="pin">
                    {figureName(line, text)}
                  </th>
                  <OwnCells line={line} provisional={provisional} text={text} />
                  <DistrictCells line={line} text={text} />
                  <td className="strip-cell">
                    <Strip line={line} dots={dotsOf(line, peers, text)} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
      </table>
    </ScrollRegion>
  );
}

function OwnCells({ line, provisional, text }: CellProps & { provisional: boolean }) {
  const { t } = text;
  const { own, rank, ranked, tied, percentile } = line;
  return (
    <>
      <td className="n own">
        {valueText(own, line.column, text) ?? (
          <span className="missing">{t('common.state.notReported')}</span>
        )}
        <Star provisional={provisional && own !== undefined} />
      </td>
      <td className="n">
        {rank === undefined ? (
          <span className="missing">{t('benchmark.figures.unranked')}</span>
        ) : (
          t(tied ? 'benchmark.figures.rankTied' : 'benchmark.figures.rankOf', { rank, ranked })
        )}
      </td>
      <td className="n">{shareText(percentile, text) ?? t('common.state.notApplicable')}</td>
    </>
  );
}

function DistrictCells({ line, text }: CellProps) {
  const { column, median, toMedian, best, toBest } = line;
  if (median === undefined)
    return (
      <td className="missing few" colSpan={4}>
        {text.t('benchmark.figures.few')}
      </td>
    );
  const none = text.t('common.state.notApplicable');
  return (
    <>
      <td className="n">{valueText(median, column, text)}</td>
      <td className="n gap">{gapText(toMedian, column, text) ?? none}</td>
      <td className="n">{valueText(best, column, text)}</td>
      <td className="n">{gapText(toBest, column, text) ?? none}</td>
    </>
  );
}

interface CellProps {
  line: BenchmarkLine;
  text: BenchmarkText;
}

function dotsOf({ column }: BenchmarkLine, peers: Peer[], text: BenchmarkText): StripDot[] {
  return peers.flatMap((peer) => {
    const value = peer.values[column.id];
    if (value === undefined) return [];
    const label = `${peerName(peer, text)} ${valueText(value, column, text)}`;
    return [{ peer: peer.peer, value: Number(value), label }];
  });
}

/** How deep a score lies in the framework; the total and the dimensions lead. */
function depthOf({ column }: BenchmarkLine): number | undefined {
  return column.id.startsWith('score:') ? column.id.split('.').length : undefined;
}
