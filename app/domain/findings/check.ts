import type { Framework } from '../framework.ts';
import type { Decimal, Finding, Severity, SubmissionContent } from '../submission.ts';

/** A missing input makes a check not checkable; it never passes for want of figures. */
export type CheckStatus = 'holds' | 'fails' | 'not_checkable';

/** Where a submission that is filed here stands; a report that is only read is in none. */
export const phases = ['filling', 'submitting', 'reviewing'] as const;
export type Phase = (typeof phases)[number];

/** What a finding does to the office: it cannot submit, must give a reason first, or is merely told. */
export const effects = ['blocks', 'warns', 'informs'] as const;
export type Effect = (typeof effects)[number];

/** What a check needs beside the submission itself. */
export interface CheckContext {
  framework: Framework;
  year: number;
  /** Name of the office, such as 白鹤洞街道; without it nothing about names is checkable. */
  officeName?: string;
  /** Text of the report as stored; without it the submission's own narrative fields are read. */
  reportText?: string;
  /** Set where the submission is filed with the form; checks of what only the form asks for run there alone. */
  phase?: Phase;
  /** The office's own submission for the year before, as far as it was submitted. */
  lastYear?: SubmissionContent;
  /** Amounts of its submissions for earlier years, the last among them, in any order. */
  history?: readonly Pick<SubmissionContent, 'amounts'>[];
  /** Last day of filing, the office's own where it has one; YYYY-MM-DD as the next. */
  deadline?: string;
  /** Day on which it was submitted; without it the day that the office states counts. */
  submittedOn?: string;
}

/** What one check says about one place. Amounts in 元, rates in percent, scores in points. */
export interface Outcome extends Omit<Finding, 'check' | 'severity'> {
  status: CheckStatus;
}

/** One rule: a number in the catalogue of checks, a name, a sentence, and a function that gives an outcome per place. */
export interface Check {
  code: string;
  name: string;
  severity: Severity;
  /** What its computed and stated figures are: 元, percent, points or a plain number. */
  figures: 'money' | 'rate' | 'score' | 'count';
  sentence: { zh: string; en: string };
  /** `filing`: asks for what only the form asks for, and so says nothing of a report that is merely read. */
  appliesTo?: 'filing';
  /** Where it differs from what its severity does. */
  effects?: Partial<Record<Phase, Effect>>;
  run(content: SubmissionContent, context: CheckContext): Outcome[];
}

export type Amounts = SubmissionContent['amounts'];

/** Outcome of comparing a stated figure with the one worked out; not checkable when either is missing. */
export function compared(
  fields: readonly string[],
  computed: Decimal | undefined,
  stated: Decimal | undefined,
  agrees: (computed: Decimal, stated: Decimal) => boolean,
): Outcome {
  if (computed === undefined || stated === undefined) return { status: 'not_checkable', fields: [...fields] };
  return { status: agrees(computed, stated) ? 'holds' : 'fails', fields: [...fields], computed, stated };
}
