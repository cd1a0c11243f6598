/** What an office writes where an indicator lost points, and the problems that go with it. Keys are framework codes. */
export interface LossWords {
  themes: string[];
  reasons: string[];
  measure: string;
  /** The reviewer's own reason for taking points off. */
  review: string;
}

export const lossWords: Record<string, LossWords> = {
  'effectiveness.overall.outputs': {
    themes: ['delivery', 'target_adjustment'],
    reasons: ['个别数量指标未完成年初目标值，按完成比例计分。', '部分项目跨年实施，年度产出指标未全部完成。'],
    measure: '倒排工期，未完成的产出指标结转下年度继续跟踪。',
    review: '数量指标完成值低于目标值，按完成比例核减。',
  },
  'effectiveness.overall.outcomes': {
    themes: ['target_setting', 'eval_quality'],
    reasons: ['个别效益指标缺少可量化的佐证材料。', '满意度未达到年初目标值，按完成比例计分。'],
    measure: '完善效益指标的量化标准和数据来源。',
    review: '效益指标佐证材料不足，核减部分得分。',
  },
  'effectiveness.spending_progress': {
    themes: ['slow_execution'],
    reasons: ['按每月一般公共预算支出执行率的平均数计分。', '上半年支出进度未达序时要求，按平均执行率计分。'],
    measure: '制定分月用款计划，按月通报支出进度。',
    review: '按财政部门每月通报的支出执行率平均数重新计分。',
  },
  'management.budget_preparation.ex_ante_evaluation': {
    themes: ['budget_prep'],
    reasons: ['一个新增项目事前绩效评估材料不完整。', '个别新增入库项目未在规定时间完成事前绩效评估。'],
    measure: '新增项目先评估后入库，评估材料由财务室统一审核。',
    review: '事前绩效评估报告缺少成本测算依据，酌情扣分。',
  },
  'management.budget_execution.budget_discipline': {
    themes: ['budget_change'],
    reasons: ['年中预算调剂次数较多。', '年中追加预算金额占年初预算比例较高。'],
    measure: '提高年初预算编制的准确性，严格控制年中调剂。',
    review: '年中预算调剂超过规定次数，酌情扣分。',
  },
  'management.budget_execution.financial_compliance': {
    themes: ['finance_compliance'],
    reasons: ['往来款项清理不及时。', '内部审计指出个别报销附件不齐全，已完成整改。'],
    measure: '定期开展财务自查，按期清理往来款项。',
    review: '审计发现的往来款挂账问题尚未整改到位。',
  },
  'management.information_disclosure.budget_accounts': {
    themes: ['disclosure'],
    reasons: ['决算公开时间较规定时限晚两日。'],
    measure: '建立公开事项时限清单，由专人跟踪。',
    review: '决算公开超过规定时限。',
  },
  'management.information_disclosure.performance': {
    themes: ['disclosure'],
    reasons: ['绩效自评报告未与决算同步公开。'],
    measure: '绩效信息与预决算同步公开。',
    review: '绩效信息公开内容不完整。',
  },
  'management.performance.rules': {
    themes: ['institution', 'awareness'],
    reasons: ['街道绩效管理办法尚未按最新要求修订。', '绩效管理职责分工不够明确。'],
    measure: '修订绩效管理办法，明确职责分工。',
    review: '绩效管理制度未按最新要求修订。',
  },
  'management.performance.practice': {
    themes: ['monitoring', 'eval_quality', 'result_use', 'capacity', 'awareness'],
    reasons: [
      '财政部门复核重点项目自评等级低于自评结果。',
      '年中绩效监控对个别项目的偏离未及时纠正。',
      '个别项目自评佐证材料不够完整。',
    ],
    measure: '加强绩效监控和自评复核，逐项归集佐证材料。',
    review: '重点项目自评复核等级为“良”，按规定扣分。',
  },
  'management.procurement.intentions': {
    themes: ['procurement'],
    reasons: ['一个采购项目意向公开不足三十日。'],
    measure: '提前编制采购计划，按时公开采购意向。',
    review: '部分采购项目未按规定公开采购意向。',
  },
  'management.procurement.internal_control': {
    themes: ['procurement'],
    reasons: ['采购内控制度正在修订。'],
    measure: '完成采购内控制度修订并组织培训。',
    review: '采购内控制度未明确不相容岗位分离要求。',
  },
  'management.procurement.compliance': {
    themes: ['procurement'],
    reasons: ['个别零星采购资料留存不齐全。'],
    measure: '采购资料一项一档，按季检查。',
    review: '抽查发现零星采购比价资料缺失。',
  },
  'management.procurement.contract_signing': {
    themes: ['contract'],
    reasons: ['个别合同未在中标通知书发出后三十日内签订。'],
    measure: '中标后及时启动合同审签流程。',
    review: '部分采购合同签订超过三十日。',
  },
  'management.procurement.contract_filing': {
    themes: ['contract'],
    reasons: ['个别合同备案超过七个工作日。'],
    measure: '合同签订当日通知备案人员。',
    review: '部分采购合同备案超过规定时限。',
  },
  'management.procurement.sme_policy': {
    themes: ['sme_share'],
    reasons: ['实际面向中小企业采购金额低于预算编制时预留金额。'],
    measure: '加大面向中小企业采购力度。',
    review: '按实际面向中小企业采购金额占预留金额的比例重新计分。',
  },
  'management.assets.allocation': {
    themes: ['assets'],
    reasons: ['个别办公设备配置超出标准数量。'],
    measure: '严格按标准配置，超标设备内部调剂。',
    review: '资产配置计划与实际配置不符。',
  },
  'management.assets.revenue': {
    themes: ['revenue'],
    reasons: ['个别物业租金收入跨月上缴。'],
    measure: '租金收入到账后五个工作日内上缴。',
    review: '资产出租收入上缴不及时。',
  },
  'management.assets.stocktaking': {
    themes: ['assets'],
    reasons: ['年度资产盘点尚未全部完成。', '资产清查核对工作正在进行。'],
    measure: '聘请第三方完成全面盘点。',
    review: '未提供年度资产盘点报告。',
  },
  'management.assets.data_quality': {
    themes: ['assets'],
    reasons: ['资产年报核实性问题未能全部说明。', '部分资产卡片信息不完整。'],
    measure: '逐项核对资产卡片信息，确保账实相符。',
    review: '资产年报数据与决算报表存在差异。',
  },
  'management.assets.compliance': {
    themes: ['assets'],
    reasons: ['个别资产出借手续不完备。'],
    measure: '补办出借审批手续，完善登记台账。',
    review: '资产处置未按规定程序报批。',
  },
  'management.assets.utilisation': {
    themes: ['assets'],
    reasons: ['固定资产利用率低于90%。'],
    measure: '盘活闲置资产，优先内部调剂。',
    review: '固定资产利用率未达到90%。',
  },
  'management.operating_cost.cost_control': {
    themes: ['cost_control'],
    reasons: ['水电和维修支出增长，公用经费控制未达预期。'],
    measure: '推行节能改造，按月分析公用支出。',
    review: '公用经费增长较快，未说明原因。',
  },
  'management.operating_cost.three_public': {
    themes: ['cost_control'],
    reasons: ['公务用车维修费用较上年增加。'],
    measure: '实行单车核算和定点维修。',
    review: '“三公”经费较上年增长，未说明原因。',
  },
};

