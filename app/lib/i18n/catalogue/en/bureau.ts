import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/bureau.ts';

export const messages = {
  title: 'Import a district table: {{district}}, {{year}}',
  lead: 'One table for many offices: budgets, execution, scores. Use the template or a table of your own, .xlsx or .csv: headings, units and names of offices are recognised and listed for you to confirm. Nothing is written before you accept it.',
  file: {
    title: 'Self-evaluations of {{district}}, {{year}}',
    name: '{{district}} {{year}} self-evaluations',
    marked: '{{name}} (errors marked)',
    sheet: 'District table',
    hint: 'One office a row. Fill in the pale yellow cells, amounts in 万元; a blank cell changes nothing.',
    office: 'Office',
    leaveHead: 'Leave out',
    leaveNote: 'Choose it to skip the row',
    leave: 'Leave out',
    heading: '{{name}} ({{unit}})',
    weight: 'Out of {{weight}}',
  },
  cover: {
    empty: 'This is an empty template, one row for each office that takes part in the round.',
    filled:
      'It holds what offices had submitted when it was downloaded. Offices that are still filling in are blank.',
    cells:
      'Cells on pale yellow take something; all others are locked. Leave the hidden row 1 and column A as they are: every cell is known by them. Rows and columns may be moved.',
    blank: 'A blank cell changes nothing. Write 0 where there was nothing, leave blank what is not known.',
    leave:
      'What is approved, returned or still being filled in cannot be changed by this table: leave those rows as they are, or choose “Leave out”.',
    own: 'Upload it on the page “Import a district table”: see what would change at each office first; all of it is written at once when every row is right.',
  },
  download: {
    title: '1. Download the template',
    note: 'You may also upload a table of your own without it.',
    filled: 'Download the template with what is held',
    empty: 'Download the empty template',
  },
  upload: {
    title: '2. Upload the table',
    field: 'District table',
    hint: 'An .xlsx or .csv file (UTF-8 or GB18030; comma, semicolon or tab), 5 MB at most. One column names the offices; a title, a unit line, a total row and notes may be there.',
    read: 'Read the table',
  },
  refused: 'Nothing was written',
  refusal: {
    no_table:
      'No table of offices was found in “{{file}}”: it needs a column of office names (街道, 单位, 部门) and at least one column of figures, such as 年初预算数, 执行率 or 自评得分. Check the headings, or use the template.',
    no_round: 'There is no round for {{year}}.',
    other_format: '“{{file}}” is a template of another layout. Download it anew and copy the content over.',
    other_office:
      '“{{file}}” is the template of “{{stated}}”, and this is the table of “{{district}}”. An office uploads its own template on its page “Fill in with Excel”.',
    other_year:
      '“{{file}}” says that it is of {{stated}}, and this is {{year}}. Choose the file of {{year}}.',
    damaged: '“{{file}}” is not the same as when it was read. Choose it again.',
    has_problems:
      'The table still has rows or cells that cannot be taken; nothing was written. Mend them first.',
    changed_meanwhile:
      'Submissions of {{count}} offices were changed while you were looking; nothing was written. Below is the table against what is held now: check it, then accept.',
    nothing_to_undo:
      'Nothing is left to take back: every value of this table was changed since, or stands in a submission that no table changes any more. Nothing was written.',
  },
  fileRefusal: {
    unknown_type:
      '“{{file}}” is neither an Excel workbook (.xlsx) nor a CSV file (.csv). Save it as one of them.',
    unreadable: '“{{file}}” is no text: a CSV file is in UTF-8 or GB18030. Save it anew.',
    too_large: '“{{file}}” is larger than 5 MB. Remove pictures and other sheets.',
    no_file: 'No file was chosen. Choose the table first, then “Read the table”.',
    many_files: 'One table at a time. Choose a single file.',
    unreadable_file:
      '“{{file}}” cannot be read: it is damaged, has too many rows or cells (5,000 and 200,000 at most), or takes too long or too much memory. Save it anew.',
  },
  moved: {
    line: '{{office}}: now “{{status}}”. {{last}}',
  },
  read: {
    headline_one:
      '“{{file}}”: {{rows}} rows read; changes at {{count}} office, {{cells}} in all; {{same}} cells agree with what is held.',
    headline_other:
      '“{{file}}”: {{rows}} rows read; changes at {{count}} offices, {{cells}} in all; {{same}} cells agree with what is held.',
    nothingYet:
      'Nothing of this has been written. It can be accepted when every row is right, and is then written at once.',
    older:
      'This template was made by another framework ({{stated}}) than the round has now ({{current}}). Check the scores.',
    leave: 'Leave it, choose another file',
  },
  rows: {
    title: '1. Whose row it is',
    note: 'Check each row. To change one, choose here and press “Check again”.',
    count_one: '{{count}} row',
    count_other: '{{count}} rows',
    row: 'Row',
    name: 'Name in the table',
    office: 'Office',
    match: 'Found by',
    choose: 'Office of row {{row}}',
    none: 'Choose',
    leave: 'Leave this row out',
    near: 'near: {{names}}',
    recheck: 'Check again',
    passed: 'Rows that are no office’s: {{rows}}.',
    passedRow: 'row {{row}} “{{text}}” ({{why}})',
    why: { total: 'total', note: 'note' },
    separator: '; ',
  },
  match: {
    exact: 'the same name',
    alike: 'a similar name: check',
    key: 'the template’s hidden key',
    chosen: 'your choice',
    several: 'several could be meant: choose',
    unknown: 'no such office: choose',
    none: 'no name: choose',
  },
  columns: {
    title: '2. What each column is',
    sheet:
      'Sheet “{{sheet}}”. Check each column; choose another field or unit here where it is wrong, then check again.',
    none: 'No heading is one of the form’s fields. Choose the field of each column here, then check again.',
    choose: 'Field of column {{column}}',
    chooseUnit: 'Unit of the amounts in column {{column}}',
    leave: 'Leave out',
    byHeading: 'its heading',
    unitOfHeading: '{{unit}} (in the heading)',
    unitOfTable: '{{unit}} (above the table)',
    others:
      'Other sheets look like such a table and are not read: {{sheets}}. Save the one that you mean by itself.',
    unitStated: 'The table says that amounts are in {{unit}}.',
    template: 'Our own template: amounts in 万元, rates in %.',
    column: 'Column',
    heading: 'Heading',
    field: 'Field of the form',
    unit: 'Unit',
    unitField: 'Amounts without a unit are in',
    unitNone: 'Choose the unit',
  },
  passed: {
    unknown: 'no field of the form',
    other_year: 'of another year',
    reviewed: 'reviewed scores are not imported',
    weight: 'weights, places and the like',
    left: 'your choice',
  },
  problem: {
    no_office: 'This row has no name, so nobody knows whose it is. Write it in, or choose the office above',
    unknown_office: 'The district has no office of this name. Choose the office above, or leave the row out',
    several_offices: 'Several offices could be meant. Choose one above',
    same_office: 'A row above is the same office’s. Keep one of them, or choose another office above',
    two_columns:
      'Two columns are this field. Above, under “What each column is”, choose another field for one of them or leave it out',
    no_unit:
      'No unit is stated for this amount. State it in the heading or above the table, or choose it above',
    maybe_fraction:
      'This may be a share (0.96 for 96%) or a percentage below one. Write the % sign, or (%) into the heading',
    approved:
      'This office’s submission is approved, and no table changes it. Return it first, or leave the row out',
    office_draft:
      'This office is filling in its own form, which the district cannot overwrite. Wait for it, or leave the row out',
    returned:
      'This office’s submission was returned and is being mended there. Wait for it, or leave the row out',
    not_taking_part: 'This office takes no part in the round. Leave the row out',
  },
  problems: {
    title_one: '3. {{count}} place cannot be taken; nothing was written',
    title_other: '3. {{count}} places cannot be taken; nothing was written',
    note: 'No other row is written before all are right. Offices, fields and units can be chosen above; all else is mended in the table, which is then uploaded again. The same table can be downloaded with a column that says what is wrong.',
    download: 'Download the table with errors marked',
    heading: 'Errors',
    office: 'Office',
    more: '{{count}} more are in the marked table.',
  },
  changes: {
    title: '3. What would be written',
    none: 'The table says what is held already; there is nothing to write.',
    office_one: '{{office}}: {{count}} change',
    office_other: '{{office}}: {{count}} changes',
    first: 'Nothing filed yet: it would count as submitted, from “District table”.',
    further:
      'It would be a new revision, still “{{status}}” and from “{{origin}}”; the office sees the changes in its history.',
    findings: 'Findings afterwards: {{error}} errors, {{warning}} warnings, {{info}} notes.',
    conflicts:
      'Changed after the template was downloaded: what is held is kept, unless you choose the table’s text.',
    accept: 'Accept all of it',
  },
  receipt: {
    saved_one: 'Written from “{{file}}”: {{count}} office, {{cells}} cells in all.',
    saved_other: 'Written from “{{file}}”: {{count}} offices, {{cells}} cells in all.',
    overview: 'See the district’s overview',
    trail: 'See the audit trail',
    signed: '{{at}}, {{by}}.',
    undone_one:
      'Taken back on {{at}} by {{by}}: {{count}} office has what it had before, {{cells}} cells in all.',
    undone_other:
      'Taken back on {{at}} by {{by}}: {{count}} offices have what they had before, {{cells}} cells in all.',
  },
  undo: {
    title: 'Take this table back',
    note: 'The whole table at once: each field gets what it held before the import; what was changed since stays. The trail tells of it.',
    restored_one: '{{count}} office would have what it had before: {{list}}.',
    restored_other: '{{count}} offices would have what they had before: {{list}}.',
    restoredOffice: '{{office}} ({{count}})',
    none: 'Nothing is left to take back.',
    kept_one: 'What stays as it is, at {{count}} office:',
    kept_other: 'What stays as it is, at {{count}} offices:',
    keptOffice: '{{office}} ({{why}}): {{fields}}',
    changed: 'changed since',
    barrier: {
      approved: 'approved',
      office_draft: 'the office is filling in its form',
      returned: 'returned to the office',
      not_taking_part: 'takes no part in the round',
    },
    separator: ', ',
    button: 'Take the whole table back',
  },
  tables: {
    title: '3. Tables taken in',
    note: 'A file’s name leads to what it wrote, where the whole table can be taken back.',
    file: 'File',
    at: 'Taken in',
    by: 'By',
    offices: 'Offices',
    cells: 'Cells',
    state: 'State',
    stands: 'Written',
    undone: 'Taken back: {{at}}, {{by}}',
  },
} satisfies Shape<typeof zh>;
