import { cjkNumber } from './patterns.ts';

/** What a section is about, as far as the reader cares. A heading may name two things at once. */
export type SectionRole =
  | 'functions'
  | 'money'
  | 'goal'
  | 'key_tasks'
  | 'key_projects'
  | 'outcomes'
  | 'evaluation'
  | 'running_cost'
  | 'problems'
  | 'measures';

export interface Section {
  /** 0 第一部分, 1 一、, 2（一）, 3 1., 4（1）, 5 a. or ①. */
  level: number;
  title: string;
  /** It has a number, and is not known by its words alone. */
  numbered: boolean;
  roles: readonly SectionRole[];
  start: number;
  /** Where the text after the heading starts. */
  bodyStart: number;
  end: number;
  parent?: Section;
}

const markers: readonly RegExp[] = [
  new RegExp(`^第${cjkNumber}部分[：、 ]?`),
  new RegExp(`^${cjkNumber}、`),
  new RegExp(`^（${cjkNumber}）[、.]?`),
  /^\d{1,2}(?:、|\.(?:(?!\d)|(?=20\d\d年)))/,
  /^（\d{1,2}）[、.]?|^\d{1,2}）/,
  /^[a-zA-Z][.、）]|^[①-⑳]/,
];

const innermost = markers.length;

/** Rules for headings, most particular first; all that match apply. */
const roleRules: readonly { role: SectionRole; title: RegExp; unless?: RegExp }[] = [
  {
    role: 'problems',
    title:
      /存在(?:的)?(?:主要)?(?:问题|不足|困难)|(?:主要|突出)问题|问题(?:及|和|与)|问题分析|不足之处|^问题$|(?:偏离|未完成)(?:绩效|年度)?(?:目标)?的?原因/,
    unless: /上一?年/,
  },
  {
    role: 'measures',
    title:
      /改进|整改|^措施$|采取(?:以下|如下)?(?:的)?措施|下一?步|下阶段|(?:工作|相关|有关)?建议|今后(?:工作)?(?:打算|方向)/,
    unless: /上年|落实情况/,
  },
  {
    role: 'key_projects',
    title:
      /(?:重点|主要)(?:工作任务|项目|专项).*(?:分析|评价|自评|绩效情况)|^(?:部门)?(?:重点|主要)(?:项目|专项|支出)(?:支出|资金)?(?:(?:实施|完成|执行|绩效)?情况|绩效)?$|^(?:部门)?(?:重点|主要)(?:项目|专项)(?:支出|资金)?(?:实施|完成|执行|绩效)?情况|项目(?:支出)?(?:绩效)?(?:自评|评价)/,
  },
  {
    role: 'key_tasks',
    title: /重点工作|年度总体工作|年度(?:主要)?工作(?:任务|计划)|主要工作/,
    unless: /分析|评价/,
  },
  {
    role: 'outcomes',
    title: /(?:数量|质量|时效|成本|效益|影响|满意度|产出|效果)指标|产出情况|效益情况|满意度/,
  },
  {
    role: 'goal',
    title: /绩效目标|总体目标|年度目标/,
    unless: /偏离|指标|完成情况|管理|实现|设置|分析|评价/,
  },
  { role: 'functions', title: /职能|职责|主要工作职责/, unless: /履职|履行/ },
  { role: 'running_cost', title: /运行成本|成本控制|“?三公”?经费|公用经费/ },
  {
    role: 'money',
    title:
      /收支|收入|支出情况|支出决算|资金情况|预决?算(?:情况|收支|安排|执行)|预算执行|经费|资金使用|结转|决算/,
    unless: /支出率|自评|管理/,
  },
  { role: 'evaluation', title: /综合评价|评价分析|自评|绩效评价|评价结论|效能|效率|得分|评分/ },
];

/** “存在问题：…”, “改进措施：…” at the beginning of a paragraph. */
const labelHeading =
  /^(?:(?:(?:发现|存在)的?)?(?:主要)?问题(?:及原因(?:分析)?)?|存在的?(?:主要)?不足|(?:下一步)?拟?(?:改进|整改)(?:措施|建议|意见|情况|落实情况)|(?:下一步|今后)的?(?:工作)?(?:措施|打算|安排|思路|计划)|建议|[^。：，；\n]{0,12}(?:反映|发现|存在)[^。：，；\n]{0,6}问题(?:有|是|如下)?|针对(?:上述|以上|存在)[^。：\n]{0,24})：/;
const bareHeading =
  /^(?:部门|单位|基本)?(?:基本情况|概况)$|^(?:存在的?(?:主要)?(?:问题|不足)(?:及原因(?:分析)?)?)$|^(?:下一步)?拟?(?:改进|整改)(?:措施|意见|建议)(?:[及和]结果应用(?:方案|情况)?)?$/;

/** Sections in document order; each runs to the next heading of its own level or above. */
export function readSections(text: string): Section[] {
  const sections: Section[] = [];
  const open: Section[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const head = readHeading(match[0], match.index);
    if (!head) continue;
    // “改进措施：” after each problem of a list belongs to the list, “存在问题：” to a section on both
    const ofList = open.some(({ numbered, roles }) => numbered && roles.includes('problems'));
    const ofBoth = open.some(({ numbered, roles }) => numbered && isOnBoth(roles));
    const isPart = head.roles.includes('measures') ? ofList : head.roles.includes('problems') && ofBoth;
    if (!head.numbered && isPart) head.level = innermost;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= head.level) closeAt(open.pop(), head.start);
    const section: Section = { ...head, parent: open.at(-1), end: text.length };
    open.push(section);
    sections.push(section);
  }
  return sections;
}

function isOnBoth(roles: readonly SectionRole[]): boolean {
  return roles.includes('problems') && roles.includes('measures');
}

/** The sections that enclose a place, innermost first. */
export function sectionsAt(sections: readonly Section[], place: number): Section[] {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const around: Section[] = [];
  for (let section = sections[low - 1]; section; section = section.parent) {
    if (place < section.end) around.push(section);
  }
  return around;
}

/** The first section of this role, the widest one where such sections are nested. */
export function sectionOf(sections: readonly Section[], role: SectionRole): Section | undefined {
  return sections.filter((section) => section.roles.includes(role)).sort((a, b) => a.level - b.level)[0];
}

function closeAt(section: Section | undefined, end: number) {
  if (section) section.end = end;
}

/** Nothing beyond it says what a section is about, and a line without stops must not cost more than it is long. */
const longestTitle = 200;

function readHeading(paragraph: string, start: number): Section | undefined {
  const level = markers.findIndex((marker) => marker.test(paragraph));
  if (level < 0 && !bareHeading.test(paragraph) && !labelHeading.test(paragraph)) return undefined;
  const marker = level < 0 ? '' : (paragraph.match(markers[level] ?? /^/)?.[0] ?? '');
  const rest = paragraph.slice(marker.length);
  const title = rest.match(/^[^。：；]*/)?.[0] ?? '';
  const lone = title.length === rest.length;
  return {
    level: level < 0 ? 1 : level,
    title: title.slice(0, longestTitle),
    numbered: level >= 0,
    roles: title.length <= 45 ? rolesOf(title) : [],
    start,
    bodyStart: start + (lone ? paragraph.length : marker.length + title.length + 1),
    end: start + paragraph.length,
  };
}

function rolesOf(title: string): SectionRole[] {
  return roleRules
    .filter((rule) => rule.title.test(title) && !rule.unless?.test(title))
    .map((rule) => rule.role);
}
