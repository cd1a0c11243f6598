import type { ListField, TextField } from '#app/domain/content-difference.ts';
import type { ImportRefusalCode } from '#app/usecases/import-refusal.ts';

/** What may be wrong with the form itself. */
export type UploadProblem = 'no_file' | 'many_files' | 'unreadable_form';

const refusalZh = {
  no_file: '没有选择文件。请先选择一份报告文件，再点“读取报告”。',
  many_files: '一次只能读取一份报告。请只选择一个文件。',
  unreadable_form: '提交的内容不完整，可能是上传中断。请重新选择文件再试。',
  unknown_type:
    '“{{file}}”不是可读取的类型。请把报告另存为 Word 文档（.docx）、PDF 或纯文本（.txt）后再选择。',
  old_word: '“{{file}}”是旧版 Word 文档，不能读取。请在 Word 或 WPS 中另存为 .docx 后再选择。',
  empty_file: '“{{file}}”是空文件，里面没有文字。请核对文件后重新选择。',
  too_large: '“{{file}}”超过 20 MB，不像一份自评报告。请只上传报告的文字部分。',
  unreadable:
    '“{{file}}”不是 UTF-8 或 GB18030 编码的文字，可能是改了扩展名的其他文件。请另存为纯文本（.txt）后再选择。',
  wrong_content:
    '“{{file}}”的内容与扩展名不符，可能是改了扩展名的其他文件。请在原来的程序中另存为 .docx、.pdf 或 .txt 后再选择。',
  encrypted: '“{{file}}”有密码保护，不能读取。请取消密码后另存一份再选择。',
  unsafe_archive:
    '“{{file}}”的内部结构不像一份 Word 报告（展开后过大、部件过多或名称异常）。请在 Word 或 WPS 中重新另存为 .docx 后再选择。',
  no_text_layer:
    '“{{file}}”里只有页面图像，没有文字，可能是扫描件。请选择打印前的 Word 文档，或从中导出的 PDF。',
  unreadable_file:
    '“{{file}}”不能读取：文件已损坏，或所需时间超过 10 秒、内存超过 256 MB。请重新另存后再选择，或改用纯文本（.txt）。',
  not_a_report:
    '“{{file}}”里找不到街道名称、年度以及任何金额、得分或问题，不像一份绩效自评报告。请核对文件后重新选择。',
  too_long:
    '“{{file}}”有 {{characters}} 个字符，超过 {{limit}} 个字符的上限。请只上传自评报告正文，不含附件。',
  beyond_range: '“{{file}}”里有一个数读作 {{value}}，大得不可能属实。请更正报告中的这个数后再选择。',
  unknown_office: '找不到编码为 {{office}} 的街道，可能刚被停用。请联系区财政局绩效科。',
  no_round: '区里没有开设 {{year}} 年度的填报轮次，不能导入。请改选其他年度，或联系区财政局绩效科开设。',
  not_taking_part: '“{{office}}”不参加 {{year}} 年度填报，不能导入。确需导入，请区财政局绩效科先恢复它参加。',
  other_office:
    '这份报告写的是“{{stated}}”，而这里要导入的是“{{office}}”。请选择“{{office}}”的报告；“{{stated}}”的报告要在其本街道页面导入。',
  other_year:
    '这份报告写的是 {{stated}} 年度，而这里要导入的是 {{year}} 年度。请选择 {{year}} 年度的报告，或改到 {{stated}} 年度导入。',
  approved: '“{{office}}”{{year}} 年度的填报已经审定，不能再用导入替换。确需更正，请联系区财政局绩效科。',
  submitted: '“{{office}}”{{year}} 年度的填报已经提交，不能再用导入替换。确需更正，请区财政局绩效科先退回。',
  finished: '“{{office}}”{{year}} 年度的填报已经填完，正由分管领导审签，不能用导入替换。请先收回再导入。',
  office_draft: '“{{office}}”正在填报 {{year}} 年度，草稿属于街道，区里不能替换。请待街道提交后再导入。',
  changed_meanwhile:
    '在您查看期间，“{{office}}”{{year}} 年度的填报已被他人更改，刚才的对照不再成立。请重新选择文件，对照后再采用。',
  damaged: '“{{file}}”在采用时与读取时不一致。请重新选择文件再试。',
} satisfies Record<ImportRefusalCode | UploadProblem, string>;

const textsZh = {
  functions: '部门职能',
  innerDepartments: '内设机构',
  subUnitsStated: '下属单位个数',
  subUnits: '下属单位',
  staffing: '编制人数',
  filedOn: '填报日期',
  goal: '年度绩效目标',
  keyTasks: '重点工作任务',
  changeReason: '收支变化原因',
  monthlyExecution: '各月支出执行率',
  outcomeIndicators: '绩效指标完成情况',
  keyProjects: '重点项目',
  problems: '存在问题',
  measures: '改进措施',
} satisfies Record<ListField | TextField, string>;

export const messages = {
  title: '导入自评报告：{{office}} {{year}}年度',
  intro: '选择报告文件，先看从中读到了什么，再决定是否采用。采用之前不写入任何数据。',
  becomes: {
    draft: '采用后存为草稿：区里看不到，也不参与排名。',
    submitted: '采用后按“公开报告”记为已提交：参与排名，并标明尚未审定。',
  },
  file: '报告文件',
  hint: 'Word 文档（.docx）、带文字的 PDF 或纯文本（.txt，UTF-8 或 GB18030 编码），不超过 20 MB、20 万字。扫描件不能读取。',
  read: '读取报告',
  workbook: '用 Excel 填报：下载模板、上传填好的工作簿',
  back: '返回成绩单',
  refused: '没有导入，也没有写入任何数据',
  closed: '不能导入',
  refusal: refusalZh,
  preview: {
    title: '读到的内容',
    headline:
      '从“{{file}}”读到 {{amounts}} 项金额、{{rates}} 项比率、{{scores}} 项得分、{{problems}} 个存在问题；核查发现 {{findings}} 项。',
    nothingYet: '以下内容尚未写入。请核对后选择采用或不采用。',
    accept: { draft: '采用，存为草稿', submitted: '采用，记为已提交' },
    leave: '不采用',
    figures: '金额与比率',
    figuresNote: '按报告所写读取，不作改动；疑有单位或计算错误的，见核查发现。',
    noFigures: '没有读到金额或比率。',
    item: '项目',
    value: '读到的数（{{unit}}）',
    words: '报告原文',
    noWords: '没有对应原文',
    scores: '得分',
    total: '总分 {{score}} 分，满分 {{weight}} 分。',
    noTotal: '没有读到总分。',
    noScores: '没有读到各项得分。',
    unknownScores: '以下得分的名称不在本年度指标体系中，不会导入：{{list}}。',
    unknownScore: '{{name}} {{score}} 分',
    listSeparator: '、',
  },
  difference: {
    title: '与现有填报的不同',
    none: '与现有填报（{{status}}，第 {{revision}} 稿）完全一致。',
    note: '采用后以新一稿替换现有填报（{{status}}，第 {{revision}} 稿），原稿仍保留。下列 {{total}} 项不同：',
    field: '项目',
    money: '{{item}}（{{unit}}）',
    before: '现有',
    after: '这份报告',
    entries_one: '{{count}} 条',
    entries_other: '{{count}} 条',
    stated: '有',
    reworded: '有，文字不同',
    entriesReworded_one: '{{count}} 条，内容不同',
    entriesReworded_other: '{{count}} 条，内容不同',
    fields: textsZh,
  },
};
