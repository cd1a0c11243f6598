import { type Framework, weightOf } from './framework.ts';
import { compare } from './money.ts';
import { median, quartiles } from './statistics.ts';
import { type Decimal, moneyItems, rateItems } from './submission.ts';

/** What the others stated for one field: their median and, where rows may be seen, the middle half. Units as in the field. */
export interface PeerRange {
  median: Decimal;
  low?: Decimal;
  high?: Decimal;
}

/** Fewer other offices than this make no aggregate. */
const fewest = 5;

/**
 * Fields of the form and the figure that stands for each among peers. A score is one only where its node had the same full
 * marks in both years; months are left out, because the bureau notifies them.
 */
export function peerFigures(framework: Framework, last: Framework | undefined): Map<string, string> {
  const nodes = ['total', ...framework.nodes.map(({ code }) => code)].filter((code) => {
    const before = last && weightOf(last, code);
    return before !== undefined && compare(before, weightOf(framework, code)) === 0;
  });
  return new Map([
    ...moneyItems.map((item) => [`amounts.${item}`, item] as const),
    ...rateItems.map((item) => [`rates.${item}`, item === 'execution_rate' ? item : `rate:${item}`] as const),
    ...nodes.map(
      (code) => [`scores.${code}.score`, code === 'total' ? 'total_score' : `score:${code}`] as const,
    ),
  ]);
}

/** The middle half and the median of the other offices, by figure, of those that at least five of them state. */
export function rangesOfRows(rows: readonly { figure: string; value: Decimal }[]): Map<string, PeerRange> {
  const values = new Map<string, Decimal[]>();
  for (const { figure, value } of rows) {
    const list = values.get(figure);
    if (list) list.push(value);
    else values.set(figure, [value]);
  }
  return new Map(
    [...values].flatMap(([figure, stated]) => {
      const [middle, half] = [median(stated), quartiles(stated)];
      return stated.length < fewest || !middle || !half
        ? []
        : [[figure, { median: middle, ...half }] as const];
    }),
  );
}
