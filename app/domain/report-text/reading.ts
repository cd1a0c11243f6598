import type {
  Decimal,
  KeyProject,
  Measure,
  MoneyItem,
  MonthlyExecution,
  OutcomeIndicator,
  Problem,
  Quote,
  RateItem,
} from '../submission.ts';

/** How sure the reader is: plain words, words that lean on what stands before them, or a guess that a person should look at. */
export type Confidence = 'high' | 'medium' | 'low';

/** A value with the words it was read from. */
export interface Read<T> {
  value: T;
  quote: Quote;
  confidence?: Confidence;
}

/** A figure that may state a field, before it is held against the others. */
export interface AmountCandidate {
  field: MoneyItem;
  value: Decimal;
  printed: string;
  quote: Quote;
  source: 'prose' | 'table';
  /** Counts only where other figures bear it out: a balancing total, a bare “支出”, a part of one source of money. */
  weak?: 'balancing' | 'bare' | 'part';
  /** Its own words do not name the field; what stands before them does. */
  inferred?: boolean;
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
  /** Other values that the report states for this field; the one that agrees with its other figures was taken. */
  competing?: Omit<ReadAmount, 'competing' | 'proposal'>[];
}

/** A rate; `competing`: other values that the report states for it. */
export interface ReadRate extends Read<Decimal> {
  competing?: Read<Decimal>[];
}

/** A score under the name that the office gives it. */
export interface ReadScore {
  name: string; // `total` for the whole
  score: Decimal;
  max?: Decimal;
  reason?: string;
  measure?: string;
  quote: Quote;
  /** Other values that the report states for it. */
  competing?: Read<Decimal>[];
}

export type Quoted<T> = T & { quote: Quote };

/** What a careful reader finds in one report. A field that the report does not state is absent. No personal data. */
export interface ReportReading {
  district?: Read<string>;
  office?: Read<string>;
  year?: Read<number>;
  filedOn?: Read<string>; // ISO date
  amounts: Partial<Record<MoneyItem, ReadAmount>>;
  /** Fields for which the report states several values, none of them borne out by its other figures: a person chooses. */
  undecided?: Partial<Record<MoneyItem, ReadAmount[]>>;
  rates: Partial<Record<RateItem, ReadRate>>;
  monthlyExecution?: Read<MonthlyExecution[]>;
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
