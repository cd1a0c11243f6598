import type { Decimal, MoneyItem, RateItem } from '../submission.ts';
import type { MoneyToken } from './money-tokens.ts';
import type { Section } from './sections.ts';

/** A figure that the text states for a field. Offsets into the clean text. */
export interface MoneyFound<Field> {
  field: Field;
  value: Decimal;
  printed: string;
  start: number;
  end: number;
  /** Taken only where nothing plainer states the field: a balancing total, or a bare “支出” among parts. */
  weak?: 'balancing' | 'bare' | 'part';
  /** Its own words do not name the field; what stands before them does. */
  inferred?: boolean;
}

export interface MoneyFigures {
  amounts: MoneyFound<MoneyItem>[];
  rates: MoneyFound<RateItem>[];
}

export interface MoneyContext {
  sections: readonly Section[];
  /** The year of the report; figures of another year are left alone. */
  year?: number;
  /** Stem of the office's name: 白鹤洞. */
  stem?: string;
}

/** The place of a figure and of the words before it, without the marks at their beginning. */
export function placeOf(
  paragraph: string,
  offset: number,
  labelStart: number,
  { start, end }: Pick<MoneyToken, 'start' | 'end'>,
): Pick<MoneyFound<unknown>, 'printed' | 'start' | 'end'> {
  const idle = /^(?:其中|[：，、；（）\s])*/.exec(paragraph.slice(labelStart, start))?.[0].length ?? 0;
  return { printed: paragraph.slice(start, end), start: offset + labelStart + idle, end: offset + end };
}
