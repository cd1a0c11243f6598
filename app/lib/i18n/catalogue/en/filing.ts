import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/filing.ts';

export const messages = {
  title: '{{office}}: submitting the self-evaluation for {{year}}',
  finished: 'finished by {{by}} at {{at}}, waiting for the approver',
  toForm: 'Back to the form',
  readForm: 'Read the form',
  nothing: 'Nothing has been filled in for this year yet. Please begin with the form.',
  obstacles: {
    title: 'To be settled before submitting: {{count}}',
    refused_entry: '“{{detail}}” cannot be read; please correct it',
    score_missing: 'has words but no self score',
    blocking_finding: 'does not hold: {{detail}}',
    unanswered_finding: 'please give a reason: {{detail}}',
  },
  step: {
    finish: 'Finished: hand to the approver',
    take_back: 'Take back to edit',
    submit: 'Submit to the finance bureau',
  },
  stepNote: {
    finish: 'The form can then be read only; you may take it back at any time.',
    take_back: 'You can then go on filling in.',
    submit: 'The bureau sees it at once; until it is approved you can withdraw it.',
  },
  withdraw: {
    reason: 'Reason for withdrawing (required, shown to the bureau)',
    button: 'Withdraw to edit',
  },
  findings: {
    title: 'Findings',
    note: 'They go along with the report. Give a reason where one is asked for.',
  },
  effect: {
    blocks: 'Must be corrected before submitting.',
    warns: 'Needs a reason before submitting.',
    informs: 'For information; does not keep you from submitting.',
  },
  answer: {
    label: 'Reason',
    save: 'Save reasons',
    given: 'Reason given: {{answer}}',
  },
  figures: {
    title: 'What is sent',
    note: 'Figure by figure beside {{year}}.',
    item: 'Item',
    none: 'Nothing filled in for this year.',
    change: 'On last year',
    money: 'Money ({{unit}}; change in percent)',
    rates: 'Rates (change in percentage points)',
    scores: 'Self scores (points)',
  },
  texts: {
    title: 'Words that differ from {{year}}',
    none: 'The words are the same as last year.',
    new: 'new',
    changed: 'changed',
    gone: 'no longer stated',
  },
  receipt: {
    title: 'Receipt',
    number: 'Receipt number',
    at: 'Submitted at',
    by: 'Submitted by',
    revision: 'Revision',
    revisionOf: 'No. {{revision}}',
    time: 'In time',
    inTime: 'by the deadline',
    late: 'after the deadline',
  },
  refusal: {
    not_ready: 'Not submitted: {{count}} to be settled first, see below. Everything filled in is kept.',
    nothing_to_send: 'Not submitted: the form holds no amount, rate, score or problem yet.',
    reason_missing: 'Not withdrawn: please give a reason.',
    text_too_long: 'The text is too long; please shorten it.',
    public_report: 'This published report was read in by the bureau; the office cannot withdraw it.',
  },
} satisfies Shape<typeof zh>;
