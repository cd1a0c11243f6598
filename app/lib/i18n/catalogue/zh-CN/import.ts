import type { ChoiceKind } from '#app/domain/report-import/report-items.ts';
import type { Confidence } from '#app/domain/report-text/index.ts';
import type { UploadProblem } from '#app/lib/upload-problem.ts';
import type { ImportRefusalCode } from '#app/usecases/import-refusal.ts';
import type { RemovalBarrier } from '#app/usecases/remove-report.server.ts';

const removalZh = {
  kept_by_other: '原件由上传的一方保管，只有上传的一方可以删除。',
  document_used: '已从这份报告采用过内容，原件留存备查，不能删除。',
  document_sent: '这份报告已随填报提交，原件留存备查，不能删除。',
} satisfies Record<RemovalBarrier, string>;

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
  round_closed: '{{year}} 年度填报轮次已关闭，不能再导入。确需更正，请联系区财政局绩效科重新开放。',
  round_not_open: '{{year}} 年度填报尚未开始，现在还不能导入。请在填报开始后再来。',
  nothing_chosen: '没有可以写入的内容：请先勾选项目；有多个数的，请先选定一个。填报内容没有改动。',
  beyond_form:
    '有的内容超出填报表的上限（每栏 5,000 字、每表 200 行），没有写入。请取消全选，逐项采用其余内容，过长的在填报页删减后填写。',
  changed_meanwhile:
    '在您查看期间，下列项目已被他人更改，没有写入任何内容。请看现有内容与报告的不同，再决定是否采用。您的勾选和选择都还在。',
  nothing_to_undo: '没有可以撤销的内容：导入的各项都已撤销过，或之后又被改过。填报内容没有改动。',
  ...removalZh,
} satisfies Record<ImportRefusalCode | UploadProblem, string>;

const kindsZh = {
  printed: '报告所写',
  proposed: '按{{unit}}计（建议）',
  competing: '报告另处所写',
} satisfies Record<ChoiceKind, string>;

const confidencesZh = { high: '高', medium: '中', low: '低' } satisfies Record<Confidence, string>;

export const messages = {
  title: '导入自评报告：{{office}} {{year}}年度',
  intro:
    '选择报告文件，先看从中读到了什么，再逐项、逐节或全部采用。采用之前不改动填报内容；原件连同校验值一并保存。',
  becomes: {
    draft: '采用的内容写入填报表：仍是草稿，区里看不到，也不参与排名。',
    submitted: '采用后按“公开报告”记为已提交：参与排名，并标明尚未审定。',
  },
  file: '报告文件',
  hint: 'Word 文档（.docx）、带文字的 PDF 或纯文本（.txt，UTF-8 或 GB18030 编码），不超过 20 MB、20 万字。扫描件不能读取。',
  read: '读取报告',
  workbook: '用 Excel 填报：下载模板、上传填好的工作簿',
  form: '去填报页',
  back: '返回成绩单',
  refused: '没有导入，也没有写入任何数据',
  closed: '不能导入',
  refusal: refusalZh,
  earlier: {
    title: '已上传的报告',
    note: '可随时打开，继续采用其余部分或撤销导入。',
    column: { file: '文件', at: '上传时间', size: '大小', sha256: '校验值（SHA-256）' },
  },
  document: {
    facts: '{{at}}上传，{{size}}，SHA-256 校验值 {{sha256}}。',
    original: '下载原件',
    other: '上传另一份',
    title: '报告原文',
    note: '去掉页码和联系人信息后的文字。深色底的是读到的内容，点编号回到该项。',
    toItem: '回到第 {{number}} 项',
    line: '第 {{line}} 段',
  },
  headline_one:
    '从“{{file}}”读到 {{count}} 项：{{fresh}} 项表中未填，{{changed}} 项与表中不同，{{same}} 项已一致。',
  headline_other:
    '从“{{file}}”读到 {{count}} 项：{{fresh}} 项表中未填，{{changed}} 项与表中不同，{{same}} 项已一致。',
  undecided_one: '有 {{count}} 项读到不止一个数，请选定后再采用：{{names}}。',
  undecided_other: '有 {{count}} 项读到不止一个数，请选定后再采用：{{names}}。',
  missing: '报告未写、表中也未填：{{names}}。',
  missingMore_one: '还缺 {{count}} 栏',
  missingMore_other: '还缺 {{count}} 栏',
  unknownScores: '以下得分的名称不在本年度指标体系中，不会导入：{{list}}。',
  unknownScore: '{{name}} {{score}} 分',
  separator: '、',
  sections: '各节',
  sectionCount: '{{name}}（{{open}}/{{total}}）',
  sectionNone: '这一节报告中没有读到。',
  item: {
    take: '采用',
    number: '第 {{number}} 项',
    state: { new: '表中未填', changed: '与表中不同', same: '与表中一致' },
    report: '报告',
    held: '现有',
    empty: '未填',
    confidence: '把握：{{level}}',
    level: confidencesZh,
    words: '原文{{place}}',
    noWords: '没有对应原文',
    printed: '写作“{{printed}}”',
    kind: kindsZh,
    isHeld: '表中现为此数',
    pick: '选定一个数',
    none: '暂不采用',
    more: '全文',
  },
  conflict: {
    theirs: '现有：{{text}}',
    mine: '报告：{{text}}',
  },
  accept: {
    check: '按勾选重新核查',
    chosen: '采用勾选的',
    section: '采用本节',
    all: '全部采用',
    hint: '全部采用和采用本节不含未选定的数。',
  },
  findings: {
    all: '全部采用后的核查发现',
    chosen: '采用勾选的内容后的核查发现',
    note: '不含未选定的数。采用不受核查发现影响，提交前再逐项处理。',
  },
  done: {
    saved_one: '已写入 {{count}} 栏。',
    saved_other: '已写入 {{count}} 栏。',
    nothing: '没有需要写入的内容：除还没有选定的数以外，表中已与报告一致。',
    undone_one: '已撤销导入，恢复 {{count}} 栏原来的内容。',
    undone_other: '已撤销导入，恢复 {{count}} 栏原来的内容。',
    kept_one: '另有 {{count}} 栏之后又被改过，保持不变：{{names}}。',
    kept_other: '另有 {{count}} 栏之后又被改过，保持不变：{{names}}。',
  },
  undo: {
    title: '撤销这次导入',
    note_one: '从这份报告写入的 {{count}} 栏恢复为写入前的内容；之后又改过的保持不变。',
    note_other: '从这份报告写入的 {{count}} 栏恢复为写入前的内容；之后又改过的保持不变。',
    button: '撤销这次导入',
  },
  remove: {
    ...removalZh,
    button: '删除这份报告',
    note: '连同原件一并删除，不能恢复；操作记录中留下文件名和校验值。',
    done: '已删除报告及其原件，操作记录中可查。',
  },
};
