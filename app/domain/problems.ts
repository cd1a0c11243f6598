/** One class of problems that offices report, with the words by which it is known. */
export interface ProblemTheme {
  slug: string;
  zh: string;
  en: string;
  /** Words that name the problem by themselves. */
  cues: readonly RegExp[];
  /** Matters that are a problem where the same clause also says that something is wanting. */
  matters?: readonly RegExp[];
}

/** The taxonomy, in the order in which themes are listed. Editing a pattern never changes what is already stored. */
export const themes: readonly ProblemTheme[] = [
  {
    slug: 'awareness',
    zh: '绩效意识不强',
    en: 'Weak performance awareness',
    cues: [
      /重(?:分配|投入|资金|使用|支出|建设|预算)[、，]?轻(?:管理|绩效|监督|评价)/,
      /只是财务|财务部门的(?:事|工作)/,
      /(?:不够|不)重视|重视(?:程度)?(?:还)?不/,
    ],
    matters: [/意识|理念|观念|主动性|积极性|重视程度|思想认识/],
  },
  {
    slug: 'capacity',
    zh: '人员能力与培训不足',
    en: 'Staff capacity and training',
    cues: [
      /人员(?:的)?(?:变动|流动|更换|调整)(?:比?较|频|大)/,
      /业务(?:知识)?(?:不|欠)(?:够)?(?:熟|精|专)|不(?:够)?熟悉|一人多岗|身兼数职|兼职/,
      /人手(?:不足|紧张|短缺)|人员(?:力量)?(?:不足|紧张|短缺|紧缺|薄弱)/,
      /需(?:要)?(?:进一步)?加强(?:业务)?培训/,
      /专业人(?:才|员)/,
    ],
    matters: [/培训|业务水平|业务能力|业务素质|专业(?:能力|水平|知识|素质|性)|管理水平|能力水平/],
  },
  {
    slug: 'target_setting',
    zh: '目标指标设置不科学',
    en: 'Targets poorly set',
    cues: [
      /(?:指标|目标)(?:值)?[^，。；]{0,14}(?:不(?:够|太)?(?:细|量化|明确|清晰|具体|合理|科学|完整|全面|准确)|过于|偏(?:高|低)|笼统|难以(?:衡量|量化|考核)|可衡量性)/,
      /(?:细化|量化)(?:程度)?(?:还)?(?:不|有待|欠)/,
    ],
    matters: [
      /(?:绩效)?(?:目标|指标)(?:值|体系)?(?:的)?(?:设置|设定|编制|制定|编报|申报|设计|科学性|合理性|完整性|质量)/,
      /(?:设置|设定|编制|制定)(?:的)?(?:绩效)?(?:目标|指标)/,
    ],
  },
  {
    slug: 'target_adjustment',
    zh: '指标调整不及时',
    en: 'Targets not adjusted in time',
    cues: [
      /(?:未|没有?|不)(?:能)?及时(?:地)?(?:调整|更新|修正|修订)[^，。；]{0,8}(?:指标|目标)?/,
      /(?:指标|目标)(?:值)?(?:的)?(?:调整|更新|修正|修订)[^，。；]{0,10}(?:滞后|不及时|不够及时|时效|未及时)/,
      /(?:指标|目标)[^，。；]{0,4}未能?[^，。；]{0,12}及时(?:调整|更新|修正)/,
    ],
  },
  {
    slug: 'budget_prep',
    zh: '预算编制不精准',
    en: 'Budget preparation imprecise',
    cues: [
      /(?:未|没有)编制(?:[^，。；]{0,6})预算/,
      /预算(?:与|和|同)(?:实际|执行|工作)[^，。；]{0,12}(?:脱节|偏差|差距|不符)/,
    ],
    matters: [/预算(?:的)?(?:编制|编报|申报|测算|安排|细化|精准|准确|科学)|编制预算|年初预算/],
  },
  {
    slug: 'budget_change',
    zh: '预算调整追加大',
    en: 'Large budget changes',
    cues: [
      /(?:预算|资金|项目|年中|经费)[^，。；]{0,10}(?:追加|调剂)|(?:追加|调剂)[^，。；]{0,8}(?:预算|资金|较|频繁|过)/,
      /预算(?:调整|变动)[^，。；]{0,8}(?:较|过|频|幅度|大|多)/,
      /预算(?:的)?(?:刚性)?约束(?:力|性)?(?:还)?(?:不|较|偏|有待|欠)/,
    ],
  },
  {
    slug: 'slow_execution',
    zh: '执行率低、结转多',
    en: 'Slow execution, large carry-over',
    cues: [
      /(?:结转|结余)(?:资金)?[^，。；]{0,8}(?:较|过|偏|大|多|高)|存在[^，。；]{0,6}(?:结转|结余)/,
      /(?:未|没有)(?:及时|能)?(?:下拨|拨付|支付)|(?:拨付|下达|支付)[^，。；]{0,6}(?:滞后|缓慢|较慢|不及时|较晚|延迟)/,
      /前(?:低|松|慢)后(?:高|紧|快)|年底突击|突击花钱/,
      /(?:支出|支付|执行|资金使用)(?:的)?进度[^，。；]{0,6}(?:慢|低|滞后)|执行率[^，。；]{0,4}低/,
    ],
    matters: [/(?:执行|支出|支付|资金|预算)(?:的)?(?:进度|率)|预算执行(?:进度|率)?|序时进度|执行力度/],
  },
  {
    slug: 'monitoring',
    zh: '监控与过程管理弱',
    en: 'Weak monitoring',
    cues: [
      /(?:未|没有)(?:能)?(?:及时|有效)?(?:开展|进行|实施)?(?:[^，。；]{0,6})(?:监控|纠偏)/,
      /偏离(?:[^，。；]{0,6})目标/,
    ],
    matters: [/监控|双监控|纠偏|过程管理|跟踪(?:管理|问效|监督)|全过程|运行监管/],
  },
  {
    slug: 'eval_quality',
    zh: '自评质量不高或未开展',
    en: 'Evaluation weak or missing',
    cues: [
      /流于形式|佐证(?:材料|资料)?(?:还)?(?:不|缺|欠|较)|(?:未|没有)(?:按时|及时|按要求)?(?:开展|进行|完成)[^，。；]{0,6}(?:自评|评价)/,
    ],
    matters: [/自评|绩效评价|评价(?:质量|工作|报告|结论|水平|体系|方法)/],
  },
  {
    slug: 'result_use',
    zh: '结果应用不足',
    en: 'Results not used',
    cues: [/两张皮/, /(?:未|没有)(?:能)?(?:与|和)?[^，。；]{0,10}挂钩/],
    matters: [/结果(?:的)?(?:应用|运用|使用)|(?:应用|运用)(?:评价|绩效)?结果|挂钩/],
  },
  {
    slug: 'procurement',
    zh: '采购不规范',
    en: 'Irregular procurement',
    cues: [
      /(?:平台|目录|系统)外采购|超预算采购|(?:未|没有)(?:履行|执行|按)[^，。；]{0,10}采购|化整为零|规避(?:公开)?招标/,
    ],
    matters: [/(?<!中小微?企业)采购(?!.{0,8}中小)|招投?标/],
  },
  {
    slug: 'sme_share',
    zh: '中小企业份额未达',
    en: 'Share for small and medium firms missed',
    cues: [
      /(?:面向|预留)?(?:给)?中小(?:微)?企业[^。；]{0,30}(?:占比|份额|比例|金额|不足|未达|偏低|较低)|(?:占比|份额|比例)[^，。；]{0,10}中小(?:微)?企业/,
    ],
  },
  {
    slug: 'contract',
    zh: '合同签订备案',
    en: 'Contract signing and filing',
    cues: [/合同[^，。；]{0,12}(?:逾期|超期|未备案|未公开)/],
    matters: [/合同|备案|履约/],
  },
  {
    slug: 'assets',
    zh: '资产管理',
    en: 'Assets',
    cues: [
      /账(?:实|账|卡)不(?:相)?符|(?:资产|房产|物业|设备)[^，。；]{0,8}(?:闲置|出借|未入账|盘点|清查)|未(?:及时)?入账/,
    ],
    matters: [/资产/],
  },
  {
    slug: 'finance_compliance',
    zh: '财务核算合规',
    en: 'Accounting compliance',
    cues: [
      /长期挂账|挪用|挤占|公务卡[^，。；]{0,8}(?:未|不|少)|(?:违规|错误|超范围|超标准)(?:列支|支出|发放)|列支(?:[^，。；]{0,6})(?:不|错)|白条/,
    ],
    matters: [/财务(?:管理|核算|制度|报销|审批)|会计核算|内部控制|内控|往来款/],
  },
  {
    slug: 'revenue',
    zh: '收入上缴',
    en: 'Revenue not paid in',
    cues: [
      /收支两条线|(?:收入|租金|收益)[^，。；]{0,8}(?:未|没有|不)(?:及时|足额|按时)?[^，。；]{0,4}(?:上缴|缴)|坐收坐支/,
    ],
    matters: [/非税(?:收入)?|收入上缴/],
  },
  {
    slug: 'disclosure',
    zh: '信息公开与档案',
    en: 'Disclosure and records',
    cues: [
      /(?:公开|归档)[^，。；]{0,6}(?:不及时|不完整|不规范|不够|滞后|逾期)|(?:未|没有)(?:及时|按时|按要求)?(?:公开|归档)/,
    ],
    matters: [/信息公开|预决算公开|档案|资料归集|资料收集/],
  },
  {
    slug: 'cost_control',
    zh: '三公与运行成本',
    en: 'Running cost',
    cues: [
      /超编|(?:三公[”"]?经费|公用经费|运行成本|机关运行经费)[^，。；]{0,12}(?:超|增长|较高|偏高|增加|上升)/,
    ],
    matters: [/三公|运行成本|成本控制|压减/],
  },
  {
    slug: 'delivery',
    zh: '项目实施滞后',
    en: 'Projects delivered late',
    cues: [
      /(?:项目|工程|工作|施工)[^，。；]{0,10}(?:拖延|延误|延期|滞后|推迟|缓慢|未完工|未完成|未能按(?:时|期))|竣工(?:财务)?决算|(?:未|尚未)(?:完成)?(?:竣工|验收)/,
      /开工[^，。；]{0,6}(?:晚|迟)|前期(?:准备|工作)[^，。；]{0,6}(?:不足|不充分)/,
    ],
    matters: [/项目(?:的)?(?:实施|推进|建设|落地)(?:进度|进展)?|工程进度|验收/],
  },
  {
    slug: 'institution',
    zh: '制度与协同',
    en: 'Rules and coordination',
    cues: [
      /职责(?:分工)?不(?:够)?(?:清|明)|(?:部门|科室)(?:之间|间)?[^，。；]{0,6}(?:沟通|协调|配合|协同|联动)[^，。；]{0,8}(?:不|有待|欠|较|缺)|各自为政/,
    ],
    matters: [/制度|机制|(?:部门|科室)(?:间|之间)?(?:的)?(?:沟通|协同|协调|配合)|统筹协调/],
  },
];

/** Says that something is wanting. */
const wanting =
  /不(?:够|足|强|高|到位|及时|准确|精准|精确|科学|合理|规范|完善|健全|完整|完备|细|严|熟|深|全|清|明|彻底|平衡|均衡|理想|充分|扎实|紧密|匹配|相符|一致|能|太|大)|有(?:待|所欠缺|差距|偏差|短板)|(?:仍|还|尚|均)?(?:需|须)(?:要)?(?:进一步)?(?:[^，。；]{0,8})?(?:提高|加强|完善|强化|提升|改进|优化|细化|规范)|欠|缺(?:乏|少|失|位)|薄弱|淡薄|滞后|缓慢|(?:偏|较|过)(?:低|慢|差|大|弱|少|短|粗|晚)|未(?:能|按|及时|完全|达|有效|形成|建立|充分)|没有?(?:及时|能|形成|建立|完全)|难(?:以|度|点)|存在[^，。；]{0,10}(?:问题|不足|差距|偏差|困难)|脱节|短板|不足|跟不上|逾期|粗放|简单|单一/;

const nothing =
  /^(?:暂|目前|现|均|本年度?)?(?:时)?(?:未发现|不存在|没有|暂无|无)(?:明显|重大|突出|其他|较大|存在)?(?:的)?(?:问题|不足|情况)?[。.；]?$/;

/** Whether a text says that there is no problem: “无”, “暂无”, “暂无存在问题”. */
export function saysNothing(text: string): boolean {
  return nothing.test(text.replace(/[\s，]/g, ''));
}

/** Slugs of the themes that a stated problem belongs to, in the order in which it speaks of them; none for “暂无”. */
export function classifyThemes(text: string): string[] {
  const plain = text.replace(/\s/g, '');
  if (saysNothing(plain)) return [];
  return themes
    .map((theme) => ({ slug: theme.slug, place: firstMention(theme, plain) }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ slug }) => slug);
}

/** The theme's name in the language of the interface; the slug itself for a theme that no longer exists. */
export function themeName(slug: string, language: string): string {
  const theme = themes.find((one) => one.slug === slug);
  if (!theme) return slug;
  return language.startsWith('zh') ? theme.zh : theme.en;
}

function firstMention({ cues, matters = [] }: ProblemTheme, text: string): number {
  const places = cues.map((cue) => text.search(cue));
  for (const clause of text.matchAll(/[^，。；！？]+/g)) {
    if (!wanting.test(clause[0])) continue;
    places.push(...matters.filter((matter) => matter.test(clause[0])).map(() => clause.index));
  }
  const found = places.filter((place) => place >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}
