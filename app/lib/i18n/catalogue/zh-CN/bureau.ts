import type { TableBarrier } from '#app/domain/import-rule.ts';
import type { DistrictSheet } from '#app/domain/workbook/district-sheet.ts';
import type { districtProblems, RowMatch } from '#app/domain/workbook/read-district.ts';
import type { TableRefusalCode } from '#app/usecases/table-refusal.ts';

const problemsZh = {
  no_office: '这一行没有街道名称，不知道是哪个街道的。请补上名称，或在上面指定街道、选择不导入',
  unknown_office: '本区没有这个名称的街道。请在上面指定是哪个街道，或选择不导入',
  several_offices: '有不止一个街道可能是它。请在上面指定是哪个街道',
  same_office: '上面已有一行是同一个街道。请只保留一行，或在上面改选',
  two_columns: '有两列都是这一栏，不知道采用哪一列。请在上面“每列是什么”中把其中一列改选其他栏目或“不导入”',
  no_unit: '没有写明金额单位。请在列名或表头上注明，或在上面选择',
  maybe_fraction: '可能是小数（0.96 即 96%），也可能就是百分之零点几。请写上 % 号，或在列名注明（%）',
} satisfies Record<(typeof districtProblems)[number], string>;

const barriersZh = {
  approved: '这个街道的填报已审定，不能由汇总表改动。确需更正，请先退回；或选择不导入这一行',
  office_draft: '这个街道正在填写自己的填报，区里不能覆盖。请等它提交，或选择不导入这一行',
  returned: '这个街道的填报已退回，正由街道改正，区里不能覆盖。请等它提交，或选择不导入这一行',
  not_taking_part: '这个街道不参加本轮填报。请选择不导入这一行',
} satisfies Record<TableBarrier, string>;

const matchesZh = {
  exact: '名称一致',
  alike: '名称相近，请核对',
  key: '按模板的隐藏标识认定',
  chosen: '由您指定',
  several: '可能是几个街道，请指定',
  unknown: '没有这个街道，请指定',
  none: '没有名称，请指定',
} satisfies Record<RowMatch, string>;

const passedZh = {
  unknown: '不是填报栏目',
  other_year: '不是本年度的',
  reviewed: '复核、评审类得分，不由汇总表导入',
  weight: '分值、名次一类',
  left: '由您指定',
} satisfies Record<DistrictSheet['passed'][number]['why'], string>;

const refusalsZh = {
  no_table:
    '在“{{file}}”里没有找到汇总表：要有一列街道（或单位、部门）名称，和至少一列填报的数，如“年初预算数”“执行率”“自评得分”。请核对列名，或改用下载的模板。',
  no_round: '{{year}} 年度没有填报轮次。',
  other_format: '“{{file}}”是另一版格式的模板。请重新下载模板，把内容复制过去再上传。',
  other_office:
    '“{{file}}”是“{{stated}}”的模板，而这里是“{{district}}”的汇总表。单个街道的模板请由街道在“用 Excel 填报”页上传。',
  other_year: '“{{file}}”写明是 {{stated}} 年度的，而这里是 {{year}} 年度。请选择 {{year}} 年度的文件。',
  damaged: '“{{file}}”在采用时与读取时不一致。请重新选择文件再试。',
  has_problems: '表中还有不能采用的行或格，没有写入任何内容。请按提示改正后再采用。',
  changed_meanwhile:
    '在您查看期间，有 {{count}} 个街道的填报已被更改，没有写入任何内容。下面是按最新情况重新对照的结果，请核对后再采用。',
  nothing_to_undo:
    '没有可以撤销的内容：这张表写入的各栏之后都已更改，或所在填报已不能由汇总表改动。没有写入任何内容。',
} satisfies Record<TableRefusalCode, string>;

