import type { EvidenceRefusal } from '#app/domain/evidence-file.ts';
import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/evidence.ts';

const refusalsEn = {
  unknown_type:
    '“{{file}}” is of a kind that cannot be attached. Save it as PDF, Word (.docx), Excel (.xlsx), JPG or PNG.',
  empty_file: '“{{file}}” is empty. Check it and choose it again.',
  too_large: '“{{file}}” is larger than 10 MB. Compress or split it, or scan it at a lower resolution.',
  wrong_content:
    'The content of “{{file}}” is not what its ending says, or not whole. Open it in its own program and save it in the right format.',
  encrypted:
    '“{{file}}” has a password, so that the reviewer could not read it. Remove the password and attach it again.',
  macros: '“{{file}}” contains macros. Save it as .docx or .xlsx without macros, or as PDF.',
  unsafe_archive:
    '“{{file}}” is built oddly (too large when unpacked, too many parts or odd names). Save it anew or as PDF.',
  unreadable_file: '“{{file}}” is damaged and cannot be read. Save it anew and attach it again.',
  attached_already:
    '“{{file}}” has the same content as a file that this indicator has already; it was not added twice.',
  no_room:
    'There is no room for “{{file}}”: the evidence files of one report may have 50 MB together. Remove files that are not needed, or compress them.',
  too_many:
    'There is no room for “{{file}}”: one report may have 200 evidence files. Merge files or remove those that are not needed.',
} satisfies Record<EvidenceRefusal, string>;

export const messages = {
  title: 'Evidence: {{office}}, {{year}}',
  heading: 'Evidence',
  total_one: '{{count}} file, {{size}}',
  total_other: '{{count}} files, {{size}}',
  none: 'There are no evidence files yet.',
  toForm: 'Back to the form',
  toCard: 'See the report card',
  closed: {
    finished:
      'The form is finished and with the approver; its evidence files can only be read. To change them, take the form back on the page that submits it.',
    submitted:
      'The report was submitted and keeps its evidence files. To change them, the approver withdraws it on the page that submits it, or the finance bureau returns it.',
    approved:
      'The finance bureau has approved the report, and it keeps its evidence files. If something must be corrected, ask the bureau to return it.',
  },
  attach: {
    title: 'Attach files',
    node: 'For which indicator',
    choose: 'Choose an indicator',
    files: 'Files (several at once are possible)',
    hint: 'PDF, Word (.docx), Excel (.xlsx), JPG, PNG; at most 10 MB each, 20 MB at once and 50 MB for the whole report.',
    submit: 'Attach',
    done_one: '{{count}} file was attached.',
    done_other: '{{count}} files were attached.',
    here: 'Attach files',
    hereAt: 'Attach files to “{{node}}”',
  },
  remove: {
    submit: 'Remove',
    label: 'Remove “{{file}}”',
    done: '1 file was removed.',
    gone: 'This file is no longer in the form; somebody else may have removed it.',
  },
  refused: {
    attached: 'Attached: {{files}}. Files that were there are as they were.',
    nothing: 'Nothing was changed; files that were there are as they were.',
    no_file: 'No file was chosen. Choose files first, then “Attach”.',
    no_node:
      'No indicator was chosen. Choose which indicator the files are for, then choose the files again.',
    unreadable_form:
      'What was sent is not whole; the upload may have been interrupted. Choose the files again.',
  },
  refusal: refusalsEn,
  table: {
    title: 'Evidence by indicator',
    note: 'Once submitted, files stay with that revision and cannot be changed; after a return files can be added and removed, and the former revision keeps its own.',
    node: 'Indicator',
    words: 'Evidence in words',
    files: 'Evidence files',
    gone: 'An indicator that the framework no longer has ({{code}})',
    by: '{{by}}, {{at}}',
  },
  join: ', ',
  unsent: 'not submitted yet',
  count_one: '{{count}} evidence file',
  count_other: '{{count}} evidence files',
  countAt_one: '{{count}} evidence file of “{{node}}”',
  countAt_other: '{{count}} evidence files of “{{node}}”',
  add: 'Attach evidence files',
  size: '{{name}} ({{size}})',
  change: { new: 'new', gone: 'removed' },
} satisfies Shape<typeof zh>;
