import type { CellRefusal } from '#app/domain/workbook/cell-text.ts';
import type { keyRefusals } from '#app/domain/workbook/read-template.ts';
import type { TemplateSheetId } from '#app/domain/workbook/template-layout.ts';
import type { UploadProblem } from '#app/lib/upload-problem.ts';
import type { WorkbookRefusalCode } from '#app/usecases/workbook-refusal.ts';

const hintsZh = {
  basics:
    '浅黄色格可填。机构和下属单位每行一个，在格内按 Alt+Enter 换行。填报人和电话只有本街道和区财政局能看到。',
  goals: '浅黄色格可填。年度绩效目标，以及重点工作任务和完成结果。',
  projects: '每行一个项目，金额单位为万元。行数不够可在下面接着填。',
  outcomes: '年初申报的产出、效益指标及其完成情况，每行一个。行数不够可在下面接着填。',
  money:
    '金额单位为万元，也可以写成“1.2亿元”“158360元”。没有发生的填 0，不清楚的不填。比率填决算或报告中写明的数。',
  months: '区财政局每月通报的一般公共预算支出执行率（累计），单位 %。',
  costs: '预算数与实际数对照填写，单位万元。没有发生的填 0，不清楚的不填。',
  scores: '每项填自评分，不超过分值；未得满分的写明失分原因和改进措施。',
  problems:
    '每行一个问题；没有问题的填“无”。问题类型从下拉中选，可不选，系统按文字自动判定。行数不够可在下面接着填。',
  measures: '每行一条措施，并注明对应第几个问题（“存在问题”表的序号）。行数不够可在下面接着填。',
  followups: '上年填报的问题现在怎样了，整改结果从下拉中选。',
} satisfies Record<TemplateSheetId, string>;

const problemsZh = {
  cell_error: '单元格是一个错误值（如 #REF!、#DIV/0!）。请改正公式或直接填数',
  unvalued: '单元格是公式但没有存下结果。请在 Excel 中打开、重新计算并保存，或直接填数',
  scaled_format: '单元格的数字格式把数缩小了显示，看到的数与存的数不同。请改为常规格式',
  unknown_key: '本行或本列的标识不在填报表中，可能被改动过。请从新下载的模板复制',
  no_key: '本行的标识被删除，无法对应到填报表。请从新下载的模板复制',
  duplicate_key: '本行与上面某一行是同一栏，可能是整行复制而来。请只保留一行',
  merged: '这里合并了多个填写格，无法判断属于哪一栏。请取消合并',
} satisfies Record<CellRefusal | (typeof keyRefusals)[number], string>;

const refusalsZh = {
  no_file: '没有选择文件。请先选择填好的工作簿，再点“读取工作簿”。',
  many_files: '一次只能读取一个工作簿。请只选择一个文件。',
  unreadable_form: '提交的内容不完整，可能是上传中断。请重新选择文件再试。',
  unknown_type: '“{{file}}”不是 Excel 工作簿（.xlsx）。请在 Excel 或 WPS 中另存为 .xlsx 后再选择。',
  old_word: '“{{file}}”是旧版文件，不能读取。请另存为 .xlsx 后再选择。',
  empty_file: '“{{file}}”是空文件。请核对文件后重新选择。',
  too_large: '“{{file}}”超过 5 MB，不像一份填报模板。请删去图片和多余的工作表后再选择。',
  unreadable: '“{{file}}”不能读取。请另存为 .xlsx 后再选择。',
  wrong_content:
    '“{{file}}”的内容不是 .xlsx 工作簿，可能是旧版 .xls 或改了扩展名的其他文件。请另存为 .xlsx 后再选择。',
  encrypted: '“{{file}}”有打开密码，不能读取。请取消密码后另存一份再选择。',
  unsafe_archive:
    '“{{file}}”的内部结构异常（展开后过大、部件过多或名称异常）。请在 Excel 或 WPS 中重新另存后再选择。',
  no_text_layer: '“{{file}}”不能读取。请另存为 .xlsx 后再选择。',
  unreadable_file:
    '“{{file}}”不能读取：文件已损坏，或所需时间超过 10 秒、内存超过 256 MB。请重新另存后再选择。',
  not_a_template: '“{{file}}”不是从本系统下载的填报模板。请先下载模板，把内容填进去再上传。',
  other_format: '“{{file}}”是另一版格式的模板。请重新下载模板，把内容复制过去再上传。',
  other_office: '“{{file}}”是“{{stated}}”的模板，而这里是“{{office}}”。请选择本街道的文件。',
  other_year: '“{{file}}”是 {{stated}} 年度的模板，而这里是 {{year}} 年度。请选择 {{year}} 年度的文件。',
  damaged: '“{{file}}”在采用时与读取时不一致。请重新选择文件再试。',
  has_problems: '文件中有单元格不能识别，没有写入任何内容。请重新读取，按提示改正。',
  changed_meanwhile: '在您查看期间，填报内容已被他人更改，刚才的对照不再成立。请重新选择文件，对照后再采用。',
  nothing_to_restore: '找不到可以恢复的内容，可能已经恢复过。',
} satisfies Record<WorkbookRefusalCode | UploadProblem, string>;

