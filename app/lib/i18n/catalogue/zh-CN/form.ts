import type { FilingState, RoundBarrier } from '#app/domain/filing-steps.ts';
import type { EntryRefusal } from '#app/domain/form/entry.ts';
import type { PlainField, RowList, ScorePart } from '#app/domain/form/fields.ts';
import type { RefusedChange } from '#app/domain/form/save-limits.ts';
import type { SectionId, SectionState } from '#app/domain/form/sections.ts';

const sectionsZh = {
  basics: '基本情况',
  goals: '目标与重点任务',
  projects: '重点项目',
  outcomes: '绩效指标完成情况',
  money: '收支情况',
  months: '各月支出执行率',
  costs: '公用、三公与中小企业采购',
  scores: '指标自评',
  problems: '存在问题与改进措施',
  followups: '上年问题整改',
} satisfies Record<SectionId, string>;

const hintsZh = {
  basics: '部门职能、机构和人员。填报人和电话只有本街道和区财政局能看到，不进入任何导出和对比。',
  goals: '年度绩效目标，以及重点工作任务和完成结果。',
  projects: '每行一个项目。金额不写单位即为万元。',
  outcomes: '年初申报的产出、效益指标及其完成情况，每行一个。',
  money:
    '金额不写单位即为万元，也可以写“元”“亿元”；千分位逗号和全角数字都能识别。比率填决算报表或报告中写明的数，没有写明的可以不填。可从 Excel 复制一块单元格，粘贴到起始格。',
  months:
    '区财政局每月通报的一般公共预算支出执行率（累计）。可从 Excel 复制一列或一行十二个月，粘贴到 1 月。',
  costs: '预算数与实际数对照填写；没有发生的填 0，不清楚的不填。',
  scores: '每项填自评分；未得满分的写明失分原因和改进措施。可从 Excel 复制一块单元格粘贴。',
  problems: '每行一个问题；没有问题的填“无”。问题类型按文字自动判定，可以改。改进措施注明对应哪个问题。',
  followups: '上年填报的问题现在怎样了。',
} satisfies Record<SectionId, string>;

const fieldsZh = {
  functions: '部门职能',
  inner_departments: '内设机构',
  sub_units_stated: '下属单位个数',
  sub_units: '下属单位名单',
  staffing: '编制人数',
  filed_on: '填报日期',
  goal: '年度绩效目标',
  key_tasks: '重点工作任务及完成情况',
  change_reason: '收支变化原因',
  preparer_name: '填报人',
  preparer_phone: '联系电话',
} satisfies Record<PlainField, string>;

const refusalsZh = {
  not_a_number: '不是一个数。请填数字，可带“元”“万元”“亿元”或 %',
  negative: '不能是负数。请核对正负号',
  too_large: '大得不可能属实。请核对单位和位数',
  too_many_decimals: '小数位过多。金额最多到分，比率最多四位，得分最多两位',
  percent_sign: '这里不是比率，不带 % 号',
  not_a_date: '不是日期。请写成 2024-03-28 或 2024年3月28日',
  too_long: '超过 5,000 字。请删减',
  not_whole: '应是整数',
  unknown_choice: '不在可选项之内',
  incomplete_row: '这一行还缺名称、文字或得分，补齐后才会随填报提交。',
} satisfies Record<EntryRefusal, string>;

const rejectedZh = {
  unknown_field: '表中没有这一栏，没有保存。',
  too_long: '超过 20,000 字，没有保存。请先删减。',
  too_many_rows: '行数已满（200 行），这一行没有保存。',
  too_many_changes: '一次更改过多，这一处没有保存。请再保存一次。',
} satisfies Record<RefusedChange['refusal'], string>;

const statesZh = {
  empty: '未填',
  started: '填写中',
  problems: '有问题',
  complete: '完成',
} satisfies Record<SectionState, string>;

const scorePartsZh = {
  score: '自评分',
  target: '年度目标',
  completion: '完成情况',
  reason: '失分原因',
  measure: '改进措施',
  evidence: '佐证材料',
} satisfies Record<ScorePart, string>;

const listsZh = {
  outcomes: '绩效指标',
  projects: '重点项目',
  problems: '存在问题',
  measures: '改进措施',
  followups: '上年问题',
} satisfies Record<RowList, string>;

