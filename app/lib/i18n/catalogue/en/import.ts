import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/import.ts';

export const messages = {
  title: 'Import a report: {{office}}, {{year}}',
  intro:
    'Choose a report file, see what was read from it, then decide whether to accept it. Nothing is written before that.',
  becomes: {
    draft: 'Once accepted it is a draft: the district does not see it and it is not ranked.',
    submitted:
      'Once accepted it counts as submitted, marked as a published report: it is ranked and shown as not yet approved.',
  },
  file: 'Report file',
  hint: 'A Word document (.docx), a PDF with text, or plain text (.txt in UTF-8 or GB18030), at most 20 MB and 200,000 characters. Scanned pages cannot be read.',
  read: 'Read the report',
  workbook: 'Fill in with Excel: download the template, upload it filled in',
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
    changed_meanwhile:
      'Somebody changed the submission of "{{office}}" for {{year}} while you were looking, so the comparison no longer holds. Choose the file again and compare before accepting.',
    damaged: '"{{file}}" was not the same when accepted as when it was read. Choose the file again.',
  },
  preview: {
    title: 'What was read',
    headline:
      'Read from "{{file}}": amounts {{amounts}}, rates {{rates}}, scores {{scores}}, problems {{problems}}; findings {{findings}}.',
    nothingYet: 'None of this has been written yet. Check it, then accept it or leave it.',
    accept: { draft: 'Accept as a draft', submitted: 'Accept as submitted' },
    leave: 'Leave it',
    figures: 'Amounts and rates',
    figuresNote: 'As the report states them, unchanged; where a unit or a sum looks wrong, see the findings.',
    noFigures: 'No amounts or rates were read.',
    item: 'Item',
    value: 'Read as ({{unit}})',
    words: 'Words of the report',
    noWords: 'no words of its own',
    scores: 'Scores',
    total: 'Total {{score}} of {{weight}} points.',
    noTotal: 'No total score was read.',
    noScores: 'No scores of single indicators were read.',
    unknownScores: 'Scores under names that the framework of the year does not know, not imported: {{list}}.',
    unknownScore: '{{name}} {{score}} points',
    listSeparator: ', ',
  },
  difference: {
    title: 'What would change',
    none: 'The same as what is stored ({{status}}, revision {{revision}}).',
    note: 'Accepting makes a new revision in place of what is stored ({{status}}, revision {{revision}}), which is kept. Fields that differ: {{total}}.',
    field: 'Field',
    money: '{{item}} ({{unit}})',
    before: 'Stored now',
    after: 'This report',
    entries_one: '{{count}} entry',
    entries_other: '{{count}} entries',
    stated: 'stated',
    reworded: 'stated, in other words',
    entriesReworded_one: '{{count}} entry, different',
    entriesReworded_other: '{{count}} entries, different',
    fields: {
      functions: 'Functions',
      innerDepartments: 'Inner departments',
      subUnitsStated: 'Number of subordinate units',
      subUnits: 'Subordinate units',
      staffing: 'Staff',
      filedOn: 'Date of filing',
      goal: 'Goal of the year',
      keyTasks: 'Key tasks',
      changeReason: 'Why revenue and expenditure changed',
      monthlyExecution: 'Monthly execution rates',
      outcomeIndicators: 'Targets and completion',
      keyProjects: 'Key projects',
      problems: 'Problems',
      measures: 'Measures',
    },
  },
} satisfies Shape<typeof zh>;