export const messages = {
  title: '用 Excel 填报：{{office}} {{year}}年度',
  file: {
    title: '{{office}}{{year}}年度自评填报表',
    name: '{{office}}{{year}}年度自评填报表',
    marked: '{{name}}（标明错误）',
  },
  cover: {
    name: '填写说明',
    facts: '指标体系：{{framework}}。截止日期：{{deadline}}。',
    empty: '本表为空白模板。',
    filled: '本表已填入下载时系统中的内容，可在此基础上修改。',
    cells:
      '浅黄色格可以填写，其余各格已锁定。请勿改动或删除隐藏的第 1 行和 A 列，系统据此认定每一格；行可以移动、插入。',
    money: '金额单位为万元，也可以写明“元”“亿元”；比率单位为 %；得分为分。日期写成 2024-03-28。',
    blank: '空白格不会清除系统中已有的内容，除非上传时另作选择。没有发生的填 0，不清楚的不填。',
    rows: '项目、指标、问题、措施等每行一条，行数不够可在最后一行下面接着填，每类最多 200 行。',
    upload: '填好后在“用 Excel 填报”页上传：先看与现有内容的不同，再决定是否采用。',
  },
  head: {
    item: '项目',
    unit: '单位',
    value: '填报内容',
    note: '说明',
    weight: '分值',
    lastScore: '{{year}}年自评分',
  },
  unit: { people: '人', things: '个' },
  group: { amount: '金额', rate: '比率' },
  note: {
    lines: '每行一个，没有的填“无”',
    date: '如 2024-03-28',
    rate: '写明的数，没有写明的可以不填',
    signed: '比上年减少的填负数',
    personal: '不进入任何导出和对比',
  },
  hint: hintsZh,
  download: {
    title: '一、下载模板',
    filled: '下载已填入现有内容的模板',
    empty: '下载空白模板',
    note: '模板只适用于本街道本年度。下载后可以分给各科室填写，合并到一份再上传。',
  },
  upload: {
    title: '二、上传填好的工作簿',
    field: '填好的工作簿',
    hint: '.xlsx 文件，不超过 5 MB。先逐格检查并与现有内容对照，采用之前不写入任何数据。',
    read: '读取工作簿',
    closed: '现在不能采用工作簿，只能下载。',
  },
  refused: '没有写入任何内容',
  refusal: refusalsZh,
  problem: problemsZh,
  problems: {
    title_one: '有 {{count}} 格不能识别，没有写入任何内容',
    title_other: '有 {{count}} 格不能识别，没有写入任何内容',
    note: '请在工作簿中改正后重新上传。可以下载标明错误的同一份工作簿：出错的格已着色，右侧“错误说明”列写明原因。',
    download: '下载标明错误的工作簿',
    heading: '错误说明',
    cell: '单元格',
    field: '栏目',
    text: '填写的内容',
    why: '原因',
    more: '另有 {{count}} 格，见标明错误的工作簿。',
  },
  preview: {
    title: '读到的内容',
    headline: '“{{file}}”与现有填报相比：{{changes}} 处不同，{{same}} 处一致。',
    nothing: '“{{file}}”与现有填报一致，没有需要写入的内容。',
    nothingYet: '以下内容尚未写入。请核对后选择采用或不采用。',
    older: '这份模板按另一版指标体系（{{stated}}）制作，现行为 {{current}}。请核对各项得分。',
    gone_one: '下列 {{count}} 栏在现行填报表中已不存在，不会写入：',
    gone_other: '下列 {{count}} 栏在现行填报表中已不存在，不会写入：',
    absent_one: '文件中缺少 {{count}} 栏（所在的行或表已被删除），这些栏保持不变。',
    absent_other: '文件中缺少 {{count}} 栏（所在的行或表已被删除），这些栏保持不变。',
    incomplete_one:
      '有 {{count}} 格所在的行还缺名称、文字或得分，会一并保存，补齐后才随填报提交：{{cells}}。',
    incomplete_other:
      '有 {{count}} 格所在的行还缺名称、文字或得分，会一并保存，补齐后才随填报提交：{{cells}}。',
    field: '栏目',
    before: '现有内容',
    after: '文件中的内容',
    cell: '位置',
    none: '（空）',
    changes: '将要写入',
    conflicts: '下载模板后他人又改过的栏目',
    conflictsNote: '默认保留现有内容；勾选的采用文件中的内容。',
    take: '采用文件中的内容',
    blanks: '文件中留空、系统中已有内容的栏目',
    blanksNote: '默认保留现有内容。',
    erase_one: '清除这 {{count}} 处现有内容',
    erase_other: '清除这 {{count}} 处现有内容',
    accept: '采用，写入填报',
    leave: '不采用',
  },
  receipt: {
    saved_one: '已从“{{file}}”写入 {{count}} 处。',
    saved_other: '已从“{{file}}”写入 {{count}} 处。',
    restore: '恢复为写入前的内容',
    form: '去填报页核对',
    restored_one: '已恢复 {{count}} 处原来的内容。',
    restored_other: '已恢复 {{count}} 处原来的内容。',
    kept_one: '另有 {{count}} 处之后又被改过，保持不变。',
    kept_other: '另有 {{count}} 处之后又被改过，保持不变。',
  },
};
