import type { Framework } from '#app/domain/framework.ts';
import { type PeerRange, peerFigures, rangesOfRows } from '#app/domain/peer-range.ts';
import { findAllPeerFigures, findAllPeerRows } from '#db/queries/peers.server.ts';
import type { Round } from '#db/queries/rounds.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';

/** The other offices' figures of a year beside the fields of a form. */
export interface PeerRanges {
  year: number;
  /** What that year's round let an office see; absent where there was no round. */
  policy?: Round['peerView'];
  /** By field of the form; those alone that the policy and the number of offices let be seen. */
  ranges: Record<string, PeerRange>;
}

interface Asked {
  officeId: string;
  year: number;
  round: Round | undefined;
  /** Of the form, and of the year asked about. */
  frameworks: { framework: Framework; last: Framework | undefined };
}

/** One query: the others' rows where the round shows them, else what the database makes of them. */
export async function loadPeerRanges(
  db: ScopedDb,
  { officeId, year, round, frameworks: { framework, last } }: Asked,
): Promise<PeerRanges> {
  if (!round) return { year, ranges: {} };
  const fields = peerFigures(framework, last);
  const figures = [...fields.values()];
  const known =
    round.peerView === 'aggregate'
      ? medians(await findAllPeerFigures(db, { years: [year], officeId, figures }))
      : rangesOfRows(await findAllPeerRows(db, { year, officeId, figures }));
  const ranges = [...fields].flatMap(([field, figure]) => {
    const range = known.get(figure);
    return range ? [[field, range] as const] : [];
  });
  return { year, policy: round.peerView, ranges: Object.fromEntries(ranges) };
}

function medians(figures: Awaited<ReturnType<typeof findAllPeerFigures>>): Map<string, PeerRange> {
  return new Map(
    figures.flatMap(({ figure, median }) => (median === null ? [] : [[figure, { median }] as const])),
  );
}
