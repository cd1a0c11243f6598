import { number } from './patterns.ts';
import type { Section } from './sections.ts';

const linking = '(?:总分|总分值|分值)?(?:为|是|：)?';
export const maximum = `(?:总分值?|满分|分值|标准分值?|权重)${linking}`;

/** Names of the Guangdong framework, each only where it is the whole name: 预算执行率 is another indicator than 预算执行. */
const knownNames =
  /(?:履职效能|管理效率|整体效能|部门预算资金支出率|产出指标完成情况|效益指标完成情况|预算编制约束性|预算编制|预算执行|信息公开|(?<!预算)绩效管理(?!要求|工作|办法|规定)|采购管理|资产管理|运行成本|财务管理合规性|预决算公开合规性|绩效信息公开情况|绩效管理制度建设|绩效管理制度执行|采购意向公开合规性|采购内控制度建设|采购活动合规性|采购合同签订时效性|合同备案时效性|采购政策效能|资产配置合规性|资产收益上缴及时性|资产盘点情况|数据质量|资产管理合规性|固定资产利用率|经济成本控制情况|[“"]?三公[”"]?经费控制情况)(?!率|进度|[\u4e00-\u9fff]{2,4}性)/g;

/**
 * Names under which an office may give the score of the whole section it stands in. 整体效能 is also a part of 履职效能
 * with a weight of its own, hence only where the section has no other score.
 */
const sectionSums: readonly { heading: RegExp; names: RegExp; node: string }[] = [
  { heading: /履职效能/, names: /^(?:整体效能|主要)?$/, node: '履职效能' },
  { heading: /管理效率/, names: /^$/, node: '管理效率' },
];

/** Words around a name that are no part of it. */
const idleWords =
  /(?:绩效)?(?:指标|分析|情况|方面|得分|自评|部分|一级|二级|三级|总分|分值|满分|评分|其中|该项|本项|综合|评价|主要|绩效|整体支出|部门|根据|按照|经研究|经自评|经|，|：|、|。|（|）|“|”|的|20\d{2}年?度?|我街道?|本部门|本单位|本街道?|共|计)+/g;

/** What stands between a name and its score: the weight, marks, and words that point back at the name. */
const between = new RegExp(
  `(?:[，：（]|（?${maximum}${number}分?）?|（${number}分?）|(?:该|本|此)(?:项|指标|部分)(?:指标|内容)?|(?:合计|小计|共计|总计|[合共])|(?:根据|按照?)[^，。；：、\\n]{0,12}|(?:经)?(?:计算|测算)|实际|自评|综合|应)$`,
);

/** How names of indicators end. */
const nameLike =
  /^(?!我|本|该|经|按|根据|总|其|符合|达到|完成|综合(?:各|以上|上述)|对照|依据|各项|上述)[\u4e00-\u9fff“”A-Za-z·]{1,20}(?:率|性|度|数|数量|值|额|情况|指标|管理|执行|编制|公开|成本|效能|效率|效益|效果|效应|产出|投入|过程|决策|目标|配置|履行|履职|影响|建设|质量|规模|水平|监督|绩效|使用|安排|控制|评价|能力|创新|制度|运行|履约|办结|应用)$|^(?:决策|过程|产出|投入|效果|效益|成本|目标|履职|管理)$/;
/** “整改反馈分值5分，自评4.5分”: what has a weight is a name, however it ends. */
const weightBehind = new RegExp(`${maximum}${number}分）?[，：]?$`);
const unlikeName = /^(?!我|本|该|经|按|根据|总|其|.*(?:分析|情况|部分|方面|说明)$)[\u4e00-\u9fff“”]{3,12}$/;
const ofWhole = /整体支出|整体绩效(?!目标)|总体|自评总|总得分|综合得分|街道办事处/;
const ofProject = /(?:项目|专项|经费|工程|专班)$/;
/** Headings over the result as a whole. */
const resultHeading =
  /结论|结果(?!应用)|综述|综合评价|自评情况|评价分析|得失?分情况|基本情况|总体得分|评分情况|复核|^(?:绩效)?(?:自评|评价)?(?:得分|评分)(?:情况)?$/;

/** “（一）自评得分95.5分，其中…”: a sentence with a number before it. */
const withScore = /^(?:部门|整体|支出|绩效|综合|自评|总)*(?:得分|评分|自评)(?:为|是|：)?\d/;

export interface NamedScore {
  name: string;
  /** The name is that of the heading, and so is the weight that the heading states. */
  heading?: Section;
}