export const innerDepartments = [
  '党政综合办公室',
  '党建工作办公室',
  '纪检监察办公室',
  '公共服务办公室',
  '综合治理办公室',
  '综合行政执法办公室',
  '城市管理办公室',
  '社区建设办公室',
  '经济发展办公室',
  '应急管理办公室',
];

export const subUnits = [
  '综合服务中心',
  '综合保障中心',
  '市政服务所',
  '退役军人服务站',
  '党群服务中心',
  '网格化服务中心',
];

/** `{office}` is replaced by the office's name. */
export const functionsText =
  '{office}办事处是区人民政府的派出机关，统筹负责辖区党的建设、公共服务、城市管理、社区治理、平安建设和综合行政执法等工作，完成区委、区政府交办的其他任务。';

/** Goals of the year; `{office}` and `{year}` are replaced. */
export const goals = [
  '{year}年，{office}坚持以人民为中心，围绕区委、区政府中心工作，统筹推进基层党建、民生保障、城市管理和平安建设，提升基层治理现代化水平，完成年度各项目标任务。',
  '{year}年，{office}着力完善公共服务体系，改善辖区人居环境，防范化解安全风险，优化营商环境，推动街道各项事业高质量发展。',
  '{year}年，{office}以党建引领基层治理，办好民生实事，提升城市精细化管理水平，保障辖区安全稳定，提高财政资金使用效益。',
];

/** Key tasks of a year; an office takes four of them. */
export const keyTasks = [
  '加强基层党组织建设，完成社区党群服务阵地提升。',
  '推进老旧小区微改造，改善居民居住条件。',
  '深化垃圾分类，提升辖区环境卫生水平。',
  '做好养老助餐、居家养老和困难群众救助工作。',
  '开展安全生产、消防和三防隐患排查整治。',
  '推进矛盾纠纷多元化解，维护社会安全稳定。',
  '推进河涌水环境治理和排水单元达标建设。',
  '做好就业帮扶，促进高校毕业生和失业人员就业。',
  '推进违法建设治理和市容环境综合整治。',
  '完善社区文化体育设施，丰富群众文化生活。',
];

/** A target in numbers (`{n}` the target, `{done}` what came of it) or in words. */
export interface OutcomeWords {
  class: string;
  name: string;
  target: string;
  done: string;
  /** Range of the target; percentages never exceed 100. Without it the target is one in words. */
  range?: [number, number];
  percent?: true;
}

