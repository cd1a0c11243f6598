import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/workbook.ts';

export const messages = {
  title: 'Fill in with Excel: {{office}}, {{year}}',
  file: {
    title: 'Self-evaluation of {{office}}, {{year}}',
    name: '{{office}} {{year}} self-evaluation',
    marked: '{{name}} (errors marked)',
  },
  cover: {
    name: 'How to fill in',
    facts: 'Framework: {{framework}}. Deadline: {{deadline}}.',
    empty: 'This is an empty template.',
    filled: 'It holds what the form held when it was downloaded; change it from there.',
    cells:
      'Cells on pale yellow take something; all others are locked. Leave the hidden row 1 and column A as they are: every cell is known by them. Rows may be moved and inserted.',
    money:
      'Amounts are in 万元; 元 or 亿元 may be written instead. Rates are in %, scores in points. Dates as 2024-03-28.',
    blank:
      'A blank cell does not erase what the form holds, unless you choose so when uploading. Write 0 where there was nothing, leave blank what is not known.',
    rows: 'Projects, indicators, problems and measures take a row each. Go on below the last row where there are too few; 200 of a kind at most.',
    upload: 'Upload it on the page "Fill in with Excel": see what differs from the form first, then decide.',
  },
  head: {
    item: 'Item',
    unit: 'Unit',
    value: 'To be filled in',
    note: 'Note',
    weight: 'Weight',
    lastScore: 'Score {{year}}',
  },
  unit: { people: 'people', things: 'units' },
  group: { amount: 'Amounts', rate: 'Rates' },
  note: {
    lines: 'One a line; 无 for none',
    date: 'Such as 2024-03-28',
    rate: 'As stated; may be left blank where it is not',
    signed: 'Below zero where it is less than last year',
    personal: 'In no export and no comparison',
  },
  hint: {
    basics:
      'Fill in the pale yellow cells. Departments and units one a line (Alt+Enter within the cell). Name and phone are seen by your office and the finance bureau only.',
    goals: 'Fill in the pale yellow cells: the goal of the year, key tasks and what came of them.',
    projects: 'One project a row, amounts in 万元. Go on below where there are too few rows.',
    outcomes:
      'The output and benefit indicators declared at the beginning of the year, one a row. Go on below where there are too few rows.',
    money:
      'Amounts in 万元; "1.2亿元" or "158360元" may be written too. 0 where there was nothing, blank where it is not known. Rates as the accounts state them.',
    months: 'General-budget execution as the bureau notifies it each month (cumulative), in %.',
    costs: 'Budget beside actual, in 万元. 0 where there was nothing, blank where it is not known.',
    scores:
      'A self score for each, no more than the weight; say why where points were lost and what will be done.',
    problems:
      'One problem a row; 无 where there is none. Choose themes from the list or leave them to the words. Go on below where there are too few rows.',
    measures:
      'One measure a row, with the number of the problem it is for. Go on below where there are too few rows.',
    followups: 'What became of the problems stated last year; choose the result from the list.',
  },
  download: {
    title: '1. Download the template',
    filled: 'Template with what the form holds',
    empty: 'Empty template',
    note: 'It is for this office and year only. Departments may fill in parts; put them into one file before uploading.',
  },
  upload: {
    title: '2. Upload it filled in',
    field: 'Workbook',
    hint: 'An .xlsx file of at most 5 MB. Every cell is checked and compared with the form first; nothing is written before you accept it.',
    read: 'Read the workbook',
    closed: 'A workbook cannot be accepted now, only downloaded.',
  },
  refused: 'Nothing was written',
  refusal: {
    no_file: 'No file was chosen. Choose the workbook, then press "Read the workbook".',
    many_files: 'One workbook is read at a time. Choose a single file.',
    unreadable_form: 'What was sent is incomplete; the upload may have broken off. Choose the file again.',
    unknown_type: '"{{file}}" is no Excel workbook (.xlsx). Save it as .xlsx and choose that.',
    old_word: '"{{file}}" is of an old format. Save it as .xlsx and choose that.',
    empty_file: '"{{file}}" is empty. Check the file and choose again.',
    too_large:
      '"{{file}}" is larger than 5 MB, which no template is. Take out pictures and other sheets and choose again.',
    unreadable: '"{{file}}" cannot be read. Save it as .xlsx and choose that.',
    wrong_content:
      '"{{file}}" is no .xlsx workbook inside; it may be an old .xls or another kind of file that was renamed. Save it as .xlsx and choose that.',
    encrypted: '"{{file}}" is protected by a password. Save a copy without one and choose that.',
    unsafe_archive:
      '"{{file}}" is not built as a workbook is (too large unpacked, too many parts, or odd names). Save it again in Excel or WPS and choose that.',
    no_text_layer: '"{{file}}" cannot be read. Save it as .xlsx and choose that.',
    unreadable_file:
      '"{{file}}" cannot be read: it is damaged, or needs more than 10 seconds or 256 MB. Save it again and choose that.',
    not_a_template: '"{{file}}" is no template from here. Download the template, fill it in and choose that.',
    other_format:
      '"{{file}}" is a template of another layout. Download it anew, copy the contents over and choose that.',
    other_office:
      '"{{file}}" is the template of "{{stated}}", but this page is for "{{office}}". Choose the file of this office.',
    other_year:
      '"{{file}}" is a template for {{stated}}, but this page is for {{year}}. Choose the file for {{year}}.',
    damaged: '"{{file}}" was not the same when accepted as when it was read. Choose the file again.',
    has_problems:
      'Some cells cannot be read, so nothing was written. Read the file again and correct what is listed.',
    changed_meanwhile:
      'Somebody changed the form while you were looking, so the comparison no longer holds. Choose the file again and compare before accepting.',
    nothing_to_restore: 'There is nothing to restore; it may have been restored already.',
  },
  problem: {
    cell_error:
      'The cell holds an error value (such as #REF! or #DIV/0!). Mend the formula or type the figure',
    unvalued:
      'The cell is a formula whose result was not saved. Open it in Excel, recalculate and save, or type the figure',
    scaled_format: 'The number format shows a smaller number than the cell holds. Set the format to General',
    unknown_key:
      'The key of this row or column is not in the form; it may have been changed. Copy it from a new template',
    no_key: 'The key of this row is gone, so it belongs to no field. Copy it from a new template',
    duplicate_key: 'This row is the same field as one above, perhaps a copied row. Keep one of them',
    merged: 'Several cells to be filled in are merged here. Unmerge them',
  },
  problems: {
    title_one: '{{count}} cell cannot be read; nothing was written',
    title_other: '{{count}} cells cannot be read; nothing was written',
    note: 'Correct them in the workbook and upload it again. The same workbook can be had with the errors marked: the cells are coloured, and a column on the right says why.',
    download: 'Download it with the errors marked',
    heading: 'Errors',
    cell: 'Cell',
    field: 'Field',
    text: 'What it says',
    why: 'Why not',
    more: 'and {{count}} more; see the marked workbook.',
  },
  preview: {
    title: 'What was read',
    headline: '"{{file}}" against the form: {{changes}} different, {{same}} the same.',
    nothing: '"{{file}}" says what the form says; there is nothing to write.',
    nothingYet: 'None of this has been written yet. Check it, then accept it or leave it.',
    older:
      'The template was made by another framework ({{stated}}); now it is {{current}}. Check the scores.',
    gone_one: '{{count}} field is no longer in the form and is not written:',
    gone_other: '{{count}} fields are no longer in the form and are not written:',
    absent_one: '{{count}} field is missing from the file (its row or sheet was deleted) and stays as it is.',
    absent_other:
      '{{count}} fields are missing from the file (their rows or sheets were deleted) and stay as they are.',
    incomplete_one:
      '{{count}} cell stands in a row that still lacks its name, text or score; it is kept, and sent once that is there: {{cells}}.',
    incomplete_other:
      '{{count}} cells stand in rows that still lack their name, text or score; they are kept, and sent once that is there: {{cells}}.',
    field: 'Field',
    before: 'The form now',
    after: 'The file',
    cell: 'Place',
    none: '(blank)',
    changes: 'To be written',
    conflicts: 'Changed by others after the template was downloaded',
    conflictsNote: 'The form keeps what it has, but for those you tick.',
    take: 'Take what the file says',
    blanks: 'Blank in the file, filled in the form',
    blanksNote: 'The form keeps what it has.',
    erase_one: 'Erase this {{count}} field',
    erase_other: 'Erase these {{count}} fields',
    accept: 'Accept into the form',
    leave: 'Leave it',
  },
  receipt: {
    saved_one: '{{count}} field written from "{{file}}".',
    saved_other: '{{count}} fields written from "{{file}}".',
    restore: 'Restore what was there before',
    form: 'Check them in the form',
    restored_one: '{{count}} field restored.',
    restored_other: '{{count}} fields restored.',
    kept_one: '{{count}} more was changed since and stays as it is.',
    kept_other: '{{count}} more were changed since and stay as they are.',
  },
} satisfies Shape<typeof zh>;