/**
 * What a score is of: the name right before it, else the framework's name in its sentence, else the heading it stands under;
 * `total` for the whole. `attached`: nothing but 得 parts it from the words before, as in “按时公开得3分”. `inHeading`: the
 * heading alone says a weight; `lone`: its section holds no other points, so that they are the heading's whatever the sentence
 * names, as in “预算执行（4分）。财务管理合规，调剂扣0.5分，自评3.5分”.
 */
export function nameOfScore(
  words: string,
  around: readonly Section[],
  { max, attached, inHeading, lone }: { max?: string; attached: boolean; inHeading: boolean; lone: boolean },
): NamedScore | undefined {
  const said = ownName(words);
  // “…均达到序时进度，得4分”: a clause of its own says what for, and not of what
  const clause = attached && /[，；]$/.test(words) && !/分）?，$/.test(words);
  const measured = clause && max && !inHeading ? said.replace(/(?:为|达到?)?[\d.]+%$/, '') : said;
  const own = clause && measured === said ? '' : measured;
  const heading = around.find(({ title }) => !resultHeading.test(title) && !withScore.test(title));
  const sum = sectionSums.find((one) => heading !== undefined && one.heading.test(heading.title));
  const known = knownIn(own) === own ? own : undefined;
  if (ofProject.test(own.replace(/[“”]/g, ''))) return undefined;
  if (!known && isName(own)) return { name: own };
  if (!known && weightBehind.test(words) && isName(own, unlikeName)) return { name: own };
  const weighed = !known && lone && heading && heading === around[0] ? ofHeading(heading) : undefined;
  if (weighed) return weighed;
  const mentioned = known ?? knownIn(words);
  if (mentioned) {
    const ofSection = sum?.names.test(mentioned) && (max === undefined || Number(max) > 40);
    return { name: (ofSection && sum?.node) || mentioned };
  }
  if (attached && said !== '') return undefined;
  // “整体支出预算100万元，执行率95%，得分9分” is no score of the whole
  const near = words.slice(Math.max(words.lastIndexOf('元'), words.lastIndexOf('%')) + 1);
  if (
    /整体支出|整体绩效|整体$|自评总|总得分|综合得分|本部门|我街|自评结果/.test(near) ||
    heading === undefined
  ) {
    const rest = words
      .replace(/《[^》]*》/g, '')
      .replace(new RegExp(`${maximum}${number}分?`, 'g'), '')
      .replace(idleWords, '');
    if (heading === undefined)
      return rest.length > 10 && /项目|专项/.test(rest) ? undefined : { name: 'total' };
    if (/整体支出|整体绩效|整体$|自评总|总得分/.test(near)) return { name: 'total' };
  }
  if (sum) return { name: sum.node, heading };
  return heading && ofHeading(heading);
}

function ofHeading(heading: Section): NamedScore | undefined {
  const title = heading.title.replace(/[（，].*$/, '');
  const plain = title.replace(/(?:指标)?(?:情况)?(?:分析|得分|自评|方面|部分|评分)+$/, '');
  if (/^(?:部门)?(?:整体|总体)(?:支出)?(?:绩效)?(?:情况)?$/.test(plain)) return { name: 'total' };
  if (ofProject.test(plain)) return undefined;
  const known = knownIn(title);
  const name =
    known && title.startsWith(known) && title.replace(known, '').replace(idleWords, '') === ''
      ? known
      : plain;
  const idle = name.replace(idleWords, '') === '';
  return idle || name.length > 16 ? undefined : { name, heading };
}

function knownIn(words: string): string | undefined {
  return [...words.matchAll(knownNames)].at(-1)?.[0];
}

/** The words right before a score, its weight and such words as 该指标 aside. */
function ownName(words: string): string {
  let rest = words;
  for (let cut = between.exec(rest); cut; cut = between.exec(rest)) rest = rest.slice(0, cut.index);
  return (rest.match(/[^，。；：、（）\n]*$/)?.[0] ?? '')
    .replace(
      /^(?:\d{1,2}[.、]|[①-⑳]|[一二三四五六七八九十]{1,2}[是、])?(?:其中|各?(?:一级|二级|三级)指标中?)?(?:20\d{2}年?度?)?/,
      '',
    )
    .replace(/(?:方面|部分)$/, '')
    .replace(/^(.{4,})指标$/, (all, name) => (/[率度性]$/.test(name) || knownIn(name) === name ? name : all));
}

function isName(own: string, like = nameLike): boolean {
  return like.test(own) && own.replace(idleWords, '') !== '' && !ofWhole.test(own);
}
