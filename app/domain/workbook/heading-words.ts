/**
 * How bureaus head the columns of their own tables, for fields whose name in the form is not the only one. Patterns are of
 * the bare heading (see `bareHeading`), whole; what could be a part of the whole (一般公共预算支出 of 支出) is never the whole.
 */
export const headingWords: readonly (readonly [field: string, pattern: RegExp])[] = [
  ['amounts.budget_initial', /^(?:本年)?年初(?:部门)?预算(?:批复)?(?:安排)?(?:数|额|金额|总额)?$/],
  ['amounts.budget_adjusted', /^(?:年中)?调整后?的?预算(?:数|额|金额)?$|^预算调整后(?:数|金额)?$/],
  [
    'amounts.budget_total',
    /^(?:全年|年度|部门|本年)?(?:总预算|预算(?:总数|总额|总金额|合计|数|额|金额|安排数)?)$/,
  ],
  ['amounts.revenue_total', /^(?:本年|决算|全年)?(?:总收入|收入(?:合计|总计|总额|总数|决算数|数)?)$/],
  ['amounts.executed_total', /^(?:全年|年度|预算|实际|累计|本年)*执行(?:数|额|金额|总额)$/],
  ['amounts.executed_total', /^(?:全年|年度|实际|累计|本年)*支出(?:数|额|金额)?$/],
  [
    'amounts.executed_total',
    /^(?:本年|全年|决算)?(?:总支出|支出(?:合计|总计|总额|总数|决算数?)|决算支出数?|决算数)$/,
  ],
  ...bySource('revenue', '收入'),
  ...bySource('expenditure', '支出'),
  ['amounts.revenue_other', /^其他(?:资金)?收入(?:数|额|金额|决算数)?$/],
  ['amounts.expenditure_other', /^其他(?:资金)?支出(?:数|额|金额|决算数)?$/],
  ['amounts.expenditure_basic', /^基本支出(?:合计|数|额|金额|决算数|执行数)?$/],
  ['amounts.expenditure_personnel', /^(?:其中)?人员(?:经费|支出|经费支出)(?:数|额|金额|决算数|执行数)?$/],
  ['amounts.expenditure_public', /^(?:其中)?日常公用(?:经费|支出|经费支出)(?:数|额|金额|决算数|执行数)?$/],
  ['amounts.expenditure_project', /^项目支出(?:合计|数|额|金额|决算数|执行数)?$/],
  ['amounts.carryover_opening', /^(?:上年|年初|期初)结转(?:和|与|及)?(?:结余)?(?:资金)?(?:数|额|金额)?$/],
  [
    'amounts.carryover_closing',
    /^(?:年末|期末|本年)结转(?:和|与|及)?(?:结余)?(?:资金)?(?:数|额|金额)?$|^结转下年(?:数|金额)?$/,
  ],
  ['amounts.revenue_change', /^收入(?:比|较)?(?:上年|同比)(?:增减|变动|变化)(?:数|额|金额)?$/],
  ['amounts.expenditure_change', /^支出(?:比|较)?(?:上年|同比)(?:增减|变动|变化)(?:数|额|金额)?$/],
  ['rates.revenue_change', /^收入(?:比|较)?(?:上年|同比)(?:增减|变动|变化|增长)(?:率|幅|幅度|比例)$/],
  ['rates.expenditure_change', /^支出(?:比|较)?(?:上年|同比)(?:增减|变动|变化|增长)(?:率|幅|幅度|比例)$/],
  ['amounts.public_funds_budget', /^公用经费(?:年初|全年)?预算(?:数|额|控制数|安排数)?$/],
  ['amounts.public_funds_actual', /^公用经费(?:实际|决算|实际支出|决算支出)(?:数|额)?$/],
  ['amounts.three_public_budget', /^三公经费(?:年初|全年)?预算(?:数|额|控制数|安排数)?$/],
  ['amounts.three_public_actual', /^三公经费(?:实际|决算|实际支出|决算支出|支出)(?:数|额)?$/],
  ['amounts.sme_reserved', /^(?:面向)?(?:预留)?中小微?企业(?:预留)?(?:采购)?预?留?(?:份额|预留额|预留金额)$/],
  ['amounts.sme_reserved', /^(?:预留|面向)中小微?企业(?:采购)?(?:数|额|金额|预算)$/],
  [
    'amounts.sme_actual',
    /^(?:实际)?授予中小微?企业(?:合同)?(?:数|额|金额)$|^中小微?企业(?:实际采购|合同|成交)(?:数|额|金额)$/,
  ],
  ['rates.execution_rate', /^(?:部门|全年|年度|整体)*(?:预算)?(?:资金)?执行率$/],
  ['rates.spending_progress', /^(?:部门)?(?:预算)?(?:资金)?支出(?:进度|率|进度率)$/],
  ['rates.sme_share', /^中小微?企业(?:采购)?(?:预留)?(?:占比|比例|授予率)$/],
  ['staffing', /^(?:核定)?(?:人员)?编制(?:人数|数)?$/],
  ['filed_on', /^(?:填报|上报|报送)(?:日期|时间)$/],
];

/** The column with the offices' names, as bureaus head it. */
export const officeHeading =
  /^(?:填报|预算|主管|被评价|评价|资金使用|所属|归口|申报)*(?:街道|镇街|街镇|单位|部门|街道办事处|街道办|office)(?:\(镇\)|镇)?(?:名称|全称)?$/;

/** A score that is not the office's own: it is set in the review, not imported. */
export const reviewedHeading = /复核|复评|核定|评审|审定|审核|抽查|再评价|财政评价|最终|扣分|失分/;
/** What a score is out of, and where it stands. */
export const weightHeading = /^(?:指标)?(?:分值|权重|满分|标准分|排名|名次|等级|评价等级)$/;
/** What makes a name the name of a score. */
export const scoreWord = /(?:自评|指标|绩效)*(?:得分|分数|评分|自评分|自评|分)$/;
/** The self score of the whole. */
export const totalScore =
  /^(?:绩效|整体)?(?:自评)?(?:总分|总得分|得分合计|分数合计|合计得分|总分数|得分|评分|分|分数)$|^(?:自评)?合计$/;

/** Words over a score that make it the whole's; 预算执行情况 over 得分 makes it the score of that. */
export const wholeGroup = /^(?:绩效|整体|部门|单位|自评|评价|综合|得分|分数|总分|结果|情况)*$/;

/** Words over several columns that say nothing the columns do not. */
export const plainGroup =
  /^(?:部门|街道|单位|整体|预算|决算|收支|资金|财政|执行|绩效|自评|基本|全年|年度|主要|金额|各项|指标|评价|支出|得分|分数)*(?:情况|信息|数据|结果|指标|一览|明细)?$/;

/** Other times than the year: last year's figures never become this year's. */
export const otherTime = /^(?:上年|去年|前年|上一年|同期|上年同期|下年|明年)/;

function bySource(side: string, word: string): [string, RegExp][] {
  const tail = `(?:财政)?(?:拨款)?(?:资金)?${word}(?:数|额|金额|决算数|执行数)?$`;
  return [
    [`amounts.${side}_general`, new RegExp(`^(?:其中)?一般公共预算${tail}`)],
    [`amounts.${side}_gov_fund`, new RegExp(`^(?:其中)?政府性基金(?:预算)?${tail}`)],
    [`amounts.${side}_state_capital`, new RegExp(`^(?:其中)?国有资本经营(?:预算)?${tail}`)],
  ];
}
