import type {
  Decimal,
  KeyProject,
  Measure,
  MoneyItem,
  OutcomeIndicator,
  Problem,
  Quote,
  RateItem,
} from '../submission.ts';

/** A value with the words it was read from. */
export interface Read<T> {
  value: T;
  quote: Quote;
}

/** Another value that a printed amount may have been meant to be: offered to a person, never applied by the reader. */
export interface AmountProposal {
  value: Decimal; // 元
  /** The unit that the printed number would need. */
  unit: string;
  /** The sum that holds with it and not without, such as “expenditure_basic + expenditure_project = executed_total”. */
  relation: string;
}

/** An amount in 元 as printed: `value` is what the document says, even where that cannot be right. */
export interface ReadAmount extends Read<Decimal> {
  printed: string; // “15324.90元”
  proposal?: AmountProposal;
}

/** A score under the name that the office gives it. */
export interface ReadScore {
  name: string; // `total` for the whole
  score: Decimal;
  max?: Decimal;
  reason?: string;
  measure?: string;
  quote: Quote;
}

export type Quoted<T> = T & { quote: Quote };

/** What a careful reader finds in one report. A field that the report does not state is absent. No personal data. */
export interface ReportReading {
  district?: Read<string>;
  office?: Read<string>;
  year?: Read<number>;
  filedOn?: Read<string>; // ISO date
  amounts: Partial<Record<MoneyItem, ReadAmount>>;
  rates: Partial<Record<RateItem, Read<Decimal>>>;
  scores: ReadScore[];
  indicators: Quoted<OutcomeIndicator>[];
  keyProjects: Quoted<KeyProject>[];
  problems: Quoted<Problem>[];
  measures: Quoted<Measure>[];
  subUnitsStated?: Read<number>;
  subUnits?: Read<string[]>;
  innerDepartments?: Read<string[]>;
  staffing?: Read<number>;
  functions?: Read<string>;
  goal?: Read<string>;
  keyTasks?: Read<string>;
  changeReason?: Read<string>;
}
