/** What the words before a figure say about it. Absent: the words do not say. */
export interface LabelFacts {
  year?: number | 'last' | 'this';
  item?: MoneyTopic;
  side?: 'revenue' | 'expenditure' | 'both';
  stage?: 'initial' | 'adjusted' | 'budget' | 'final';
  carry?: 'opening' | 'closing';
  /** A total: “总”, “合计”. */
  whole?: boolean;
  /** Of the office as such: “本部门”, “我街”, its name. */
  own?: boolean;
  /** 总计: the balancing total, carry-over included. */
  balancing?: boolean;
  change?: 'up' | 'down';
  /** What the change, or the figure itself, is compared with; a year where one is named. */
  against?: 'last_year' | 'budget' | number;
  /** 分别为: one figure after another for the things just named. */
  respectively?: boolean;
  /** 均为: one figure for all things just named. */
  each?: boolean;
  /** 其中: the figures that follow are parts of the last one. */
  parts?: boolean;
  /** A rise up to this figure (增加到), not by it. */
  upTo?: boolean;
  /** 追加, 到位: of the budget, and no figure that the submission holds. */
  noField?: boolean;
  /** Words that the reader does not know, and that may make the figure another one. */
  unknown?: string;
}

export type MoneyTopic =
  | 'general'
  | 'gov_fund'
  | 'state_capital'
  | 'other'
  | 'appropriation'
  | 'basic'
  | 'personnel'
  | 'public'
  | 'project'
  | 'three_public';

interface Word {
  word: RegExp;
  says?: LabelFacts;
}

const carry = '(?:累计)?(?:财政拨款)?(?:结转(?:和|及|与|、)?结余|结余(?:和|及|与)?结转|结转|结余)(?:资金)?';