const filingZh = {
  none: '未填报',
  draft: '填报中',
  finished: '待分管领导审签',
  submitted: '已提交',
  returned: '已退回',
  approved: '已审定',
} satisfies Record<FilingState, string>;

const barriersZh = {
  round_closed: '本年度填报轮次已关闭，不能再填。确需更正，请联系区财政局绩效科。',
  round_not_open: '本年度填报尚未开始，现在还不能填。',
  not_taking_part: '本街道不参加本年度填报。如有疑问，请联系区财政局绩效科。',
} satisfies Record<RoundBarrier, string>;

export const messages = {
  workbook: '用 Excel 填报',
  heading: '填报',
  title: '{{office}}{{year}}年度自评填报',
  index: '填报目录',
  section: sectionsZh,
  sectionTitle: '{{number}}. {{name}}',
  hint: {
    ...hintsZh,
    perLine: '每行一个。',
    date: '报告上写的日期，如 2024-03-28。',
    personal: '姓名和电话属个人信息，仅本街道和区财政局可见。',
  },
  way: { before: '上一部分', after: '下一部分' },
  state: statesZh,
  filing: filingZh,
  field: fieldsZh,
  list: listsZh,
  part: {
    outcomes: { class: '类别', name: '指标', target: '年初目标', completion: '完成情况' },
    projects: { name: '项目', amount: '金额（万元）', score: '自评分', grade: '等级', outputs: '产出' },
    problems: { text: '问题', themes: '问题类型' },
    measures: { text: '措施', problem: '对应的问题' },
    followups: { problem: '上年的问题', state: '整改结果', note: '说明' },
  },
  name: { part: '{{name}}·{{part}}', row: '{{list}}第{{row}}行' },
  row: { number: '序号', clear: '清空', of: '第{{row}}行', cleared: '已清空第{{row}}行。' },
  opensOn: '{{date}}开始填报',
  deadline: '截止日期{{date}}',
  exception: '区财政局对本街道的说明：{{reason}}',
  late: '已过截止日期，仍可提交，记为逾期',
  onward: {
    office_preparer: '填好了，去核对并交分管领导',
    office_approver: '去核对并提交',
    readOnly: '查看提交页：交回、撤回或提交',
  },
  readOnly: {
    none: '您现在不能填写。',
    draft: '您现在不能填写。',
    returned: '您现在不能填写。',
    finished: '{{by}}已于{{at}}填好，交分管领导审签，现在只能查看。需要再改，请在提交页交回填报。',
    submitted: '已提交区财政局，现在只能查看。需要再改，请分管领导在提交页撤回，或请区财政局退回。',
    approved: '已由区财政局审定，只能查看。确需更正，请联系区财政局绩效科退回。',
  },
  closed: barriersZh,
  returned: '区财政局退回，理由如下。改好后再次提交。',
  comment: '复核意见：',
  comments_one: '复核意见 {{count}} 条：',
  comments_other: '复核意见 {{count}} 条：',
  changes_one: '指标体系与{{year}}年度相比有 {{count}} 处变化',
  changes_other: '指标体系与{{year}}年度相比有 {{count}} 处变化',
  refused: '“{{text}}”未计入：{{why}}。原文已保留。',
  refusal: refusalsZh,
  rejected: rejectedZh,
  news: '这一栏刚由他人更新。',
  choice: { none: '请选择' },
  followUp: { solved: '已解决', improving: '正在整改', open: '未解决' },
  measure: { problem: '第{{row}}个问题' },
  theme: {
    separator: '、',
    none: '不属于任何类型',
    found: '自动判定：{{names}}',
    later: '填写问题后自动判定',
    hint: '可多选；都不选则按文字自动判定。',
  },
  money: {
    item: '项目',
    amount: '金额（万元）',
    rate: '比率（%）',
    last: '{{year}}年',
    notes: '核查',
    group: {
      budget: '预算',
      revenue: '收入',
      bySource: '支出，按资金来源',
      byNature: '支出，按性质',
      carryover: '结转结余',
      change: '比上年增减（减少填负数）',
    },
  },
  months: { head: '月份', month: '{{month}}月', rate: '执行率（%）' },
  score: {
    ...scorePartsZh,
    node: '指标',
    weight: '{{weight}}分',
    unverified: '，待核',
    computed: '测算 {{score}}',
    sum: '各项合计 {{score}}',
    claim: '填入',
  },
  last: {
    text: '{{year}}年：{{text}}',
    take: '带入',
    of: '上年的{{name}}',
    takeSection_one: '带入上年不常变的内容（{{count}} 处空格）',
    takeSection_other: '带入上年不常变的内容（{{count}} 处空格）',
    takeProblems_one: '列出上年填报的 {{count}} 个问题',
    takeProblems_other: '列出上年填报的 {{count}} 个问题',
    taken_one: '已带入 {{count}} 处，请逐一核对。',
    taken_other: '已带入 {{count}} 处，请逐一核对。',
  },
  paste: {
    done_one: '已粘贴 {{count}} 格。',
    done_other: '已粘贴 {{count}} 格。',
    outside: '已粘贴 {{count}} 格；另有 {{outside}} 格超出表格，没有粘贴。',
  },
  peers: {
    range: '其他街道 {{low}}–{{high}}，中位 {{median}}',
    median: '全区中位 {{median}}',
    note: {
      named: '各栏下的“其他街道”是{{year}}年度其他街道居中一半的范围和中位数，至少5个街道填报才列出。',
      coded:
        '各栏下的“其他街道”是{{year}}年度其他街道居中一半的范围和中位数，至少5个街道填报才列出；按填报轮次的规定，金额和比上年增减不列。',
      aggregate:
        '各栏下的“全区中位”是{{year}}年度全区的中位数，至少有5个其他街道填报才列出；按填报轮次的规定，不列其他街道的范围。',
      tooFew: '{{year}}年度填报的其他街道不足5个，各栏下不列其他街道的范围。',
      noRound: '{{year}}年度没有填报轮次，各栏下不列其他街道的范围。',
    },
  },
  finding: {
    title: '核查发现汇总',
    note: '随填随查，与区财政局收到后的核查相同。错误须改正；提醒可以改正，也可以说明理由。',
    missing_one: '尚有 {{count}} 项未填，报送前须补填或说明原因：',
    missing_other: '尚有 {{count}} 项未填，报送前须补填或说明原因：',
    none: '目前没有发现问题。',
    count_one: '核查发现 {{count}} 项',
    count_other: '核查发现 {{count}} 项',
    see: '另见核查发现：',
    propose: '将{{field}}改为 {{value}}',
    refused: '有内容未能识别',
  },
  answer: { label: '如数字无误，请说明理由', given: '街道说明：{{text}}' },
  conflict: {
    title: '两人同时填写了这一栏',
    theirs: '{{by}} {{at}} 已保存：',
    mine: '您填写的：',
    empty: '（空）',
    somebody: '他人',
    open: '两人填写不一致，等您选择',
    keep: { mine: '用我的', theirs: '用已保存的' },
  },
  save: {
    untouched: '边填边自动保存',
    unsaved: '有更改，稍后自动保存',
    saving: '正在保存…',
    saved: '已保存 {{time}}',
    conflict_one: '已保存 {{time}}；有 {{count}} 栏与他人填写不一致，等您选择',
    conflict_other: '已保存 {{time}}；有 {{count}} 栏与他人填写不一致，等您选择',
    unreachable: '未保存：网络中断，将自动重试',
    unavailable: '未保存：系统暂时不可用，将自动重试',
    signed_out: '未保存：登录已失效，请重新登录，登录后自动保存',
    refused: '未保存：内容未被接受',
    closed: '未保存：现在不能再填',
    kept: '未保存的内容已留在本机，关闭浏览器也不会丢。',
    notKept: '本机无法暂存，请不要关闭页面。',
    signIn: '在新窗口登录',
    lastStep: '{{by}}已于{{at}}更改了填报的状态。',
    meanwhile: '填报刚被他人更改，没有保存。请重新打开页面再试。',
    reload: '重新打开',
    restored_one: '已恢复上次未保存的 {{count}} 处更改。',
    restored_other: '已恢复上次未保存的 {{count}} 处更改。',
    now: '立即保存',
    section: '保存',
    told_one: '已保存 {{count}} 处更改。',
    told_other: '已保存 {{count}} 处更改。',
    toldNothing: '没有需要保存的更改。',
    toldConflict: '有 {{count}} 栏与他人同时填写的内容不一致，没有覆盖。请在下面选择；其余更改已保存。',
    toldRejected: '有 {{count}} 栏没有保存，原因见各栏；您填写的内容仍在框中。',
    unreadable: '提交的内容不完整，没有保存。请返回重试。',
  },
};
