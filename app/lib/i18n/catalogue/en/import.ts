import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/import.ts';

const removalEn = {
  kept_by_other: 'An original is kept by the side that uploaded it, and only that side can remove it.',
  document_used:
    'Something was accepted from this report, so the original is kept for reference and cannot be removed.',
  document_sent:
    'This report was there when the form was submitted, so the original is kept for reference and cannot be removed.',
};

export const messages = {
  title: 'Import a report: {{office}}, {{year}}',
  intro:
    'Choose a report file, see what was read from it, then accept single items, a section or all. The form is not changed before that; the original is kept with its hash.',
  becomes: {
    draft:
      'What is accepted goes into the form, which is still a draft: the district does not see it and it is not ranked.',
    submitted:
      'Once accepted it counts as submitted, marked as a published report: it is ranked and shown as not yet approved.',
  },
  file: 'Report file',
  hint: 'A Word document (.docx), a PDF with text, or plain text (.txt in UTF-8 or GB18030), at most 20 MB and 200,000 characters. Scanned pages cannot be read.',
  read: 'Read the report',
  workbook: 'Fill in with Excel: download the template, upload it filled in',
  form: 'To the form',
  back: 'Back to the report card',
  refused: 'Nothing was imported and nothing was written',
  closed: 'No import is possible',
  refusal: {
    no_file: 'No file was chosen. Choose a report file, then press "Read the report".',
    many_files: 'One report is read at a time. Choose a single file.',
    unreadable_form: 'What was sent is incomplete; the upload may have broken off. Choose the file again.',
    unknown_type:
      '"{{file}}" is of a type that cannot be read. Save the report as a Word document (.docx), PDF or plain text (.txt) and choose that.',
    old_word:
      '"{{file}}" is in the old Word format, which cannot be read. Save it as .docx in Word or WPS and choose that.',
    empty_file: '"{{file}}" is empty: there are no words in it. Check the file and choose again.',
    too_large:
      '"{{file}}" is larger than 20 MB, which no self-evaluation report is. Upload the text of the report only.',
    unreadable:
      '"{{file}}" is not text in UTF-8 or GB18030; it may be another kind of file that was renamed. Save the report as plain text (.txt) and choose that.',
    wrong_content:
      '"{{file}}" does not hold what its name says; it may be another kind of file that was renamed. Save it as .docx, .pdf or .txt in the program it came from and choose that.',
    encrypted:
      '"{{file}}" is protected by a password and cannot be read. Save a copy without a password and choose that.',
    unsafe_archive:
      '"{{file}}" is not built as a Word report is (too large unpacked, too many parts, or odd names). Save it as .docx in Word or WPS again and choose that.',
    no_text_layer:
      '"{{file}}" has pictures of pages but no text; it may be a scan. Choose the Word document that was printed, or a PDF exported from it.',
    unreadable_file:
      '"{{file}}" cannot be read: it is damaged, or needs more than 10 seconds or 256 MB. Save it again and choose that, or plain text (.txt).',
    not_a_report:
      '"{{file}}" names no street office and year with any amount, score or problem, so it is no self-evaluation report. Check the file and choose again.',
    too_long:
      '"{{file}}" has {{characters}} characters; the limit is {{limit}}. Upload the report itself, without its annexes.',
    beyond_range:
      '"{{file}}" has a figure that reads as {{value}}, too large to be true. Correct it in the report and choose the file again.',
    unknown_office:
      'There is no office with the code {{office}}; it may just have been closed. Ask the district finance bureau.',
    no_round:
      'The district has opened no round for {{year}}, so nothing can be imported. Choose another year, or ask the district finance bureau to open one.',
    not_taking_part:
      '“{{office}}” takes no part in the round of {{year}}, so nothing was imported. If it should, the district’s reviewer takes it in again first.',
    other_office:
      'The report is of "{{stated}}", but this page imports for "{{office}}". Choose a report of "{{office}}"; one of "{{stated}}" belongs on that office\'s own page.',
    other_year:
      'The report is of {{stated}}, but this page imports for {{year}}. Choose the report of {{year}}, or import this one under {{stated}}.',
    approved:
      'The submission of "{{office}}" for {{year}} is approved and cannot be replaced by an import. If it must be corrected, ask the district finance bureau.',
    submitted:
      'The submission of "{{office}}" for {{year}} has been submitted and cannot be replaced by an import. If it must be corrected, ask the district finance bureau to return it first.',
    finished:
      'The {{year}} report of “{{office}}” is finished and with the approver, so an import cannot replace it. Take it back first.',
    office_draft:
      '"{{office}}" is filling in {{year}}; the draft is the office\'s own and the district cannot replace it. Import once the office has submitted.',
    round_closed:
      'The round of {{year}} is closed, so nothing can be imported. If something must be corrected, ask the district finance bureau to open it again.',
    round_not_open: 'The round of {{year}} has not begun yet. Upload the report once it has.',
    nothing_chosen:
      'There is nothing to write: check some items first, and where there are several values choose one. The form was not changed.',
    beyond_form:
      'Some of it is more than the form takes (5,000 characters a field, 200 rows a list), so nothing was written. Check the other items one by one, and shorten what is too long in the form.',
    changed_meanwhile:
      'Somebody changed the items below while you were looking, so nothing was written. See what is held now and what the report says, then choose again. Your ticks and choices are kept.',
    nothing_to_undo:
      'There is nothing to undo: what was imported has been undone already, or changed since. The form was not changed. Check it in the form.',
    ...removalEn,
  },
  earlier: {
    title: 'Reports uploaded before',
    note: 'Open one at any time to accept more of it or to undo what was accepted.',
    column: { file: 'File', at: 'Uploaded', size: 'Size', sha256: 'Hash (SHA-256)' },
  },
  document: {
    facts: 'Uploaded {{at}}, {{size}}, SHA-256 {{sha256}}.',
    original: 'Download the original',
    other: 'Upload another',
    title: 'The report',
    note: 'Its text without page numbers and contact data. Words on a darker ground were read; their number leads back to the item.',
    toItem: 'Back to item {{number}}',
    line: 'paragraph {{line}}',
  },
  headline_one:
    'Read from "{{file}}": {{count}} item. New to the form: {{fresh}}; different: {{changed}}; the same: {{same}}.',
  headline_other:
    'Read from "{{file}}": {{count}} items. New to the form: {{fresh}}; different: {{changed}}; the same: {{same}}.',
  undecided_one: '{{count}} item has more than one value. Choose one before accepting: {{names}}.',
  undecided_other: '{{count}} items have more than one value. Choose one each before accepting: {{names}}.',
  missing: 'Neither in the report nor in the form: {{names}}.',
  missingMore_one: '{{count}} field is still missing',
  missingMore_other: '{{count}} fields are still missing',
  unknownScores: 'Scores under names that the framework of the year does not know, not imported: {{list}}.',
  unknownScore: '{{name}} {{score}} points',
  separator: ', ',
  sections: 'Sections',
  sectionCount: '{{name}} ({{open}}/{{total}})',
  sectionNone: 'Nothing of this section was read.',
  item: {
    take: 'Accept',
    number: 'Item {{number}}',
    state: { new: 'new', changed: 'different', same: 'same' },
    report: 'Report',
    held: 'Held now',
    empty: 'empty',
    confidence: 'Confidence: {{level}}',
    level: { high: 'high', medium: 'medium', low: 'low' },
    words: 'Words, {{place}}',
    noWords: 'no words of its own',
    printed: 'written “{{printed}}”',
    kind: {
      printed: 'as printed',
      proposed: 'taken as {{unit}} (proposed)',
      competing: 'stated elsewhere in the report',
    },
    isHeld: 'held now',
    pick: 'Choose one value',
    none: 'Leave it for now',
    more: 'All of it',
  },
  conflict: {
    theirs: 'Held now: {{text}}',
    mine: 'Report: {{text}}',
  },
  accept: {
    check: 'Check what is ticked',
    chosen: 'Accept what is ticked',
    section: 'Accept this section',
    all: 'Accept all',
    hint: 'Values that were not chosen yet are left out of “all” and of a section.',
  },
  findings: {
    all: 'Findings if all were accepted',
    chosen: 'Findings if what is ticked were accepted',
    note: 'Values that were not chosen yet are left out. Findings do not keep you from accepting; they are dealt with before submitting.',
  },
  done: {
    saved_one: '{{count}} field written.',
    saved_other: '{{count}} fields written.',
    nothing: 'There was nothing to write: but for values not chosen yet, the form says what the report says.',
    undone_one: 'The import was undone: {{count}} field is as it was before.',
    undone_other: 'The import was undone: {{count}} fields are as they were before.',
    kept_one: '{{count}} field was changed since and keeps what it has: {{names}}.',
    kept_other: '{{count}} fields were changed since and keep what they have: {{names}}.',
  },
  undo: {
    title: 'Undo this import',
    note_one:
      '{{count}} field written from this report gets back what it held before; one that was changed since keeps what it has.',
    note_other:
      '{{count}} fields written from this report get back what they held before; those changed since keep what they have.',
    button: 'Undo this import',
  },
  remove: {
    ...removalEn,
    button: 'Remove this report',
    note: 'Its original goes with it for good; the audit trail keeps the name and the hash.',
    done: 'The report and its original were removed; the audit trail tells of it.',
  },
} satisfies Shape<typeof zh>;