/** Tried in this order at every place of the label; a word without `says` is filler. */
const words: readonly Word[] = [
  { word: new RegExp(`(?:年初|期初|上年度?|上一年度?)${carry}`), says: { carry: 'opening' } },
  {
    word: new RegExp(`(?:本?年末|本?年底|年终|期末)${carry}|结转(?:到|至)?下一?年度?|累计${carry}|${carry}`),
    says: { carry: 'closing' },
  },

  {
    word: /(?:比|较|与|同|和|相比)(?:于)?(?:上年度?|去年|上一年度?|上年同期|去年同期)(?:决算)?(?:数|同期|相比|相较)?|同比|环比上年/,
    says: { against: 'last_year' },
  },
  {
    word: /(?:比|较|与|同|和)20\d{2}年(?:度)?(?:决算)?数?(?:同期)?(?:相比|相较)?/,
    says: { against: 'last_year' },
  },
  { word: /相比|相较|对比/ },
  { word: /(?:比|较|与)(?:年初|调整后?|全年)?预算(?:数)?(?:相比)?/, says: { against: 'budget' } },

  { word: /一般公共预算(?:当年)?/, says: { item: 'general' } },
  { word: /政府性基金(?:预算)?/, says: { item: 'gov_fund' } },
  { word: /国有资本经营(?:预算)?/, says: { item: 'state_capital' } },
  { word: /其他(?:资金)?收入/, says: { item: 'other', side: 'revenue' } },
  { word: /其他资金/, says: { item: 'other' } },
  { word: /其他支出/, says: { item: 'other', side: 'expenditure' } },
  { word: /基本(?:经费)?支出/, says: { item: 'basic' } },
  { word: /项目(?:类)?(?:经费|支出)(?:支出)?/, says: { item: 'project' } },
  { word: /人员(?:类)?(?:经费|支出)(?:支出)?/, says: { item: 'personnel' } },
  { word: /(?:日常)?公用(?:类)?(?:经费|支出)(?:支出)?/, says: { item: 'public' } },
  { word: /[“"‘]?三公[”"’]?(?:经费)?/, says: { item: 'three_public' } },
  { word: /财政拨款(?=(?:总)?(?:收入|支出|收支|收、支))/, says: { item: 'appropriation' } },

  { word: /(?:增加|增长|上升|提高|减少|下降|压减)(?:到|至)|增至|升至|降至/, says: { upTo: true } },
  { word: /增加了?|增长了?|上升了?|提高了?|增幅(?:为|达)?|增长率(?:为)?|上涨/, says: { change: 'up' } },
  { word: /减少了?|下降了?|降低了?|压减了?|降幅(?:为|达)?|缩减/, says: { change: 'down' } },

  {
    word: /年初(?:的)?(?:部门)?(?:批复|安排|下达)?(?:的)?(?:部门)?预算(?:收入|支出)?(?:批复|安排|总额|数)*|年初(?=安排|批复|下达|预算)/,
    says: { stage: 'initial' },
  },
  // “预算调整数815.56万元” is by how much; the column “调整数” holds the adjusted budget
  { word: /预算调整(?:数额?|金?额)/, says: { noField: true } },
  {
    word: /(?:预算)?调整后(?:的)?全年预算(?:数|总额)?/,
    says: { stage: 'adjusted', whole: true },
  },
  {
    word: /(?:预算)?调整后(?:的)?(?:全年|部门)?预算(?:数|总额)?|调整(?:后)?预算(?:数|总额)?|(?:全年)?预算调整(?:后)?(?:为|到|至)|(?:中期)?调整数|调整后?(?:为|到|至)|调整后/,
    says: { stage: 'adjusted' },
  },
  {
    word: /(?:全年|年度|部门|整体|总|本年|批复|可用)*预算(?:安排|批复|下达|指标|总额|总量|金额|数|额)*/,
    says: { stage: 'budget' },
  },
  {
    word: /(?:全年)?(?:预算)?(?:实际)?(?:执行|决算|支付|支出完成|完成)(?:数|额|金额|总额)?|实际/,
    says: { stage: 'final' },
  },

  {
    word: /(?:年中|年度中|中期)?(?:预算)?(?:追加|追减|调增|调减|核减)了?(?:的)?(?:部门)?(?:预算|指标|资金|经费)?(?:数|额|合计)?|(?:实际|资金|预算)*到位(?:资金|金额|数)?/,
    says: { noField: true },
  },

  { word: /收、?支/, says: { side: 'both' } },
  { word: /收入/, says: { side: 'revenue' } },
  { word: /支出|开支/, says: { side: 'expenditure' } },
  { word: /小计/ },
  { word: /(?:省|市|区|县)(?:级)?财政(?:局|部门)?(?:批复|批准|核定|下达|安排)?/ },
  // “根据疫情防控及项目实施情况”: why, and not what
  { word: /(?:根据|因|由于|结合|按照)[^，。；：“”]{2,20}(?:情况|需要|要求|原因)，?/ },
  { word: /中(?=(?:日常)?公用|人员|基本|项目)/, says: { parts: true } },
  // “小于预算安排的22万元”, and not “低于预算3万元”, which may be the difference
  { word: /(?:小于|低于|未超过?|不超过|控制在)(?=(?:年初|全年|年度)?预算(?:安排)?(?:的|数|金?额|总额))/ },
  { word: /总计/, says: { balancing: true, whole: true } },
  { word: /合计数?|总额|总量|总数|总体|共计|总共|总|全部(?:资金)?/, says: { whole: true } },
  {
    word: /(?:本|我|全|你|贵)(?:街道办事处|街道办|街道|街|镇|办事处|办|部门|单位|处)|街道办事处|办事处|街道|部门|单位|整体/,
    says: { own: true },
  },
  // of units that are no street offices
  { word: /(?:本|我|全)(?:局|委|院|校|所|站|馆|部|厅|会)|(?:本|我|全)?中心/, says: { own: true } },

  { word: /20\d{2}(?:年(?![末底初])(?:度)?)?/ },
  { word: /上年度?|去年|上一年度?/, says: { year: 'last' } },
  { word: /本年度?|当年|今年/, says: { year: 'this' } },
  { word: /其中/, says: { parts: true } },
  { word: /分别为?是?/, says: { respectively: true } },
  { word: /均为?|都是?/, says: { each: true } },
  {
    word: /截[至止](?:到)?|\d{1,2}月(?:\d{1,2}日|底|末)?|下达|批复|核定|已|年中|全年|年度|年(?:末|底)?/,
  },
  {
    word: /财政拨款|财政|拨款|资金|经费|金额|决?算?数额?|额|安排|情况|方面|累计|实现|包括|以及|达到|达|约|共|为|是|有|的|和|及|与|由|从|而|则|即|度|含|本级|全口径|规模|使用|取得/,
  },
  { word: /[“”"'‘’：、，≤≥<>=（）\s*/÷]/ },
];

/** What a label says, and the things, years and stages it names one after the other (for 分别为 and 均为). */
export interface Label {
  facts: LabelFacts;
  named: Named[];
  /** The years and stages that it names, in its order. */
  years: number[];
  stages: NonNullable<LabelFacts['stage']>[];
}
export type Named = Pick<LabelFacts, 'item' | 'side'>;

/** Reads the words before a figure from left to right; later words win over earlier ones. `stem`: of the office's name. */
export function readLabel(label: string, stem: string | undefined): Label {
  const facts: LabelFacts = {};
  const named: Named[] = [];
  const years: number[] = [];
  const stages: Label['stages'] = [];
  let unknown = '';
  for (let rest = label; rest !== ''; ) {
    const hit = ownName(rest, stem) ??
      firstWord(rest) ?? { text: rest.slice(0, 1), says: undefined, strange: true };
    rest = rest.slice(hit.text.length);
    if ('strange' in hit || isSecondTopic(facts, hit.says)) unknown += hit.text;
    addFacts(facts, named, hit);
    if (facts.year === Number(hit.text.slice(0, 4))) years.push(facts.year);
    if (hit.says?.stage) stages.push(hit.says.stage);
  }
  if (unknown !== '') facts.unknown = unknown;
  return { facts, named, years, stages };
}

function addFacts(facts: LabelFacts, named: Named[], { text, says }: Hit) {
  const year = /20\d{2}/.exec(text);
  if (year && says?.against) facts.against = Number(year[0]);
  else if (year) facts.year = Number(year[0]);
  if (!says) return;
  // “一般公共预算财政拨款收入”: the appropriation is only a way of speaking there
  const { item, ...rest } = says;
  if (item !== undefined && !(item === 'appropriation' && facts.item)) facts.item = item;
  Object.assign(facts, year && says.against ? {} : rest);
  if (item !== undefined || says.side !== undefined) addNamed(named, { item, side: says.side });
}

function isSecondTopic(facts: LabelFacts, says: LabelFacts | undefined): boolean {
  const [first, second] = [facts.item, says?.item];
  if (!first || !second || first === second) return false;
  // “一般公共预算财政拨款‘三公’经费”: there is only one
  return first !== 'appropriation' && second !== 'appropriation' && second !== 'three_public';
}

/** “收入” after “一般公共预算” says more about the same thing; after another side it is another thing. */
function addNamed(named: Named[], { item, side }: Named) {
  const last = named.at(-1);
  if (last && item === undefined && last.side === undefined) last.side = side;
  else named.push({ item, side });
}

/** “广州市荔湾区人民政府白鹤洞街道办事处”, “白鹤洞街道”, “白鹤洞街” */
function ownName(text: string, stem: string | undefined): Hit | undefined {
  const place = stem === undefined ? -1 : text.indexOf(stem);
  if (!stem || place < 0 || !placesBefore.test(text.slice(0, place))) return undefined;
  const tail = ownTail.exec(text.slice(place + stem.length))?.[0] ?? '';
  return { text: text.slice(0, place) + stem + tail, says: { own: true } };
}

const placesBefore = /^(?:[\u4e00-\u9fff]{2,8}[省市])?(?:[\u4e00-\u9fff]{1,8}[区县市])?(?:人民政府)?$/;
const ownTail = /^(?:街道办事处|街道办|街道|街|镇人民政府|镇)?/;

interface Hit {
  text: string;
  says?: LabelFacts;
}

function firstWord(text: string): Hit | undefined {
  for (const { word, says } of anchored) {
    const match = word.exec(text);
    if (match && match[0] !== '') return { text: match[0], says };
  }
  return undefined;
}

const anchored = words.map(({ word, says }) => ({ word: new RegExp(`^(?:${word.source})`), says }));