export const outcomeWords: OutcomeWords[] = [
  {
    class: '数量指标',
    name: '开展社区文体活动场次',
    target: '≥{n}场',
    done: '全年开展{done}场',
    range: [24, 96],
  },
  { class: '数量指标', name: '老旧小区微改造数量', target: '≥{n}个', done: '完成{done}个', range: [4, 9] },
  { class: '数量指标', name: '安全隐患排查处数', target: '≥{n}处', done: '排查{done}处', range: [300, 2400] },
  {
    class: '数量指标',
    name: '养老助餐服务人次',
    target: '≥{n}人次',
    done: '服务{done}人次',
    range: [4000, 32000],
  },
  { class: '数量指标', name: '党员教育培训场次', target: '≥{n}场', done: '开展{done}场', range: [12, 48] },
  {
    class: '质量指标',
    name: '工程验收合格率',
    target: '≥{n}%',
    done: '{done}%',
    range: [95, 98],
    percent: true,
  },
  {
    class: '质量指标',
    name: '环卫保洁考核达标率',
    target: '≥{n}%',
    done: '{done}%',
    range: [90, 97],
    percent: true,
  },
  {
    class: '质量指标',
    name: '网格事件办结率',
    target: '≥{n}%',
    done: '{done}%',
    range: [92, 98],
    percent: true,
  },
  {
    class: '时效指标',
    name: '救助资金按时发放率',
    target: '≥{n}%',
    done: '{done}%',
    range: [96, 99],
    percent: true,
  },
  {
    class: '时效指标',
    name: '热线工单按期答复率',
    target: '≥{n}%',
    done: '{done}%',
    range: [93, 98],
    percent: true,
  },
  {
    class: '社会效益指标',
    name: '失业人员再就业率',
    target: '≥{n}%',
    done: '{done}%',
    range: [70, 82],
    percent: true,
  },
  {
    class: '社会效益指标',
    name: '社区管理和服务水平',
    target: '有所提升',
    done: '社区服务事项办理时间缩短，管理和服务水平提升',
  },
  {
    class: '社会效益指标',
    name: '矛盾纠纷调解成功率',
    target: '≥{n}%',
    done: '{done}%',
    range: [90, 98],
    percent: true,
  },
  {
    class: '生态效益指标',
    name: '生活垃圾分类投放准确率',
    target: '≥{n}%',
    done: '{done}%',
    range: [85, 95],
    percent: true,
  },
  { class: '生态效益指标', name: '河涌水质', target: '稳定达标', done: '辖区河涌水质全年稳定达标' },
  {
    class: '可持续影响指标',
    name: '基层治理长效机制',
    target: '逐步健全',
    done: '修订网格化管理等三项制度，长效机制进一步健全',
  },
  {
    class: '满意度指标',
    name: '服务对象满意度',
    target: '≥{n}%',
    done: '{done}%',
    range: [88, 95],
    percent: true,
  },
  {
    class: '满意度指标',
    name: '辖区居民满意度',
    target: '≥{n}%',
    done: '{done}%',
    range: [85, 93],
    percent: true,
  },
];

/** Key projects; `{n}` and `{m}` are numbers. */
export const projectWords = [
  { name: '街道党组织工作经费', outputs: '开展党员教育培训{n}场次，提升社区党群服务阵地{m}个。' },
  { name: '环卫保洁和垃圾分类专项', outputs: '保洁道路{n}条，更新分类投放点{m}个，生活垃圾日产日清。' },
  { name: '老旧小区微改造项目', outputs: '完成{m}个小区公共部位改造，更新照明和扶手{n}处。' },
  { name: '社工服务站项目', outputs: '开展个案服务{n}个，小组活动{m}个，服务老年人、青少年和困难家庭。' },
  { name: '养老助餐和居家养老服务', outputs: '运营长者饭堂{m}个，提供上门服务{n}人次。' },
  { name: '综合治理和出租屋管理经费', outputs: '巡查出租屋{n}栋，调解矛盾纠纷{m}宗。' },
  { name: '排水单元达标改造工程', outputs: '完成{m}个排水单元改造，敷设管道{n}米。' },
  { name: '应急管理和消防能力建设', outputs: '开展应急演练{m}次，整改隐患{n}处。' },
  { name: '市容环境综合整治项目', outputs: '整治背街小巷{m}条，拆除违法建设{n}处。' },
  { name: '社区文体设施提升项目', outputs: '更新健身器材{n}件，改造文体活动室{m}间。' },
];

export const changeReasons = {
  more: [
    '主要原因是民生保障和社区服务投入增加，项目支出有所上升。',
    '主要原因是新增上级转移支付项目，基础设施改造支出增加。',
    '主要原因是人员经费政策性调整和环卫保洁合同续签，支出相应增加。',
  ],
  less: [
    '主要原因是落实过紧日子要求，压减一般性支出。',
    '主要原因是部分工程项目已于上年完工，项目支出减少。',
    '主要原因是一次性项目减少，年度支出相应下降。',
  ],
};
