import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/settings.ts';

export const messages = {
  heading: 'Settings',
  nav: {
    label: 'Pages of the settings',
    round: 'Round',
    framework: 'Framework',
    offices: 'Offices and accounts',
    audit: 'Audit trail',
  },
  title: { round: 'Round: {{district}} {{year}}', open: 'Open the round: {{district}} {{year}}' },
  lede: {
    open: 'The round is open: filing from {{opensOn}} to {{deadline}}.',
    later:
      'The round is set up: filing starts on {{opensOn}} and ends on {{deadline}}; offices see no form before.',
    closed: 'The round is closed: filing ran from {{opensOn}} to {{deadline}}; offices can no longer file.',
    offices_one: '{{count}} office takes part, {{filed}} filed, {{late}} late.',
    offices_other: '{{count}} offices take part, {{filed}} filed, {{late}} late.',
    none: 'There is no round for {{year}} yet. Once it is open, offices that take part can file from the first day on.',
    model: 'Filled in as the round of {{year}} was; check it, then open.',
  },
  importTable: 'Import a district table: one table for many offices',
  next: 'Open the round of {{year}}',
  done: {
    open: 'The round is open.',
    change: 'The round has been saved.',
    close: 'The round is closed.',
    reopen: 'The round is open again.',
    extend: 'The deadline has been changed.',
    'leave-out': 'The office no longer takes part.',
    'take-in': 'The office takes part again.',
  },
  rules: {
    title: 'The round’s rules',
    frameworkHint:
      'It can still be edited and published as a new version on the framework’s page, until the first office submits.',
    frameworkInUse: 'Offices have submitted: it can no longer be changed.',
    version: '{{year}}, version {{version}}: {{name}}',
    targetHint: 'A reference line in charts; leave it empty for none.',
    peerViewHint: 'Can be changed at any time and takes effect at once.',
    save: 'Save the rules',
    open: 'Open the round',
    officesHint:
      'Offices without a tick take no part in this round: they count in no filing rate, ranking or mean.',
    leftOutReason: 'Why offices take no part (needed where any does not)',
    none: 'none',
    percent: '{{value}} %',
  },
  offices: {
    title: 'Offices: part in the round and deadline',
    office: 'Office',
    part: 'Takes part',
    yes: 'yes',
    no: 'no',
    deadline: 'Deadline',
    extended: 'extended',
    reason: 'Reason',
    status: 'Submission',
    late: 'late',
    change: 'Change',
    changeLabel: 'Change part and deadline of {{office}}',
    close: 'Close',
  },
  office: {
    title: '{{office}}: part in the round and deadline',
    extend: 'A deadline of its own',
    extendHint:
      'The district’s deadline is {{deadline}}; that day takes an extension back. The office sees the reason.',
    extendSave: 'Change the deadline',
    leaveOut: 'Take no part in this round',
    leaveOutHint: 'The office will count in no filing rate, ranking or mean of the year; its draft is kept.',
    leaveOutSave: 'Leave the office out',
    takeIn: 'Take part again',
    takeInHint: 'The office takes no part in this round: {{reason}}',
    takeInSave: 'Take the office in again',
  },
  status: {
    close: 'Close the round',
    closeHint:
      'Offices can then no longer file, submit or withdraw; the reviewer can still approve. It can be opened again with a reason.',
    closeSave: 'Close the round',
    reopen: 'Open the round again',
    reopenHint: 'Offices that take part can go on filing; what comes after the deadline stays late.',
    reopenSave: 'Open again',
  },
  refused: 'Nothing was saved',
  field: {
    frameworkId: 'Framework',
    opensOn: 'First day of filing',
    deadline: 'Deadline',
    peerView: 'What an office sees of the others',
    executionTarget: 'Target for the execution rate (%)',
    offices: 'Offices that take part',
    office: 'Office',
    reason: 'Reason',
  },
  peerView: {
    named: 'By name: names and figures of the other offices',
    coded: 'Under codes: scores and rates of the others, codes instead of names, other codes each year',
    aggregate: 'Own position only: means, medians and the like of the others, none for fewer than 5 offices',
  },
  peerViewShort: { named: 'by name', coded: 'under codes', aggregate: 'own position only' },
  refusal: {
    missing: 'Please fill in: {{field}}.',
    not_a_day: '“{{text}}” is no date. Write it like 2025-03-31.',
    before_opening: 'The deadline cannot be before the first day of filing.',
    not_a_percent:
      '“{{text}}” is no percentage from 0 to 100 with at most two decimals. Leave it empty for no target.',
    unknown_choice: 'Please choose one of the list: {{field}}.',
    too_long: '{{field}}: more than {{limit}} characters, please shorten it.',
    round_exists:
      'Another reviewer has opened the round of this year; below is what is set now. It was not opened twice.',
    no_round: 'There is no round for this year. Open it first.',
    closed: 'The round is closed and its rules stay. To change them, open it again with a reason.',
    changed_meanwhile:
      'Another reviewer has changed the round since you opened this page, so your change was not saved. Below is what you typed; compare it with what is set now, then save again.',
    nobody: 'At least one office has to take part.',
    framework_in_use:
      'The framework can no longer be changed: {{count}} submitted under it, and nothing is scored again by another.',
    becomes_late: 'With this day {{count}} in time would become late. Choose a later one.',
    before_round: 'Not before the district’s deadline {{day}}; that day takes the extension back.',
    unknown_office: 'There is no such office; it may just have been disabled.',
    filed:
      'This office has filed and is part of the district’s figures. Return its submission first, then leave it out.',
    done_already: 'It is so already; another reviewer may just have done it. Nothing was done twice.',
  },
} satisfies Shape<typeof zh>;
