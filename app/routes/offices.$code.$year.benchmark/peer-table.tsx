import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import type { BenchmarkLine } from '#app/domain/benchmark.ts';
import type { Peer } from '#app/usecases/office-benchmark.server.ts';
import { type BenchmarkText, figureName, peerName, valueText } from './texts.ts';

interface PeerProps {
  peers: Peer[];
  text: BenchmarkText;
}

/** The other offices by what they go by: each lights up its dots, and leads to its column in the table. */
export function PeerKey({ peers, text }: PeerProps) {
  return (
    <p className="peer-key no-print">
      <span>{text.t('benchmark.peers.highlight')}</span>
      {peers.map((peer) => (
        <a key={peer.peer} href={`#peer-${peer.peer}`} data-mark data-office={peer.peer}>
          {peerName(peer, text)}
        </a>
      ))}
    </p>
  );
}

/** The table twin of the strips: what the other offices stated, as far as the policy shows it. */
export function PeerTable({ peers, lines, text }: PeerProps & { lines: BenchmarkLine[] }) {
  const { t } = text;
  const shown = lines.filter(({ column }) => peers.some(({ values }) => values[column.id] !== undefined));
  return (
    <details className="chart-twin">
      <summary>{t('benchmark.peers.table', { count: peers.length })}</summary>
      <ScrollRegion label={t('benchmark.peers.label')}>
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col" className="pin">
                {t('benchmark.figures.figure')}
              </th>
              {peers.map((peer) => (
                <th key={peer.peer} id={`peer-${peer.peer}`} scope="col" className="n">
                  {peerName(peer, text)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.column.id}>
                <th scope="row" className="pin">
                  {figureName(line, text)}
                </th>
                {peers.map(({ peer, values }) => (
                  <td key={peer} className="n">
                    {valueText(values[line.column.id], line.column, text) ?? t('common.state.notReported')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