export const messages = {
  title: '导入汇总表：{{district}} {{year}}年度',
  lead: '一张表导入多个街道的预算、执行、得分。可用本系统的模板，也可用自己的表：.xlsx 或 .csv，列名、单位和街道名称由系统识别，逐项列出请您核对，采用之前不写入任何数据。',
  file: {
    title: '{{district}}{{year}}年度自评汇总表',
    name: '{{district}}{{year}}年度自评汇总表',
    marked: '{{name}}（标明错误）',
    sheet: '汇总表',
    hint: '每行一个街道。浅黄色格可填，金额单位为万元；空白格不改动系统中已有的内容。',
    office: '街道',
    leaveHead: '不导入',
    leaveNote: '选“不导入”则跳过本行',
    leave: '不导入',
    heading: '{{name}}（{{unit}}）',
    weight: '满分 {{weight}}',
  },
  cover: {
    empty: '本表为空白模板，每行一个参加本轮填报的街道。',
    filled: '本表已填入下载时系统中各街道提交过的内容。正在填写、从未提交的街道为空白。',
    cells:
      '浅黄色格可以填写，其余各格已锁定。请勿改动或删除隐藏的第 1 行和 A 列，系统据此认定每一格；行和列可以移动。',
    blank: '空白格不改动系统中已有的内容。没有发生的填 0，不清楚的不填。',
    leave: '已审定、已退回和街道正在填写的填报不能由本表改动；这些行保持不变，或在“不导入”列选“不导入”。',
    own: '填好后在“导入汇总表”页上传：先看每个街道与现有内容的不同，全部无误后一次写入。',
  },
  download: {
    title: '一、下载模板',
    note: '也可以不用模板，直接上传自己的表。',
    filled: '下载已填入现有内容的模板',
    empty: '下载空白模板',
  },
  upload: {
    title: '二、上传汇总表',
    field: '汇总表',
    hint: '.xlsx 或 .csv 文件（UTF-8、GB18030；逗号、分号或制表符分隔），不超过 5 MB。表中要有一列街道名称；可有标题、单位行、合计行和注。',
    read: '读取汇总表',
  },
  refused: '没有写入任何内容',
  refusal: refusalsZh,
  fileRefusal: {
    unknown_type: '“{{file}}”不是 Excel 工作簿（.xlsx）或 CSV 文件（.csv）。请另存为其中一种后再选择。',
    unreadable: '“{{file}}”不是文本：CSV 文件应为 UTF-8 或 GB18030 编码。请重新另存后再选择。',
    too_large: '“{{file}}”超过 5 MB。请删去图片和多余的工作表后再选择。',
    no_file: '没有选择文件。请先选择汇总表，再点“读取汇总表”。',
    many_files: '一次只能读取一张汇总表。请只选择一个文件。',
    unreadable_file:
      '“{{file}}”不能读取：文件已损坏、行列过多（至多 5,000 行、20 万格），或所需时间、内存超限。请重新另存后再选择。',
  },
  moved: {
    line: '{{office}}：现为“{{status}}”。{{last}}',
  },
  read: {
    headline_one:
      '“{{file}}”：读到 {{rows}} 行，{{count}} 个街道有改动，共 {{cells}} 处；{{same}} 处与现有内容一致。',
    headline_other:
      '“{{file}}”：读到 {{rows}} 行，{{count}} 个街道有改动，共 {{cells}} 处；{{same}} 处与现有内容一致。',
    nothingYet: '以下内容尚未写入。每一行都无误后才能采用；采用后一次全部写入。',
    older: '这份模板按另一版指标体系（{{stated}}）制作，现行为 {{current}}。请核对各项得分。',
    leave: '不采用，换一个文件',
  },
  rows: {
    title: '1. 每行是哪个街道',
    note: '请逐行核对。要改就在这里改选，再点“按此重新检查”。',
    count_one: '共 {{count}} 行',
    count_other: '共 {{count}} 行',
    row: '行',
    name: '表中的名称',
    office: '街道',
    match: '认定',
    choose: '第 {{row}} 行的街道',
    none: '请选择',
    leave: '不导入这一行',
    near: '相近：{{names}}',
    recheck: '按此重新检查',
    passed: '未当作街道的行：{{rows}}。',
    passedRow: '第 {{row}} 行“{{text}}”（{{why}}）',
    why: { total: '合计', note: '注' },
    separator: '；',
  },
  match: matchesZh,
  columns: {
    title: '2. 每列是什么',
    sheet: '工作表“{{sheet}}”。请逐列核对，要改就在这里改选栏目或单位，再点“按此重新检查”。',
    none: '没有一列的列名是认得的填报栏目。请在这里为各列选定栏目，再点“按此重新检查”。',
    choose: '{{column}} 列的填报栏目',
    chooseUnit: '{{column}} 列的金额单位',
    leave: '不导入',
    byHeading: '按列名认定',
    unitOfHeading: '{{unit}}（列名写明）',
    unitOfTable: '{{unit}}（表头写明）',
    others: '文件中还有像汇总表的工作表，没有读取：{{sheets}}。要读取它，请单独存成一个文件。',
    unitStated: '表上写明金额单位：{{unit}}。',
    template: '本系统的模板：金额单位为万元，比率为 %。',
    column: '列',
    heading: '列名',
    field: '填报栏目',
    unit: '单位',
    unitField: '没有写明单位的金额按',
    unitNone: '请选择单位',
  },
  passed: passedZh,
  problem: { ...problemsZh, ...barriersZh },
  problems: {
    title_one: '3. 有 {{count}} 处不能采用，没有写入任何内容',
    title_other: '3. 有 {{count}} 处不能采用，没有写入任何内容',
    note: '全部改好之前，其余各行也不写入。街道、栏目和单位可在上面指定；其他请在表中改正后重新上传。下载的同一份表在右侧“错误说明”列写明原因。',
    download: '下载标明错误的表',
    heading: '错误说明',
    office: '街道',
    more: '另有 {{count}} 处，见标明错误的表。',
  },
  changes: {
    title: '3. 将要写入',
    none: '表中的内容与现有内容一致，没有需要写入的。',
    office_one: '{{office}}：{{count}} 处',
    office_other: '{{office}}：{{count}} 处',
    first: '尚无填报，写入后记为“已提交”，来源“区汇总表”。',
    further: '写入后为新一稿，仍为“{{status}}”，来源仍为“{{origin}}”；街道可在操作记录中看到改动。',
    findings: '写入后核查发现：错误 {{error}}，提醒 {{warning}}，提示 {{info}}。',
    conflicts: '下载模板后又有更改的栏目，默认保留现有内容；勾选的采用表中的内容。',
    accept: '全部采用，写入',
  },
  receipt: {
    saved_one: '已从“{{file}}”写入 {{count}} 个街道，共 {{cells}} 处。',
    saved_other: '已从“{{file}}”写入 {{count}} 个街道，共 {{cells}} 处。',
    overview: '看全区总览',
    trail: '看操作记录',
    signed: '{{at}}，{{by}}。',
    undone_one: '已于 {{at}} 由 {{by}} 撤销：{{count}} 个街道恢复原来的内容，共 {{cells}} 处。',
    undone_other: '已于 {{at}} 由 {{by}} 撤销：{{count}} 个街道恢复原来的内容，共 {{cells}} 处。',
  },
  undo: {
    title: '撤销这次导入',
    note: '整张表一次撤销：各栏恢复导入前的内容；之后又有更改的，保持不变。撤销记入操作记录。',
    restored_one: '{{count}} 个街道将恢复原来的内容：{{list}}。',
    restored_other: '{{count}} 个街道将恢复原来的内容：{{list}}。',
    restoredOffice: '{{office}} {{count}} 处',
    none: '没有可以恢复的内容。',
    kept_one: '保持不变的有 {{count}} 个街道：',
    kept_other: '保持不变的有 {{count}} 个街道：',
    keptOffice: '{{office}}（{{why}}）：{{fields}}',
    changed: '之后又有更改',
    barrier: {
      approved: '已审定',
      office_draft: '街道正在填写',
      returned: '已退回街道',
      not_taking_part: '不参加本轮填报',
    } satisfies Record<TableBarrier, string>,
    separator: '、',
    button: '撤销整张表',
  },
  tables: {
    title: '三、已导入的汇总表',
    note: '点文件名可看这次导入，并可整张撤销。',
    file: '文件',
    at: '导入时间',
    by: '导入人',
    offices: '街道数',
    cells: '处数',
    state: '状态',
    stands: '已写入',
    undone: '已撤销：{{at}}，{{by}}',
  },
};
